import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toPlainText } from '../article/plain-text.ts';
import { cleanArticles } from './clean-articles.fixture.ts';
import { encodeText } from './encode-text.fixture.ts';
import { importFile } from './import-file.ts';
import { describeImport, expectedWords, documentWords } from './scraped-page.fixture.ts';
import { importWebScrape } from './web-scrape.ts';

const folder = new URL('fixtures/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));

describe('the fixtures', () => {
  it.each(cases)('%s is imported as expected', (name) => {
    const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
    const expected: unknown = JSON.parse(
      readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'),
    );
    const imported = importWebScrape(text);
    expect({ origin: 'Written for this test.', ...describeImport(imported) }).toEqual(expected);
    expect(documentWords(imported)).toBe(expectedWords(text, imported));
  });

  it.each(cases)('%s is the same article in every encoding, with either line end', (name) => {
    const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
    const words = describeImport(importWebScrape(text));
    for (const page of [text, text.replace(/\n/g, '\r\n')]) {
      for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
        for (const bom of [false, true]) {
          const parsed = importFile(encodeText(page, encoding, bom), `${name}.txt`);
          expect([parsed.encoding, describeImport(parsed)]).toEqual([encoding, words]);
        }
      }
      // What the code page has no sign for is written without it in both.
      const plain = page
        .replace(/[»«“”–’]/g, '"')
        .replace(/[©•]/g, '-')
        .replace(/[^\0-\u007f،؛؟\u0621-\u063a\u0640-\u0652]/g, '');
      for (const encoding of ['windows-1256', 'iso-8859-6'] as const) {
        const parsed = importFile(encodeText(plain, encoding, false), `${name}.txt`);
        expect([parsed.encoding, parsed.text]).toEqual([encoding, plain]);
      }
    }
  });
});

describe('a clean article', () => {
  it.each(cleanArticles.map((article) => [article[0], article] as const))(
    'passes whole: %s',
    (_first, article) => {
      for (const gap of ['\n', '\n\n', '\r\n\r\n']) {
        const { fields, doc, changes } = importWebScrape(article.join(gap));
        const lines = toPlainText(doc).text;
        expect([fields.headline ?? null, lines]).toEqual(
          fields.headline === undefined
            ? [null, article.join('\n')]
            : [article[0], article.slice(1).join('\n')],
        );
        expect(
          changes.filter((change) => change.kind === 'removed' || change.kind === 'joined'),
        ).toEqual([]);
      }
    },
  );

  it.each(cleanArticles.map((article) => [article[0], article] as const))(
    'passes whole below its headline: %s',
    (_first, article) => {
      const headline = 'حكاية من المدينة يرويها شاهد';
      const { fields, doc, changes } = importWebScrape([headline, ...article].join('\n\n'));
      expect(changes.filter((change) => change.kind === 'removed')).toEqual([]);
      expect([fields.headline, toPlainText(doc).text.split('\n')]).toEqual([headline, article]);
    },
  );
});

const shared = new URL('../../../shared/articles/', import.meta.url);

describe.skipIf(!existsSync(shared))('the real pages (where ../shared is present)', () => {
  it('finds the article between the menu above and the line below', () => {
    const text = read('000_ce10df47a6fb320d.txt');
    const { doc, ...found } = summary(text);
    expect(found).toEqual({
      fields: { headline: text.slice(21, 93) },
      paragraphs: 8,
      types: new Set(['paragraph']),
      changes: [
        ['removed', 'navigation', 0, 7],
        ['removed', 'navigation', 8, 19],
        ['headline', 'headline', 21, 93],
        ['proposed', 'quotation-marks', 1187, 1195],
        ['proposed', 'glued-scripts', 1603, 1615],
        ['removed', 'navigation', 2022, 2042],
      ],
    });
    expect(toPlainText(doc).text).toBe(text.slice(95, 2020).replace(/\n\n/g, '\n'));
  });

  it('makes the torn paragraph whole and leaves every other as it is', () => {
    const text = read('004_05bfbbd6a28af5c4.txt');
    const { doc, ...found } = summary(text);
    expect(found).toEqual({
      fields: { headline: text.slice(2, 67) },
      paragraphs: 12,
      types: new Set(['paragraph']),
      changes: [
        ['headline', 'headline', 2, 67],
        ['proposed', 'split-conjunction', 280, 285],
        ['joined', 'torn-paragraph', 810, 812],
        ['proposed', 'doubled-mark', 1052, 1059],
      ],
    });
    const body = `${text.slice(67, 810)} ${text.slice(812)}`.trim();
    expect(toPlainText(doc).text).toBe(body.replace(/\n\n/g, '\n'));
  });

  it('finds the same with a stray digit behind the last full stop', () => {
    const text = read('004_05bfbbd6a28af5c4.txt');
    const { doc, changes } = summary(`${text}2`);
    expect(changes.at(-1)).toEqual(['removed', 'counter', text.length, text.length + 1]);
    expect(doc).toEqual(summary(text).doc);
  });
});

function read(name: string): string {
  return readFileSync(new URL(name, shared), 'utf8');
}

function summary(text: string) {
  const imported = importWebScrape(text);
  expect(documentWords(imported)).toBe(expectedWords(text, imported));
  const { fields, changes, doc } = imported;
  return {
    fields,
    paragraphs: toPlainText(doc).blocks.length,
    types: new Set(doc.content?.map((node) => node.type)),
    changes: changes.map(({ kind, rule, start, end }) => [kind, rule, start, end]),
    doc,
  };
}
