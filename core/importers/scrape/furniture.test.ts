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
});
