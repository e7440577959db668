import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDocument, cleanText } from '../article/canonical-document.ts';
import { toPlainText } from '../article/plain-text.ts';
import {
  anyText,
  documentWords,
  expectedWords,
  scrapedPage,
  wholePage,
} from './scraped-page.fixture.ts';
import { importChangeSchema } from './import-report.ts';
import { importWebScrape } from './web-scrape.ts';

describe('importWebScrape', () => {
  it.each([
    ['pages', wholePage],
    ['lines in any order', scrapedPage],
    ['any text', anyText],
  ] as const)('loses no character and invents none, of %s', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const imported = importWebScrape(text);
        expect(documentWords(imported)).toBe(expectedWords(text, imported));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a canonical document, and the same one each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const imported = importWebScrape(text);
        expect(canonicalDocument(imported.doc)).toEqual(imported.doc);
        expect(importWebScrape(text)).toEqual(imported);
      }),
      { numRuns: 300 },
    );
  });

  it('reports changes in order, each with its place in the text', () => {
    fc.assert(
      fc.property(fc.oneof(wholePage, anyText), (text) => {
        const { doc, changes } = importWebScrape(text);
        const plain = toPlainText(doc).text;
        for (const [id, change] of changes.entries()) {
          expect(importChangeSchema.parse(change)).toEqual(change);
          expect(change.id).toBe(id);
          const { offset, before, after } = change.place;
          const inside =
            change.kind === 'proposed'
              ? cleanText(change.original)
              : change.inline === true || change.kind === 'joined'
                ? change.replacement
                : '';
          expect(plain.slice(offset - before.length, offset)).toBe(before);
          expect(plain.slice(offset, offset + inside.length)).toBe(inside);
          expect(plain.slice(offset + inside.length).slice(0, 64)).toBe(after);
          expect(before.length).toBe(Math.min(64, offset));
        }
      }),
      { numRuns: 500 },
    );
  });
});
