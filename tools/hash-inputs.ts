import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const inputs = [
  'core',
  'backend',
  'electron',
  'renderer',
  'resources',
  'package.json',
  'package-lock.json',
  'tools/build.ts',
];

/** A SHA-256 over the names and bytes of everything that the built program is made of; tests are no part of it. */
export async function hashInputs(project: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await listFiles(project)) {
    hash.update(`${file}\0`);
    hash.update(
      createHash('sha256')
        .update(await readFile(join(project, file)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

async function listFiles(project: string): Promise<string[]> {
  const files: string[] = [];
  for (const input of inputs) {
    const entries = await readdir(join(project, input), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => undefined);
    if (entries === undefined) files.push(input);
    else {
      for (const entry of entries) {
        if (entry.isFile())
          files.push(relative(project, join(entry.parentPath, entry.name)).split(sep).join('/'));
      }
    }
  }
  return files.filter((file) => !/\.test\.tsx?$|\/tsconfig\.json$/.test(file)).toSorted();
}
