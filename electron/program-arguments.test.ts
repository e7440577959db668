import { expect, test } from 'vitest';
import { programArguments } from './program-arguments.ts';

const read = (args: string[], env: Record<string, string> = {}) =>
  programArguments({
    argv: ['electron', ...args],
    env,
    platform: 'linux',
    home: '/home/salma',
    appData: '/config',
  });

const usual = '/home/salma/.local/share/muharrir/library.muharrir';

test('opens the usual library with the usual folder', () => {
  expect(read(['--no-sandbox', '/program'])).toEqual({
    library: usual,
    userData: '/config/Muharrir',
  });
});

test('passes over the switches of Chromium and Playwright', () => {
  expect(
    read(
      [
        '--inspect=0',
        '--remote-debugging-port=0',
        '-r',
        '/loader.js',
        '/program',
        '--library',
        '/desk/a',
      ],
      {},
    ),
  ).toMatchObject({ library: '/desk/a' });
});

test('gives every other library a folder of its own, the same one each time', () => {
  const [a, again, b] = [
    read(['--library=/desk/a']),
    read([], { MUHARRIR_LIBRARY: '/desk/a' }),
    read(['--library=/desk/b']),
  ];
  expect(a).toEqual(again);
  expect(a.userData).toMatch(/^\/config\/Muharrir\/libraries\/[0-9a-f]{16}$/);
  expect(b.userData).not.toBe(a.userData);
});

test('a folder named outright is taken as it is, the command line before the environment', () => {
  expect(
    read(['--library=/desk/a', '--user-data-dir=/fresh'], { MUHARRIR_USER_DATA: '/other' }),
  ).toEqual({
    library: '/desk/a',
    userData: '/fresh',
  });
  expect(read([], { MUHARRIR_USER_DATA: '/other' })).toEqual({
    library: usual,
    userData: '/other',
  });
});

test('a switch without its value counts as not given', () => {
  expect(read(['--library'])).toMatchObject({ library: usual });
});
