import { describe, expect, it } from 'vitest';
import { foldLine } from './fold-line.ts';
import { furnitureRules, matchFurniture } from './furniture.ts';

describe('matchFurniture', () => {
  it.each(furnitureRules.map((rule) => [`${rule.rule} (${rule.strength})`, rule] as const))(
    'knows the examples of %s and leaves its counter-examples alone',
    (_name, rule) => {
      expect(
        rule.examples.filter((line) => {
          const found = matchFurniture(foldLine(line));
          return found?.rule !== rule.rule || found.strength !== rule.strength;
        }),
      ).toEqual([]);
      expect(
        rule.counterExamples.filter((line) => matchFurniture(foldLine(line)) !== null),
      ).toEqual([]);
    },
  );

  it('reads a line whatever its tashkeel, hamzas, digits and signs', () => {
    const lines = [
      'آخِرُ الأَخبار',
      '◄ اخر الأخبار ►',
      'اقرأ أيضًا ...',
      '١٬٢٠٠ مشاهدة',
      'العودة للأعلي ⬆️',
    ];
    expect(lines.map((line) => matchFurniture(foldLine(line))?.rule)).toEqual([
      'navigation',
      'navigation',
      'related-links',
      'counter',
      'navigation',
    ]);
  });

  it('answers for lines made to keep a pattern trying', () => {
    const hostile = furnitureRules.flatMap((rule) =>
      rule.examples.flatMap((example) => [
        `${example} ${'س '.repeat(120)}.؟ ..`,
        `${example}${'س'.repeat(200)} ! ؟`,
        `${`${example} `.repeat(40).slice(0, 280)} ؟ س`,
        `${example}${' / س'.repeat(50)} //`,
        `${example} ${'x '.repeat(120)}ء؟ء`,
        `${example} ${'1 '.repeat(120)}ء؟ء`,
        `${example}: ${'كلمة'.repeat(50)}؟ ء`,
      ]),
    );
    const found = hostile.map((line) => matchFurniture(foldLine(line).slice(0, 300)));
    expect(found.length).toBe(hostile.length);
  });
});
