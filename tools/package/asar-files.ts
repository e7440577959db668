import { open } from 'node:fs/promises';
import { Refusal } from '../terminal.ts';

export interface AsarFile {
  /** Relative to the archive's root, `/` between its parts. */
  path: string;
  /** Bytes. */
  size: number;
  /** Lies beside the archive, in `app.asar.unpacked`. */
  unpacked: boolean;
}

interface Entry {
  files?: Record<string, Entry>;
  size?: number;
  unpacked?: boolean;
}

/** The files of an asar archive, in its order. @throws Refusal where the file is no asar archive */
export async function asarFiles(archive: string): Promise<AsarFile[]> {
  const file = await open(archive);
  try {
    // Two Chromium pickles: the header's size (8 bytes), then the header, its text after a length of its own.
    const sizes = Buffer.alloc(16);
    await file.read(sizes, 0, 16, 0);
    const length = sizes.readUInt32LE(12);
    if (sizes.readUInt32LE(0) !== 4 || length > (await file.stat()).size)
      throw new Refusal(`${archive} is no asar archive.`);
    const text = Buffer.alloc(length);
    await file.read(text, 0, length, 16);
    return [...walk(JSON.parse(text.toString('utf8')) as Entry, '')];
  } finally {
    await file.close();
  }
}

function* walk(folder: Entry, prefix: string): Generator<AsarFile> {
  for (const [name, entry] of Object.entries(folder.files ?? {})) {
    const path = prefix + name;
    if (entry.files !== undefined) yield* walk(entry, `${path}/`);
    else yield { path, size: entry.size ?? 0, unpacked: entry.unpacked === true };
  }
}
