import DOMPurify from 'dompurify';
import type { Node, ResolvedPos, Schema } from '@tiptap/pm/model';
import { Fragment, Slice } from '@tiptap/pm/model';
import { cleanText } from '../../core/article/canonical-document.ts';
import { isSafeLink } from '../../core/article/links.ts';
import { turnStylesIntoMarks } from './pasted-styles.ts';
import { dropEmptyParagraphs, turnWordLists } from './word-paste.ts';

/**
 * Pasted HTML as the document schema may read it: cleaned by DOMPurify, images of the web turned into figures that
 * only keep the address. What the schema does not know, it drops afterwards.
 */
export function cleanPastedHtml(html: string): string {
  const fragment = DOMPurify.sanitize(withoutStyles(html), {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'select', 'textarea', 'video', 'audio'],
    // Their words are orders to a page's reader (share, subscribe), not the page's text.
    ADD_FORBID_CONTENTS: ['button', 'select', 'textarea'],
    FORBID_ATTR: ['style', 'class', 'id'],
    RETURN_DOM_FRAGMENT: true,
  });
  turnWordLists(fragment);
  turnStylesIntoMarks(fragment);
  // What comes from a page of this program has its empty paragraphs on purpose.
  if (fragment.querySelector('[data-pm-slice]') === null) dropEmptyParagraphs(fragment);
  for (const image of fragment.querySelectorAll('img')) turnIntoFigure(image);
  for (const heading of fragment.querySelectorAll('h1, h5, h6')) renameHeading(heading);
  for (const link of fragment.querySelectorAll('a[href]')) {
    if (!isSafeLink(link.getAttribute('href'))) link.replaceWith(...link.childNodes);
  }
  const holder = document.createElement('div');
  holder.append(fragment);
  return holder.innerHTML;
}

/** Pasted plain text: every line a paragraph, empty lines between paragraphs are nothing. */
export function textToSlice(text: string, $context: ResolvedPos): Slice {
  const { schema } = $context.doc.type;
  const marks = $context.marks().filter((mark) => mark.type.name !== 'annotation');
  const lines = text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map((line) => cleanText(line).trimEnd())
    .filter((line) => line.trim() !== '');
  const paragraphs = lines.map((line) => toParagraph(schema, line, marks));
  return new Slice(Fragment.fromArray(paragraphs), 1, 1);
}

/**
 * A policy without inline styles complains about them even in a document that is only parsed. What else this might
 * change is text that looks like a tag, and is cleaned afterwards all the same.
 */
function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[^]*?(<\/style\s*>|$)/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='));
}

/** The article's headline is not in its text: a page's first heading is one level down, its small ones are the last. */
function renameHeading(heading: Element): void {
  const known = document.createElement(heading.tagName === 'H1' ? 'h2' : 'h4');
  known.append(...heading.childNodes);
  const dir = heading.getAttribute('dir');
  if (dir !== null) known.setAttribute('dir', dir);
  heading.replaceWith(known);
}

function toParagraph(schema: Schema, line: string, marks: Node['marks']): Node {
  return schema.node('paragraph', null, [schema.text(line, marks)]);
}

function turnIntoFigure(image: HTMLImageElement): void {
  const src = image.getAttribute('src') ?? '';
  const outer = image.closest('figure');
  const caption = outer?.querySelector('figcaption') ?? null;
  if (!/^https?:/i.test(src) || !isSafeLink(src)) {
    image.remove();
    return;
  }
  const figure = document.createElement('figure');
  figure.dataset['src'] = src;
  const alt = image.getAttribute('alt') ?? '';
  if (alt !== '') figure.dataset['alt'] = alt;
  figure.append(caption ?? document.createElement('figcaption'));
  (outer ?? image).replaceWith(figure);
}
