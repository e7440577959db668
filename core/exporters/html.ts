import type { Article } from '../article/article.ts';
import type { ArticleDocument } from '../article/document.ts';
import { baseDirection } from './base-direction.ts';
import type { BaseDirection } from './base-direction.ts';
import { renderBlocks } from './html-blocks.ts';
import { renderHead, renderHeader } from './html-head.ts';
import { createNotes } from './html-notes.ts';
import { htmlWords } from './html-words.ts';

export interface HtmlOptions {
  /** `document`: a complete page that fetches nothing. `fragment`: its body alone. */
  profile: 'document' | 'fragment';
  /** Address to put into `<img src>`, as a `data:` URI; empty for an image that cannot be shown. */
  resolveImage: (src: string) => string;
}

/**
 * An article as HTML. `importHtml` reads either profile back as the same document, and from the page the same
 * fields. A page shows no image of the web, only a link to it. Annotations are left out.
 */
export function renderHtml(
  article: Article,
  document: ArticleDocument,
  { profile, resolveImage }: HtmlOptions,
): string {
  const words = htmlWords(article.language);
  const direction = baseDirection(article.language);
  const notes = createNotes();
  const context = {
    resolveImage: profile === 'document' ? withoutRemote(resolveImage) : resolveImage,
    renderNote: notes.renderNote,
    words,
  };
  const body = renderBlocks(document.doc.content, context, direction);
  const list = notes.renderList(words);
  const content = list === '' ? `${body}\n` : `${body}\n${list}\n`;
  if (profile === 'fragment') return content;
  return renderPage(article, direction, content);
}

function renderPage(article: Article, direction: BaseDirection, content: string): string {
  return `<!DOCTYPE html>
<html lang="${article.language}" dir="${direction}">
${renderHead(article)}
<body>
<article>
${renderHeader(article)}${content}</article>
</body>
</html>
`;
}

function withoutRemote(resolveImage: (src: string) => string): (src: string) => string {
  return (src) => {
    const address = resolveImage(src);
    return /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(address) ? '' : address;
  };
}
