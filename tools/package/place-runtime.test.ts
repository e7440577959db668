import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesUnder } from '../electron-runtime/checksum-list.ts';
import { placeRuntime } from './place-runtime.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muharrir-runtime-'));
  for (const path of ['electron', 'locales/ar.pak', 'resources/app/main.mjs', 'version']) {
    await mkdir(dirname(join(folder, 'from', path)), { recursive: true });
    await writeFile(join(folder, 'from', path), path, { mode: 0o755 });
  }
  await writeFile(join(folder, 'from', '.sizes.json'), '{}');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

test('copies the runtime without its loader and its notes, and puts nothing of an older copy in', async () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  await mkdir(to);
  await writeFile(join(to, 'stale'), '');
  const checksums = new Map(
    ['electron', 'locales/ar.pak', 'version'].map((path) => [path, hash(path)]),
  );
  expect(await placeRuntime(from, to, checksums)).toEqual(['electron', 'locales/ar.pak']);
  expect(await filesUnder(to)).toEqual(['electron', 'locales/ar.pak']);
  expect((await stat(join(to, 'electron'))).mode & 0o777).toBe(0o755);
});

test('refuses a runtime with a file that is not the pinned one, and copies nothing', async () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  const checksums = new Map(
    ['electron', 'locales/ar.pak', 'version'].map((path) => [path, hash('another')]),
  );
  await expect(placeRuntime(from, to, checksums)).rejects.toThrow(/^The Electron runtime was/);
  await expect(stat(to)).rejects.toThrow('ENOENT');
});

test.skipIf(process.platform === 'win32')(
  'keeps links as links, which a macOS bundle is full of (not on Windows, where ordinary users may make none)',
  async () => {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    await symlink('electron', join(from, 'current'));
    await placeRuntime(from, to, undefined);
    expect(await readlink(join(to, 'current'))).toBe('electron');
  },
);
