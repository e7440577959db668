import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../terminal.ts';

/** SHA-256 (lower-case hex) by path relative to the runtime's folder, `/` between its parts. */
export type ChecksumList = ReadonlyMap<string, string>;

/** Reads the format of `sha256sum`: hash, two spaces, path. @throws Refusal naming the line that is not of that form. */
export function parseChecksumList(text: string): ChecksumList {
  const list = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const match = /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/.exec(line);
    const [, hash, path] = match ?? [];
    if (hash === undefined || path === undefined || path.split('/').includes('..')) {
      throw new Refusal(`The list of checksums has a line that cannot be read: ${line}`);
    }
    list.set(path, hash);
  }
  return list;
}

/**
 * Hashes every file under `folder` and compares with the list. Files under a path of `ours` (a folder of our own inside
 * the runtime) are not compared. @throws Refusal naming the first file that differs, is missing, or is not on the list.
 */
export async function checkFolder(
  folder: string,
  list: ChecksumList,
  ours: readonly string[] = [],
): Promise<void> {
  const found = (await filesUnder(folder)).filter(
    (path) => !ours.some((prefix) => path.startsWith(prefix)),
  );
  for (const path of found) {
    const expected = list.get(path);
    if (expected === undefined)
      throw new Refusal(`The Electron runtime was refused: ${path} is not on the list.`);
    const actual = await hashFile(join(folder, path), 'sha256', 'hex');
    if (actual !== expected)
      throw new Refusal(`The Electron runtime was refused: ${path} is not the file on the list.`);
  }
  const present = new Set(found);
  for (const path of list.keys()) {
    if (!present.has(path))
      throw new Refusal(`The Electron runtime was refused: ${path} is missing.`);
  }
}

/** Paths of all files (and of anything else that is not a folder) under `folder`, `/` between parts, sorted. */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

/** The hash of a file's bytes, read as a stream. */
export async function hashFile(
  file: string,
  algorithm: 'sha256' | 'sha512',
  encoding: 'hex' | 'base64',
) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}
