import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mediaType, pageFile } from './page-files.ts';

const folder = join('/', 'app', 'dist', 'renderer');

test('finds the files of the page', () => {
  expect(
    ['muharrir://app/', 'muharrir://app/index.html', 'muharrir://app/assets/a%20b.js?x#y'].map(
      (a) => pageFile(a, folder),
    ),
  ).toEqual([
    join(folder, 'index.html'),
    join(folder, 'index.html'),
    join(folder, 'assets', 'a b.js'),
  ]);
});

test.each([
  'muharrir://app/..%2f..%2fpackage.json',
  'muharrir://app/%2e%2e/%2e%2e%2f..%2fx',
  'muharrir://app/..%5c..%5cpackage.json',
  'muharrir://app/%2e%2e%2frenderer-other/x.js',
  'muharrir://app/a%00.html',
  'muharrir://app/%zz',
  'muharrir://other/index.html',
  'muharrir://user@app.evil/index.html',
  'file:///etc/passwd',
  'not an address',
])('finds nothing for %j', (address) => {
  expect(pageFile(address, folder)).toBeUndefined();
});

test('knows the types of what the page is made of', () => {
  expect(['index.html', 'a.JS', 'b.woff2', 'c.bin'].map(mediaType)).toEqual([
    'text/html; charset=utf-8',
    'text/javascript; charset=utf-8',
    'font/woff2',
    'application/octet-stream',
  ]);
});
