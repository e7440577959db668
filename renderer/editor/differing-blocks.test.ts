import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { differingBlocks } from './differing-blocks.ts';
import { paragraph } from './page-document.fixture.ts';

const doc = (...texts: string[]) => ({
  type: 'doc',
  content: texts.map((words) => paragraph(words)),
});

test.each([
  [doc('أ', 'ب', 'ج'), doc('أ', 'ب', 'ج'), [], []],
  [doc('أ', 'ب', 'ج'), doc('أ', 'ج'), [1], []],
  [doc('أ', 'ب', 'ج'), doc('أ', 'د', 'ج', 'ه'), [1], [1, 3]],
  [doc('أ', 'ب'), doc('ب', 'أ'), [0], [1]],
])('marks what the other version does not have (%#)', (mine, theirs, a, b) => {
  const found = differingBlocks(mine, theirs);
  expect([[...found.mine], [...found.theirs]]).toEqual([a, b]);
});

test('what is left on both sides is always the same text in the same order', () => {
  const texts = fc.array(fc.constantFrom('أ', 'ب', 'ج', 'د'), { maxLength: 12 });
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const found = differingBlocks(doc(...a), doc(...b));
      expect(a.filter((_, index) => !found.mine.has(index))).toEqual(
        b.filter((_, index) => !found.theirs.has(index)),
      );
    }),
  );
});
