import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange, makeChange } from './revision-change.ts';

const text = fc
  .array(fc.constantFrom('خبر ', 'ب', '{"a":', '𝐀', 'كلمة '.repeat(60), 'x'.repeat(1500)), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

/** Two payloads that share a beginning, an end, both, nothing or everything. */
const pair = fc
  .record({ start: text, before: text, after: text, end: text })
  .map(({ start, before, after, end }) =>
    [start + before + end, start + after + end].map((part) => Buffer.from(part)),
  );

test('makes of the base and its change what the change was made from', () => {
  fc.assert(
    fc.property(pair, ([base = Buffer.alloc(0), payload = Buffer.alloc(0)]) => {
      const change = makeChange(base, payload);
      expect(change.sameStart + change.sameEnd).toBeLessThanOrEqual(
        Math.min(base.length, payload.length),
      );
      expect(applyChange(base, change).equals(payload)).toBe(true);
      const whole = makeChange(Buffer.alloc(0), payload);
      expect(applyChange(Buffer.alloc(0), whole).equals(payload)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('stores a changed word as the bytes of the word, and two far apart as little more', () => {
  const words = Array.from({ length: 2000 }, (_, i) => `كلمة${(i * 7919) % 1000}`);
  const before = Buffer.from(words.join(' '));
  words[700] = 'جديد';
  const one = Buffer.from(words.join(' '));
  expect(makeChange(before, one)).toMatchObject({
    isCompressed: 0,
    payload: Buffer.from('جديد'),
  });
  words[1500] = 'آخر';
  words[200] = 'أول';
  const change = makeChange(one, Buffer.from(words.join(' ')));
  expect(change.isCompressed).toBe(1);
  expect(change.payload.length).toBeLessThan(100);
});

test('refuses a base that is too short', () => {
  const change = makeChange(Buffer.from('قال الوزير أمس'), Buffer.from('قال الوزير اليوم'));
  expect(() => applyChange(Buffer.from('قال'), change)).toThrow(RangeError);
});
