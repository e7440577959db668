import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toArticleDocument } from '../article/canonical-document.ts';
import { randomDocument, withoutAnnotationMarks } from '../article/random-document.fixture.ts';
import { importHtml } from '../importers/html.ts';
import { sampleArticle } from './article.fixture.ts';
import { renderHtml } from './html.ts';

const longEnoughForASlowMachine = 300_000;

const resolveImage = (src: string) => src;

test.each(['document', 'fragment'] as const)(
  'any document -> HTML (%s) -> document comes back equal',
  (profile) => {
    fc.assert(
      fc.property(randomDocument(), fc.constantFrom('ar', 'en'), (doc, language) => {
        const article = { ...sampleArticle, language };
        const html = renderHtml(article, toArticleDocument(doc), { profile, resolveImage });
        const back = importHtml(html);
        expect(back.doc).toEqual(withoutAnnotationMarks(doc));
        expect(back.changes).toEqual([]);
        const again = renderHtml(article, toArticleDocument(back.doc), {
          profile,
          resolveImage,
        });
        expect(again).toBe(html);
      }),
      { numRuns: 1000 },
    );
  },
  longEnoughForASlowMachine,
);
