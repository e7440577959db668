import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toArticleDocument } from '../article/canonical-document.ts';
import { randomDocument, withoutAnnotationMarks } from '../article/random-document.fixture.ts';
import { importMarkdown } from '../importers/markdown.ts';
import { sampleArticle } from './article.fixture.ts';
import { renderMarkdown } from './markdown.ts';

const longEnoughForASlowMachine = 300_000;

const resolveImage = (src: string) => src;

test(
  'any document -> Markdown -> document comes back equal',
  () => {
    fc.assert(
      fc.property(randomDocument(), fc.constantFrom('ar', 'en'), (doc, language) => {
        const article = { ...sampleArticle, language };
        const markdown = renderMarkdown(article, toArticleDocument(doc), { resolveImage });
        const back = importMarkdown(markdown);
        expect(back.doc).toEqual(withoutAnnotationMarks(doc));
        const again = renderMarkdown(article, toArticleDocument(back.doc), { resolveImage });
        expect(again).toBe(markdown);
      }),
      { numRuns: 1000 },
    );
  },
  longEnoughForASlowMachine,
);
