import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportChange } from '../../core/importers/import-report.ts';
import { splitOriginal } from './split-original.ts';

test('cuts the original at its changes', () => {
  const text = 'القائمة\nعنوان الخبر\nبدأت الجلسة';
  expect(
    splitOriginal(text, [change(1, 8, 19), change(0, 0, 7)]).map((piece) => [
      piece.text,
      piece.change?.id,
    ]),
  ).toEqual([
    ['القائمة', 0],
    ['\n', undefined],
    ['عنوان الخبر', 1],
    ['\nبدأت الجلسة', undefined],
  ]);
});

test('keeps every character once, whatever the changes', () => {
  const range = fc.tuple(fc.nat(60), fc.nat(60));
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(range, { maxLength: 8 }), (text, ranges) => {
      const changes = ranges.map(([a, b], id) => change(id, Math.min(a, b), Math.max(a, b)));
      const pieces = splitOriginal(text, changes);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.every((piece) => text.startsWith(piece.text, piece.start))).toBe(true);
    }),
  );
});

function change(id: number, start: number, end: number): ImportChange {
  return {
    id,
    kind: 'removed',
    rule: 'navigation',
    start,
    end,
    original: '',
    replacement: '',
    place: { offset: 0, before: '', after: '' },
    state: 'applied',
  };
}
