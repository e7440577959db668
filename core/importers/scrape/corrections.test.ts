import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionRules } from './correction-rules.ts';
import { correctText } from './corrections.ts';
import { quotationCounterExamples, quotationExamples } from './quotation-marks.ts';

function applyAll(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end, replacement } of correctText(text)) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

describe('correctText', () => {
  const all = [
    ...correctionRules.map((rule) => [rule.rule, rule.examples, rule.counterExamples] as const),
    ['quotation-marks', quotationExamples, quotationCounterExamples] as const,
  ];
  it.each(all)(
    'mends the examples of %s and leaves its counter-examples alone',
    (rule, examples, counterExamples) => {
      expect(examples.map(([wrong]) => applyAll(wrong))).toEqual(
        examples.map(([, right]) => right),
      );
      expect(examples.map(([wrong]) => correctText(wrong)[0]?.rule)).toEqual(
        examples.map(() => rule),
      );
      expect(counterExamples.map((text) => applyAll(text))).toEqual(counterExamples);
    },
  );

  it('makes one correction of two faults of one word', () => {
    expect(correctText('قال إنه المـديرCompany, ومضى')).toEqual([
      { rule: 'tatweel', start: 8, end: 23, replacement: 'المدير Company,' },
    ]);
  });

  it('gives corrections in order that do not overlap, of any text', () => {
    const piece = fc.constantFrom(
      'و',
      ' ',
      '  ',
      'أكد',
      'شاكراً',
      '\u064b',
      ',',
      '،',
      '.',
      '”',
      '“',
      '»',
      '«',
      'ab',
      '12',
      'ـ',
      '?',
      'ال',
      'عام',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join('')),
        (text) => {
          let last = -1;
          for (const { start, end } of correctText(text)) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            last = end - 1;
          }
        },
      ),
    );
  });
});
