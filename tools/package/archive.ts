import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { filesUnder } from '../electron-runtime/checksum-list.ts';

export interface ArchiveOptions {
  /** The folder whose content is archived. */
  folder: string;
  /** The `.tar.gz` to write; an older one is replaced. */
  file: string;
  /** The folder that all members lie in. */
  prefix: string;
  /** Modes that differ from 644 and 755, by path within the folder. */
  modes?: Readonly<Record<string, number>>;
  signal: AbortSignal;
}

/**
 * Writes a folder as `.tar.gz`: members sorted, owned by root, without times, so that the same content is the same
 * archive. A half-written file is removed.
 */
export async function writeArchive(options: ArchiveOptions): Promise<void> {
  const { file, signal } = options;
  const tar = pack();
  try {
    await rm(file, { force: true });
    const written = pipeline(tar, createGzip({ level: 6 }), createWriteStream(file), { signal });
    await Promise.all([written, addAll(tar, options)]);
  } catch (error) {
    await rm(file, { force: true });
    signal.throwIfAborted();
    throw error;
  }
}

async function addAll(tar: Pack, { folder, prefix, modes = {} }: ArchiveOptions): Promise<void> {
  for (const path of await filesUnder(folder)) {
    const source = join(folder, path);
    const status = await lstat(source);
    const common = { name: `${prefix}/${path}`, mtime: new Date(0), uid: 0, gid: 0 };
    if (status.isSymbolicLink()) {
      tar.entry({ ...common, type: 'symlink', linkname: await readlink(source) });
      continue;
    }
    const mode = modes[path] ?? ((status.mode & 0o100) === 0 ? 0o644 : 0o755);
    await pipeline(createReadStream(source), tar.entry({ ...common, mode, size: status.size }));
  }
  tar.finalize();
}
