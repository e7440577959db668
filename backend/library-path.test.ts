import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { defaultLibraryPath } from './library-path.ts';

test('puts the library where each system keeps a program’s data', () => {
  expect([
    defaultLibraryPath({}, 'linux', '/home/salma'),
    defaultLibraryPath({ XDG_DATA_HOME: '/data' }, 'linux', '/home/salma'),
    defaultLibraryPath({}, 'darwin', '/Users/salma'),
    defaultLibraryPath({ APPDATA: 'D:\\Roaming' }, 'win32', 'C:\\Users\\salma'),
    defaultLibraryPath({}, 'win32', 'C:\\Users\\salma'),
  ]).toEqual([
    '/home/salma/.local/share/muharrir/library.muharrir',
    '/data/muharrir/library.muharrir',
    '/Users/salma/Library/Application Support/Muharrir/library.muharrir',
    'D:\\Roaming\\Muharrir\\library.muharrir',
    'C:\\Users\\salma\\AppData\\Roaming\\Muharrir\\library.muharrir',
  ]);
});

test('ignores a relative XDG folder and empty names, as the specification asks', () => {
  const env = { XDG_DATA_HOME: 'data', MUHARRIR_LIBRARY: '' };
  expect(defaultLibraryPath(env, 'linux', '/home/salma')).toBe(
    '/home/salma/.local/share/muharrir/library.muharrir',
  );
});

// The paths are POSIX ones, which Windows would put a drive in front of.
test.skipIf(process.platform === 'win32')('MUHARRIR_LIBRARY names the file outright', () => {
  expect(defaultLibraryPath({ MUHARRIR_LIBRARY: '/desk/a.muharrir' }, 'linux', '/h')).toBe(
    '/desk/a.muharrir',
  );
  expect(defaultLibraryPath({ MUHARRIR_LIBRARY: 'a.muharrir' }, 'linux', '/h')).toBe(
    resolve('a.muharrir'),
  );
});
