import { toArticleDocument } from '../core/article/canonical-document.ts';
import type { ArticleDocument, DocumentNode } from '../core/article/document.ts';

/** A document of paragraphs. */
export function paragraphs(...texts: string[]): ArticleDocument {
  return toArticleDocument({
    type: 'doc',
    content: texts.map((text): DocumentNode =>
      text === ''
        ? { type: 'paragraph' }
        : { type: 'paragraph', content: [{ type: 'text', text }] },
    ),
  });
}
