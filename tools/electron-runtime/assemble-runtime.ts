import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { Refusal } from '../terminal.ts';
import { checkFolder } from './checksum-list.ts';
import type { PinnedRuntime } from './pinned-runtime.ts';

type Bytes = AsyncIterable<unknown>;

/**
 * Makes the runtime's folder from the package's tarball and checks every file of it. Only files on the list of
 * checksums are ever written, so that nothing else of the package reaches the disk. `folder` must exist and be empty;
 * after a failure the caller removes it. @throws Refusal naming what is wrong.
 */
export async function assembleRuntime(
  tarball: string,
  folder: string,
  runtime: PinnedRuntime,
  signal: AbortSignal,
): Promise<void> {
  let payloads = 0;
  try {
    await readTar(createReadStream(tarball), signal, async (header, content) => {
      if (header.name !== runtime.payload) return;
      payloads += 1;
      await readTar(content, signal, (inner, file) => place(inner, file, folder, runtime));
    });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      `The Electron runtime was refused: its archive cannot be read (${String(error)}).`,
    );
  }
  if (payloads !== 1)
    throw new Refusal(`The Electron runtime was refused: ${runtime.payload} is missing.`);
  for (const [path, text] of runtime.written)
    await writeFile(join(folder, path), text, { flag: 'wx' });
  await checkFolder(folder, runtime.checksums);
}

async function place(
  header: Header,
  content: Bytes,
  folder: string,
  runtime: PinnedRuntime,
): Promise<void> {
  const { name } = header;
  if (header.type === 'directory' || name.startsWith(runtime.root + runtime.dropped)) return;
  const inside = name.startsWith(runtime.root) ? name.slice(runtime.root.length) : undefined;
  const path = inside === undefined ? undefined : (runtime.renamed.get(inside) ?? inside);
  // The list holds only plain relative paths: what is on it cannot climb out of the folder.
  if (path === undefined || !runtime.checksums.has(path) || runtime.written.has(path)) {
    throw new Refusal(`The Electron runtime was refused: ${name} is not on the list.`);
  }
  if (header.type !== 'file')
    throw new Refusal(`The Electron runtime was refused: ${name} is not a plain file.`);
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await pipeline(content, createWriteStream(target, { flags: 'wx' }));
  await chmod(target, ((header.mode ?? 0) & 0o100) === 0 ? 0o644 : 0o755);
}

/** Walks a gzipped tar, one member after the other; what `onFile` leaves unread is skipped. */
async function readTar(
  source: Bytes,
  signal: AbortSignal,
  onFile: (header: Header, content: Bytes) => Promise<void>,
): Promise<void> {
  const members = extract();
  const fed = pipeline(source, createGunzip(), members, { signal });
  const walked = (async () => {
    for await (const member of members) {
      await onFile(member.header, member);
      member.resume();
    }
  })();
  await Promise.all([fed, walked]);
}
