import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asarFiles } from './asar-files.ts';
import { fuseFaults, wantedFuses } from './fuse-check.ts';

interface Asar {
  createPackageWithOptions: (
    folder: string,
    file: string,
    options: { unpack: string },
  ) => Promise<void>;
}

const require = createRequire(import.meta.url);
const builderLibrary = createRequire(require.resolve('electron-builder')).resolve(
  'app-builder-lib',
);
const { createPackageWithOptions } = createRequire(builderLibrary)('@electron/asar') as Asar;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muharrir-check-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('lists what Electron’s own packer has put into an archive', async () => {
  const [source, archive] = [join(folder, 'app'), join(folder, 'app.asar')];
  await mkdir(join(source, 'dist'), { recursive: true });
  await writeFile(join(source, 'package.json'), '{}');
  await writeFile(join(source, 'dist', 'صفحة.js'), 'abc');
  await writeFile(join(source, 'dist', 'sqlite.node'), 'native');
  await createPackageWithOptions(source, archive, { unpack: '*.node' });
  const files = await asarFiles(archive);
  expect(files.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
    { path: 'dist/sqlite.node', size: 6, unpacked: true },
    { path: 'dist/صفحة.js', size: 3, unpacked: false },
    { path: 'package.json', size: 2, unpacked: false },
  ]);
});

test('refuses a file that is no archive', async () => {
  const file = join(folder, 'app.asar');
  await writeFile(file, 'something else altogether');
  await expect(asarFiles(file)).rejects.toThrow('is no asar archive');
});

/** A program as far as its fuses go: the mark they are found by, their version, their number, and one letter each. */
async function programWith(changed: Partial<Record<FuseV1Options, string>>): Promise<string> {
  const letters = wantedFuses.map(([fuse, on]) => changed[fuse] ?? (on ? '1' : '0'));
  const wire = Buffer.from([1, letters.length, ...Buffer.from(letters.join(''))]);
  const file = join(folder, 'program');
  const mark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  await writeFile(file, Buffer.concat([Buffer.alloc(64), mark, wire, Buffer.alloc(64)]));
  return file;
}

test('finds nothing wrong with fuses that stand as they should', async () => {
  expect(await fuseFaults(await programWith({}))).toEqual([]);
});

test('names each fuse that stands wrong or was taken out', async () => {
  const program = await programWith({
    [FuseV1Options.RunAsNode]: '1',
    [FuseV1Options.OnlyLoadAppFromAsar]: 'r',
  });
  expect(await fuseFaults(program)).toEqual([
    'The fuse RunAsNode is not off',
    'The fuse OnlyLoadAppFromAsar is not on',
  ]);
});
