import fc from 'fast-check';
import { expect, test } from 'vitest';

import { NameModelError, readModelFile, writeModelFile } from './model-file.ts';
import { loadNameModel } from './name-model.ts';

const parts = {
  header: { hidden: 3 },
  arrays: new Map<string, Uint8Array | Int8Array | Float32Array | Uint32Array>([
    ['bytes', Uint8Array.of(1, 2, 3)],
    ['signed', Int8Array.of(-1, 5)],
    ['floats', Float32Array.of(0.5, -2)],
    ['hashes', Uint32Array.of(0xffffffff)],
  ]),
};

function problemOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof NameModelError ? error.problem : String(error);
  }
  return 'none';
}

test('what is written is read again', () => {
  expect(readModelFile(writeModelFile(parts))).toEqual(parts);
});

test('reads from the middle of a larger buffer', () => {
  const bytes = writeModelFile(parts);
  const larger = new Uint8Array(bytes.length + 7);
  larger.set(bytes, 3);
  expect(readModelFile(larger.subarray(3, 3 + bytes.length))).toEqual(parts);
});

test('any changed byte after the beginning is damage', () => {
  const bytes = writeModelFile(parts);
  fc.assert(
    fc.property(fc.nat(bytes.length - 9), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const broken = bytes.slice();
      broken[at + 8] = (broken[at + 8] ?? 0) ^ by;
      expect(problemOf(() => readModelFile(broken))).toBe('damaged');
    }),
  );
});

test('a file that is cut short is damaged, other files are no model', () => {
  const bytes = writeModelFile(parts);
  expect(problemOf(() => readModelFile(bytes.subarray(0, bytes.length - 4)))).toBe('damaged');
  expect(problemOf(() => readModelFile(new Uint8Array(3)))).toBe('not-a-model');
  expect(problemOf(() => readModelFile(new Uint8Array(100)))).toBe('not-a-model');
  const other = bytes.slice();
  other[4] = 9;
  expect(problemOf(() => readModelFile(other))).toBe('other-version');
});

test('a sound file without the weights is damaged', () => {
  expect(problemOf(() => loadNameModel(writeModelFile(parts)))).toBe('damaged');
});
