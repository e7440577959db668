import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idSchema } from './article/article.ts';
import { makeUuidV7 } from './uuid.ts';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('makes valid version 7 ids that sort by time', () => {
  fc.assert(
    fc.property(time, time, random, random, (a, b, x, y) => {
      const [first, second] = [makeUuidV7(a, x), makeUuidV7(b, y)];
      expect(idSchema.safeParse(first).success).toBe(true);
      fc.pre(a < b);
      expect(first < second).toBe(true);
    }),
  );
});

test('writes the time into the first 48 bits', () => {
  expect(makeUuidV7(0x0123456789ab, new Uint8Array(10))).toBe(
    '01234567-89ab-7000-8000-000000000000',
  );
});
