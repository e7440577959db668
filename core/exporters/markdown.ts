import type { Article } from '../article/article.ts';
import type { ArticleDocument } from '../article/document.ts';
import { baseDirection } from './base-direction.ts';
import { renderFrontMatter } from './front-matter.ts';
import { renderInlineNote } from './html-notes.ts';
import { htmlWords } from './html-words.ts';
import { renderBlocks } from './markdown-blocks.ts';
import { createNotes } from './markdown-notes.ts';

export interface MarkdownOptions {
  /** Address to put into an image, as a `data:` URI; empty for an image that cannot be shown. */
  resolveImage: (src: string) => string;
}

/**
 * An article as CommonMark with GFM's tables, task lists, strike and footnotes, its fields as YAML front matter.
 * `importMarkdown` reads it back as the same fields and the same document, without annotations.
 *
 * Direction: `auto` needs nothing. Blocks of a fixed one stand between lines `<div dir="rtl">` and `</div>`, which
 * stay Markdown inside and which common renderers obey; a block written as HTML has a `dir` attribute.
 * What Markdown has no word for stands as HTML of the shape `renderHtml` writes: marks inline, blocks on lines of
 * their own.
 */
export function renderMarkdown(
  article: Article,
  document: ArticleDocument,
  { resolveImage }: MarkdownOptions,
): string {
  const notes = createNotes();
  const body = renderBlocks(document.doc.content ?? [], {
    resolveImage,
    notes,
    html: { resolveImage, renderNote: renderInlineNote, words: htmlWords(article.language) },
    base: baseDirection(article.language),
  });
  return `${renderFrontMatter(article)}\n${body}${notes.renderDefinitions()}\n`;
}
