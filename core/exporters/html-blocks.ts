import type { DocumentNode } from '../article/document.ts';
import { firstStrongDirection } from './base-direction.ts';
import type { BaseDirection } from './base-direction.ts';
import { htmlAttribute } from './html-escape.ts';
import { renderFigure } from './html-figure.ts';
import { renderText, renderTextBlock } from './html-inline.ts';
import { renderTable } from './html-table.ts';

/** What the blocks of one document share while they are written. */
export interface HtmlContext {
  /** Address of an image for `<img src>`; empty: the image is not shown, its alternative text stands instead. */
  resolveImage: (src: string) => string;
  renderNote: (note: DocumentNode) => string;
  /** Words that stand in the document but are the program's own, in the article's language. */
  words: { done: string; notDone: string };
}

/**
 * Blocks as HTML, one or more lines each, never a blank line. A text block always says its direction. A list,
 * quotation or table says only a fixed one; where it is `auto` and its text runs against `around`, the direction
 * it stands in, it gets its own with `data-dir="auto"` beside it, so that bullets and rules stand on the right side.
 */
export function renderBlocks(
  blocks: readonly DocumentNode[] | undefined,
  context: HtmlContext,
  around: BaseDirection,
): string {
  let html = '';
  for (const block of blocks ?? []) {
    if (html !== '') html += '\n';
    html += renderBlock(block, context, around);
  }
  return html;
}

export function renderBlock(
  node: DocumentNode,
  context: HtmlContext,
  around: BaseDirection,
): string {
  switch (node.type) {
    case 'paragraph':
      return renderTextBlock('p', node, context.renderNote);
    case 'heading':
      return renderTextBlock(`h${String(node.attrs?.['level'])}`, node, context.renderNote);
    case 'bulletList':
      return renderList('ul', '', node, context, around);
    case 'orderedList': {
      const start = node.attrs?.['start'];
      const attributes = start === 1 ? '' : ` start="${String(start)}"`;
      return renderList('ol', attributes, node, context, around);
    }
    case 'taskList':
      return renderList('ul', ' data-type="taskList"', node, context, around);
    case 'blockquote':
      return renderQuote(node, context, around);
    case 'pullQuote':
      return renderPullQuote(node, context);
    case 'figure':
      return renderFigure(node, context);
    case 'table':
      return renderTable(node, containerDirection(node, around).attributes, context.renderNote);
    default:
      return '<hr>';
  }
}

/** Who is quoted, as the last line of a quotation; nothing where nobody is named. */
export function renderAttribution(node: DocumentNode): string {
  const attribution = node.attrs?.['attribution'];
  if (typeof attribution !== 'string' || attribution === '') return '';
  return `\n<footer dir="auto">— <cite>${renderText(attribution)}</cite></footer>`;
}

function renderList(
  tag: string,
  attributes: string,
  node: DocumentNode,
  context: HtmlContext,
  around: BaseDirection,
): string {
  const direction = containerDirection(node, around);
  let html = `<${tag}${attributes}${direction.attributes}>`;
  for (const item of node.content ?? []) {
    const content = renderBlocks(item.content, context, direction.inside);
    html += item.type === 'taskItem' ? renderTask(item, content, context) : `\n<li>${content}</li>`;
  }
  return `${html}\n</${tag}>`;
}

function renderTask(item: DocumentNode, content: string, context: HtmlContext): string {
  const isDone = item.attrs?.['checked'] === true;
  const label = htmlAttribute('aria-label', isDone ? context.words.done : context.words.notDone);
  return `\n<li data-type="taskItem" data-checked="${String(isDone)}"><input type="checkbox" disabled${isDone ? ' checked' : ''}${label}>${content}</li>`;
}

function renderQuote(node: DocumentNode, context: HtmlContext, around: BaseDirection): string {
  const direction = containerDirection(node, around);
  return `<blockquote${htmlAttribute('cite', node.attrs?.['cite'])}${direction.attributes}>
${renderBlocks(node.content, context, direction.inside)}${renderAttribution(node)}
</blockquote>`;
}

function renderPullQuote(node: DocumentNode, context: HtmlContext): string {
  return `<aside role="doc-pullquote" data-type="pull-quote"${htmlAttribute('data-cite', node.attrs?.['cite'])}>
${renderTextBlock('p', node, context.renderNote)}${renderAttribution(node)}
</aside>`;
}

function containerDirection(
  node: DocumentNode,
  around: BaseDirection,
): { attributes: string; inside: BaseDirection } {
  const dir = node.attrs?.['dir'];
  if (dir === 'rtl' || dir === 'ltr') return { attributes: ` dir="${dir}"`, inside: dir };
  const own = firstStrongDirection(node) ?? around;
  return own === around
    ? { attributes: '', inside: around }
    : { attributes: ` dir="${own}" data-dir="auto"`, inside: own };
}
