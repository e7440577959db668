import { expect, test } from 'vitest';
import { contentFaults, type PackagedContent } from './content-check.ts';

const binding = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';
const parts = [
  'package.json',
  'dist/electron/main.js',
  'dist/electron/preload.cjs',
  'dist/backend/process.js',
  'dist/backend/extraction-worker.js',
  'dist/renderer/index.html',
  'dist/renderer/assets/index-J5S5SQBS.js',
  'dist/renderer/assets/amiri-arabic-400-normal-D0NIBXga.woff2',
  'resources/icons/256x256.png',
  'resources/extraction/names.bin',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/better-sqlite3/lib/sqlite-error.js',
  'node_modules/better-sqlite3/lib/methods/backup.js',
  binding,
];
const good: PackagedContent = {
  target: 'linux-x64',
  archive: parts.map(inArchive),
  outside: [
    'muharrir',
    'LICENSE.electron.txt',
    'locales/ar.pak',
    'resources/app.asar',
    `resources/app.asar.unpacked/${binding}`,
    ...['muharrir', 'window', 'backend', 'page', 'names-model'].map(
      (name) => `resources/licences/${name}.txt`,
    ),
    ...['amiri', 'ibm-plex-sans', 'ibm-plex-sans-arabic', 'scheherazade-new', 'source-serif-4'].map(
      (font) => `resources/licences/fonts/${font}/LICENSE`,
    ),
  ],
  runtime: ['electron', 'LICENSE', 'version', 'locales/ar.pak', 'locales/de.pak'],
};

function inArchive(path: string) {
  return { path, size: 1, unpacked: path === binding };
}

test('finds nothing against a program made of its parts', () => {
  expect(contentFaults(good)).toEqual([]);
});

test.each([
  'core/contract.ts',
  'dist/backend/process.js.map',
  'dist/.stamp',
  'dist/renderer/licences.txt',
  'e2e/main-job.test.ts',
  'README.md',
  'tools/test.mjs',
  'node_modules/react/index.js',
  'node_modules/node-addon-api/package.json',
  'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c',
  'node_modules/better-sqlite3/lib/win32-x64.js',
  'node_modules/better-sqlite3/prebuilds/linuxmusl-x64.node',
  'node_modules/better-sqlite3/prebuilds/darwin-arm64.node',
])('finds %s in the archive', (path) => {
  const archive = [...good.archive, { path, size: 1, unpacked: false }];
  expect(contentFaults({ ...good, archive })).toEqual([expect.stringContaining(path)]);
});

test.each([
  'resources/app/main.mjs',
  'resources/default_app.asar',
  'version',
  '.sizes.json',
  'locales/de.pak',
  'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/win32-x64.node',
])('finds %s beside the archive', (path) => {
  const faults = contentFaults({ ...good, outside: [...good.outside, path] });
  expect(faults[0]).toContain(path);
});

test('names what is missing, and a binding that the runtime could not load', () => {
  const archive = good.archive.filter(({ path }) => path !== 'dist/backend/process.js');
  expect(contentFaults({ ...good, archive })).toEqual([
    'resources/app.asar lacks dist/backend/process.js',
  ]);
  expect(contentFaults({ ...good, outside: good.outside.slice(1) })).toEqual([
    'The program lacks muharrir',
  ]);
  const packed = good.archive.map((file) => ({ ...file, unpacked: false }));
  expect(contentFaults({ ...good, archive: packed })).toEqual([`${binding} is not unpacked`]);
});

test('holds a program for macOS to the general rules where its runtime has another shape', () => {
  const mac: PackagedContent = {
    target: 'darwin-arm64',
    archive: parts.map((path) => inArchive(path)).map(forMac),
    outside: [
      'Contents/MacOS/Muharrir',
      'Contents/Resources/app.asar',
      `Contents/Resources/app.asar.unpacked/${binding.replace('linux-x64', 'darwin-arm64')}`,
    ],
    runtime: undefined,
  };
  expect(contentFaults(mac)).toEqual([]);
});

function forMac(file: { path: string; size: number; unpacked: boolean }) {
  return { ...file, path: file.path.replace('linux-x64', 'darwin-arm64') };
}
