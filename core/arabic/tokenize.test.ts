import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize, withoutMarks } from './tokenize.ts';

test('words, numbers and signs stand apart, each with its kind', () => {
  const words = tokenize('زارت ليلى «حلب» في 28/1، ودفعت 3.5 ٪ فبعدVisit\nثمّ ١٬٢٠٠');
  expect(words.map(({ surface, kind }) => `${kind}:${surface}`)).toEqual([
    'arabic:زارت',
    'arabic:ليلى',
    'mark:«',
    'arabic:حلب',
    'mark:»',
    'arabic:في',
    'number:28',
    'mark:/',
    'number:1',
    'mark:،',
    'arabic:ودفعت',
    'number:3.5',
    'mark:٪',
    'arabic:فبعد',
    'latin:Visit',
    'break:\n',
    'arabic:ثمّ',
    'number:١٬٢٠٠',
  ]);
});

test('marks, tatweel and joiners stay in the surface and leave the bare word', () => {
  expect(tokenize('مُحَـــرِّر مى\u200cخواهم').map(({ surface, bare }) => [surface, bare])).toEqual([
    ['مُحَـــرِّر', 'محرر'],
    ['مى\u200cخواهم', 'مىخواهم'],
  ]);
  expect(withoutMarks('هٰذا')).toBe('هذا');
});

test('a full stop after a number is none of it', () => {
  expect(tokenize('عام 2024.').map(({ surface }) => surface)).toEqual(['عام', '2024', '.']);
});

test('every token is its place in the text, in order, and what is between them says nothing', () => {
  const characters = fc.constantFrom(
    ...'أبتثالو ُّـ0٣.,/«»،:؟\n\r\t\u200c\u200f\u00adaZé-—👍𐤀',
    '👩‍👩‍👧',
    'e\u0301',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(characters).map((all) => all.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toBe(token.surface);
          expect(text.slice(last, token.start)).toMatch(/^[\p{Z}\p{C}\p{M}]*$/u);
          last = token.end;
        }
        expect(text.slice(last)).toMatch(/^[\p{Z}\p{C}\p{M}]*$/u);
      },
    ),
  );
});
