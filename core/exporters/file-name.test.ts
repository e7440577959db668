import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportFileName } from './file-name.ts';

const id = '019bfe10-2f6e-7c31-9a55-0d6a3e1b7c42';
const nameOf = (slug: string, headline = '') => exportFileName({ slug, headline, id }, 'html');

test.each([
  ['the slug first', 'خطة-الإنارة', 'عنوان', 'خطة-الإنارة.html'],
  [
    'else the headline',
    '',
    'مجلس البلدية يقرّ خطة: «إنارة» 2026',
    'مجلس-البلدية-يقرّ-خطة-«إنارة»-2026.html',
  ],
  ['else the id', '', '؟؟ … /', `${id}.html`],
  [
    'separators and wildcards become dashes',
    'a/b\\c:d*e?f"g<h>i|j',
    '',
    'a-b-c-d-e-f-g-h-i-j.html',
  ],
  ['a device of Windows gets a prefix', 'NUL', '', '_NUL.html'],
  ['a device with a dot after it too', 'com1.خبر', '', '_com1.خبر.html'],
  ['no path upwards', '../../etc/passwd', '', 'etc-passwd.html'],
  ['no hidden file, no option, no dot at the end', '.-خبر-. ', '', 'خبر.html'],
  ['direction marks are gone', '\u202egnp.خبر\u202c\u200f', '', 'gnp.خبر.html'],
  ['a family stays one family', 'خبر 👩‍👩‍👧', '', 'خبر-👩‍👩‍👧.html'],
  ['one form of accents', 'cafe\u0301', '', 'caf\u00e9.html'],
  ['lone surrogates', 'خبر\ud83d', '', 'خبر\ufffd.html'],
])('%s', (_, slug, headline, expected) => {
  expect(nameOf(slug, headline)).toBe(expected);
});

test('a long name is cut between graphemes, at no more than 120 bytes', () => {
  const long = nameOf('مُ'.repeat(100));
  expect(long).toBe(`${'مُ'.repeat(30)}.html`);
  expect(nameOf('👩‍👩‍👧'.repeat(20))).toBe(`${'👩‍👩‍👧'.repeat(6)}.html`);
});

test('any text gives a name that every system takes', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      (slug, headline) => {
        const name = exportFileName({ slug, headline, id }, 'md');
        const stem = name.slice(0, -3);
        expect(name.endsWith('.md')).toBe(true);
        expect(stem).not.toMatch(/[\p{Cc}<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/u);
        expect(stem).not.toMatch(/^[-. ]|[-. ]$/);
        expect(stem).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(stem.length).toBeGreaterThan(0);
        expect(new TextEncoder().encode(stem).length).toBeLessThanOrEqual(121);
        expect(exportFileName({ slug: stem, headline: '', id }, 'md')).toBe(name);
      },
    ),
    { numRuns: 2000 },
  );
});
