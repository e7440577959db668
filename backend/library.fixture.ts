import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Library } from './library.ts';
import { openLibrary } from './open-library.ts';

const folders: string[] = [];
const libraries: Library[] = [];

afterEach(() => {
  for (const library of libraries.splice(0)) library.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muharrir-test-'));
  folders.push(folder);
  return folder;
}

/** A library, in a folder of its own where no path is given; closed after the test. */
export function makeLibrary(path = join(makeFolder(), 'desk.muharrir')): Library {
  const library = openLibrary({ path, door: 'cli', authorName: 'سلمى' });
  libraries.push(library);
  return library;
}

export { paragraphs } from './paragraphs.fixture.ts';
