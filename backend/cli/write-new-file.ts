import { randomBytes } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { systemCode } from './cli-error.ts';

/**
 * Writes `text` as a new file of `folder` and gives its path. A name that is taken becomes `name (2)`, `name (3)`:
 * nothing is ever overwritten. The file appears only when all of it is on disk; a crash leaves at most a hidden
 * temporary file. Throws the system's error.
 */
export async function writeNewFile(
  folder: string,
  fileName: string,
  text: string,
): Promise<string> {
  // The name comes from a title somebody typed.
  const last = basename(fileName.replaceAll('\\', '/'));
  const name = last === '' || last === '.' || last === '..' ? 'article' : last;
  const temporary = join(folder, `.muharrir-${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeDurably(temporary, text);
    for (let number = 1; ; number += 1) {
      const path = join(folder, number === 1 ? name : numbered(name, number));
      if (await claim(temporary, path)) return path;
    }
  } finally {
    await rm(temporary, { force: true });
  }
}

function numbered(name: string, number: number): string {
  const extension = extname(name);
  return `${name.slice(0, name.length - extension.length)} (${number})${extension}`;
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives the finished file its name, or false where the name is taken. */
async function claim(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
  }
  // A file system without hard links: an empty file of our own holds the name until the real one takes its place.
  try {
    await (await open(path, 'wx')).close();
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await rename(temporary, path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return true;
}
