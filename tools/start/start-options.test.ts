import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { startOptions } from './start-options.ts';

test('opens a window with the usual library when nothing is asked', () => {
  expect(startOptions([])).toEqual({
    browser: false,
    library: undefined,
    port: undefined,
    open: true,
    help: false,
  });
});

test('reads every option', () => {
  expect(
    startOptions(['--browser', '--library', 'a.muharrir', '--port=8123', '--no-open', '-h']),
  ).toEqual({
    browser: true,
    library: resolve('a.muharrir'),
    port: 8123,
    open: false,
    help: true,
  });
});

test.each([
  ['--port', '0'],
  ['--port', '65536'],
  ['--port', 'http'],
  ['--unknown'],
  ['stray'],
  ['--library'],
])('refuses %s %s in one sentence', (...args) => {
  expect(() => startOptions(args)).toThrow(expect.objectContaining({ name: 'Refusal' }));
});
