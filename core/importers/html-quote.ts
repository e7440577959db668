import type { DocumentNode } from '../article/document.ts';
import { isSafeLink } from '../article/links.ts';
import { fitBlocks } from './html-fit.ts';
import { attributeOf, childElements, findElements } from './html-tree.ts';
import type { HtmlElement } from './html-tree.ts';
import { readDirection, readInline, readPlainLine } from './html-inline.ts';
import type { WalkContext } from './html-inline.ts';

/** A quotation, and after it the blocks that may not stand in one. Nothing where it has no text. */
export function readQuote(element: HtmlElement, context: WalkContext): DocumentNode[] {
  const footer = findFooter(element);
  const blocks = context.readBlocks(withoutChild(element, footer));
  const { kept, lifted } = fitBlocks(blocks, quoteBlocks);
  if (kept.length === 0) return lifted;
  const attrs = { ...readSource(element, footer, context), ...readDirection(element) };
  return [{ type: 'blockquote', attrs, content: kept }, ...lifted];
}

export function readPullQuote(element: HtmlElement, context: WalkContext): DocumentNode {
  const footer = findFooter(element);
  const text = childElements(element).find((child) => child.tagName === 'p') ?? element;
  context.countTextBlock();
  return {
    type: 'pullQuote',
    attrs: { ...readSource(element, footer, context), ...readDirection(text) },
    content: readInline(element.childNodes, context, (child) => child === footer),
  };
}

function readSource(
  element: HtmlElement,
  footer: HtmlElement | undefined,
  context: WalkContext,
): { cite: string; attribution: string } {
  const cite = attributeOf(element, 'cite') ?? attributeOf(element, 'data-cite');
  return {
    cite: isSafeLink(cite) ? cite : '',
    attribution: footer === undefined ? '' : readAttribution(footer, context),
  };
}

/** The name alone: exactly the `cite` where nothing but a dash stands before it. */
function readAttribution(footer: HtmlElement, context: WalkContext): string {
  const whole = readPlainLine(footer.childNodes, context);
  const [cite] = findElements(footer, (element) => element.tagName === 'cite');
  const name = cite === undefined ? '' : readPlainLine(cite.childNodes, context);
  return whole === `— ${name}` ? name : whole.replace(/^[\s—–―‒-]*/, '').trim();
}

function findFooter(element: HtmlElement): HtmlElement | undefined {
  return childElements(element).findLast(
    (child) => child.tagName === 'footer' || child.tagName === 'cite',
  );
}

function withoutChild(element: HtmlElement, child: HtmlElement | undefined): HtmlElement {
  if (child === undefined) return element;
  return { ...element, childNodes: element.childNodes.filter((node) => node !== child) };
}

const quoteBlocks = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
]);
