import type { DocumentNode } from '../article/document.ts';
import { renderAttribution, renderBlock as renderHtmlBlock } from './html-blocks.ts';
import type { HtmlContext } from './html-blocks.ts';
import type { BaseDirection } from './base-direction.ts';
import { htmlAttribute } from './html-escape.ts';
import { withoutAnnotations } from './inline-content.ts';
import {
  escapeDestination,
  escapeHeadingEnd,
  escapeMarkdown,
  quoteTitle,
} from './markdown-escape.ts';
import { isLoneTag, renderInline } from './markdown-inline.ts';
import type { MarkdownNotes } from './markdown-notes.ts';
import { renderTable } from './markdown-table.ts';

export interface MarkdownContext {
  resolveImage: (src: string) => string;
  notes: MarkdownNotes;
  /** For blocks that are written as HTML. */
  html: HtmlContext;
  base: BaseDirection;
}

/**
 * Blocks as Markdown, parted by blank lines. Blocks of one fixed direction stand between `<div dir="rtl">` and
 * `</div>`, lines of their own with Markdown between them. A block that Markdown cannot say is HTML, of the shape
 * `renderHtml` gives it, on lines without a blank one.
 */
export function renderBlocks(
  nodes: readonly DocumentNode[],
  context: MarkdownContext,
  inItem = false,
): string {
  let out = '';
  let openDirection: string | null = null;
  let isSecondList = false;
  let previous: string | null = null;

  nodes.forEach((node, index) => {
    const before = nodes[index - 1];
    isSecondList = !isSecondList && before !== undefined && areOneList(before, node);
    const notes = context.notes.count();
    const markdown = renderBlock(node, context, isSecondList);
    if (markdown === null) context.notes.keep(notes);
    const direction = markdown === null ? null : fixedDirection(node);
    if (openDirection !== null && openDirection !== direction) out += '\n\n</div>';
    const isTight =
      inItem &&
      previous !== null &&
      before?.type === 'paragraph' &&
      openDirection === null &&
      direction === null &&
      markdown !== null &&
      listKind(node) !== null &&
      mayInterruptParagraph(markdown);
    if (out !== '') out += isTight ? '\n' : '\n\n';
    if (direction !== null && direction !== openDirection) out += `<div dir="${direction}">\n\n`;
    openDirection = direction;
    previous = markdown;
    out += markdown ?? renderHtmlBlock(node, context.html, context.base);
  });
  return openDirection === null ? out : `${out}\n\n</div>`;
}

/** Null where Markdown has no way to say the block. Its direction, if fixed, is for the caller to say. */
function renderBlock(
  node: DocumentNode,
  context: MarkdownContext,
  isSecondList: boolean,
): string | null {
  switch (node.type) {
    case 'paragraph':
      return renderParagraph(node, context);
    case 'heading': {
      const text = renderInline(node.content, 'heading', context.notes.renderNote);
      const marks = '#'.repeat(Number(node.attrs?.['level']));
      return text === '' ? marks : `${marks} ${escapeHeadingEnd(text)}`;
    }
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return renderList(node, context, isSecondList);
    case 'blockquote':
      return renderQuote(node, context);
    case 'figure':
      return renderImage(node, context);
    case 'table':
      return renderTable(node, context.notes.renderNote);
    case 'horizontalRule':
      return '---';
    default:
      return null;
  }
}

function renderParagraph(node: DocumentNode, context: MarkdownContext): string | null {
  const text = renderInline(node.content, 'paragraph', context.notes.renderNote);
  return text === '' || isLoneTag(text) ? null : text;
}

function renderList(
  node: DocumentNode,
  context: MarkdownContext,
  isSecondList: boolean,
): string | null {
  const items: string[] = [];
  const start = Number(node.attrs?.['start'] ?? 1);
  for (const [index, item] of (node.content ?? []).entries()) {
    const children = item.content ?? [];
    const [first] = children;
    const isBare = children.length === 1 && first !== undefined && isEmptyParagraph(first);
    let content = isBare ? '' : renderBlocks(children, context, true);
    if (item.type === 'taskItem') {
      // The box must stand in the first line of a paragraph.
      if (content === '' || /^<(?:p|div) dir=/.test(content)) return null;
      content = `[${item.attrs?.['checked'] === true ? 'x' : ' '}] ${content}`;
    }
    let marker = isSecondList ? '*' : '-';
    if (node.type === 'orderedList') {
      marker = `${Math.min(start + index, 999_999_999)}${isSecondList ? ')' : '.'}`;
    }
    items.push(
      content === '' ? marker : `${marker} ${indent(content, ' '.repeat(marker.length + 1))}`,
    );
  }
  return items.join(items.some((item) => item.includes('\n\n')) ? '\n\n' : '\n');
}

function renderQuote(node: DocumentNode, context: MarkdownContext): string | null {
  const content = renderBlocks(node.content ?? [], context);
  const cite = htmlAttribute('cite', node.attrs?.['cite']);
  const attribution = renderAttribution(node);
  if (cite === '' && attribution === '') {
    return content.replace(/^.*$/gm, (line) => (line === '' ? '>' : `> ${line}`));
  }
  return `<blockquote${cite}>\n\n${content}\n${attribution}\n</blockquote>`;
}

function renderImage(node: DocumentNode, context: MarkdownContext): string | null {
  const { src, alt, credit, dir } = node.attrs ?? {};
  const [caption, ...more] = withoutAnnotations(node.content);
  if (typeof src !== 'string' || src === '' || credit !== '' || dir !== 'auto') return null;
  if (more.length > 0 || (caption && (caption.text === undefined || caption.marks?.length)))
    return null;
  const address = context.resolveImage(src);
  if (address === '' || /\s/.test(address)) return null;
  const label = escapeMarkdown(String(alt), { inLink: true, inTable: false, hasLabelEnd: true });
  const title = caption?.text === undefined ? '' : ` ${quoteTitle(caption.text)}`;
  return `![${label}](${escapeDestination(address, false)}${title})`;
}

/** Two lists side by side would be read as one, unless their markers differ. */
function areOneList(before: DocumentNode | undefined, node: DocumentNode): boolean {
  return before !== undefined && listKind(before) !== null && listKind(before) === listKind(node);
}

function listKind({ type }: DocumentNode): string | null {
  if (type === 'orderedList') return type;
  return type === 'bulletList' || type === 'taskList' ? 'bulletList' : null;
}

/** Whether a list may follow a paragraph without a blank line. */
function mayInterruptParagraph(list: string): boolean {
  return /^(?:[-*]|1[.)]) \S/.test(list);
}

function fixedDirection(node: DocumentNode): string | null {
  const dir = node.attrs?.['dir'];
  return dir === 'rtl' || dir === 'ltr' ? dir : null;
}

function isEmptyParagraph(node: DocumentNode): boolean {
  return (node.content ?? []).length === 0 && node.attrs?.['dir'] === 'auto';
}

function indent(text: string, by: string): string {
  return text.replace(/\n(?!\n)/g, `\n${by}`);
}
