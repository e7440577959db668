import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import { decodeText, maxImportBytes } from './decode-text.ts';
import { encodeText } from './encode-text.fixture.ts';

const sentences = [
  'افتتح وزير النقل اليوم جسراً جديداً فوق النهر، وحضر الحفل عدد من أهالي المدينة.',
  'قالت اللجنة المنظمة إن المعرض يستمر أسبوعاً كاملاً؛ والدخول إليه بلا مقابل.',
  'هل تعود الرحلات الجوية قبل نهاية الشهر؟ سؤال ينتظر آلاف المسافرين الجواب عنه.',
  'ظهرت على الشاطئ سلحفاة ضخمة، فأسرع الصيادون إلى إبلاغ مركز حماية البيئة.',
];
const arabicText = fc
  .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('\r\n\n'));

describe('decodeText', () => {
  it.each([
    ['utf-8', 'utf-8', false],
    ['utf-8 with BOM', 'utf-8', true],
    ['utf-16le with BOM', 'utf-16le', true],
    ['utf-16be with BOM', 'utf-16be', true],
    ['utf-16le', 'utf-16le', false],
    ['utf-16be', 'utf-16be', false],
    ['windows-1256', 'windows-1256', false],
    ['iso-8859-6', 'iso-8859-6', false],
  ] as const)('reads back Arabic text written in %s', (_name, encoding, bom) => {
    fc.assert(
      fc.property(arabicText, (text) => {
        expect(decodeText(encodeText(text, encoding, bom), 'خبر.txt')).toEqual({ text, encoding });
      }),
    );
  });

  it('reads back any text of one line in UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(/[\p{L}\p{N}]/u.test(text));
        expect(decodeText(encodeText(text, 'utf-8', true), 'a.txt').text).toBe(text);
      }),
    );
  });

  it('tells the two Arabic code pages apart in one short sentence', () => {
    const found = sentences.map((sentence) =>
      (['windows-1256', 'iso-8859-6'] as const).map(
        (encoding) => decodeText(encodeText(sentence, encoding, false), 'a.txt').encoding,
      ),
    );
    expect(found).toEqual(sentences.map(() => ['windows-1256', 'iso-8859-6']));
  });

  it('believes a declared code page only where the bytes leave it open', () => {
    const text = sentences[0] ?? '';
    expect(decodeText(encodeText(text, 'utf-8', false), 'a.html', 'windows-1256').encoding).toBe(
      'utf-8',
    );
    expect(decodeText(encodeText('ابت', 'iso-8859-6', false), 'a.html', 'ISO-8859-6').text).toBe(
      'ابت',
    );
  });

  it('reads a UTF-8 file that was cut in the middle of a letter', () => {
    const bytes = encodeText(sentences.join('\n'), 'utf-8', false).subarray(0, 198);
    const { text, encoding } = decodeText(bytes, 'a.txt');
    expect([encoding, text.at(-1)]).toEqual(['utf-8', '\ufffd']);
  });

  it('keeps line ends and leaves the byte order mark out', () => {
    expect(decodeText(encodeText('أ\r\nب\n', 'utf-8', true), 'a.txt').text).toBe('أ\r\nب\n');
  });

  it('names the file in every refusal', () => {
    const noise = new Uint8Array(4000);
    let seed = 7;
    for (let at = 0; at < noise.length; at += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      noise[at] = seed >>> 16;
    }
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    const cases: [string, Uint8Array, string][] = [
      ['empty.txt', new Uint8Array(0), 'FILE_EMPTY'],
      ['spaces.txt', encodeText(' \r\n\t\u00a0\u200f\n', 'utf-8', true), 'FILE_EMPTY'],
      ['large.txt', new Uint8Array(maxImportBytes + 1).fill(0x20), 'FILE_TOO_LARGE'],
      ['noise.txt', noise, 'FILE_NOT_TEXT'],
      ['image.txt', png, 'FILE_NOT_TEXT'],
      ['nul.txt', encodeText('خبر\0خبر', 'utf-8', false), 'FILE_NOT_TEXT'],
      ['controls.txt', encodeText('\u0001\u0002\u0003 abc', 'utf-8', false), 'FILE_NOT_TEXT'],
      ['wide.txt', Uint8Array.of(0xff, 0xfe, 0, 0, 0x27, 6, 0, 0), 'FILE_NOT_TEXT'],
    ];
    const found = cases.map(([fileName, bytes]) => {
      try {
        return decodeText(bytes, fileName).encoding;
      } catch (error) {
        return error instanceof AppError ? [error.code, error.details] : error;
      }
    });
    expect(found).toEqual(cases.map(([fileName, , code]) => [code, { fileName }]));
  });
});
