import type { DocumentNode } from '../article/document.ts';
import { fitParagraphs } from './html-fit.ts';
import { attributeOf, childElements, findElements } from './html-tree.ts';
import type { HtmlElement } from './html-tree.ts';
import { readDirection } from './html-inline.ts';
import type { WalkContext } from './html-inline.ts';

/** A table, with its caption before it and blocks that may not stand in a cell after it. A table that only lays a page out gives its blocks. */
export function readTable(element: HtmlElement, context: WalkContext): DocumentNode[] {
  const cells = findRows(element).map((row) => childElements(row).filter(isCell));
  if (isLayout(element, cells)) {
    return cells.flat().flatMap((cell) => context.readBlocks(cell));
  }
  const lifted: DocumentNode[] = [];
  const rows: DocumentNode[] = [];
  for (const row of cells) {
    const content = row.map((cell) => {
      const read = readCell(cell, context);
      lifted.push(...read.lifted);
      return read.node;
    });
    if (content.length > 0) rows.push({ type: 'tableRow', content });
  }
  const caption = childElements(element)
    .filter((child) => child.tagName === 'caption')
    .flatMap((child) => context.readBlocks(child));
  if (rows.length === 0) return [...caption, ...lifted];
  return [...caption, { type: 'table', attrs: readDirection(element), content: rows }, ...lifted];
}

function readCell(
  element: HtmlElement,
  context: WalkContext,
): { node: DocumentNode; lifted: DocumentNode[] } {
  const direction = readDirection(element);
  const { kept, lifted } = fitParagraphs(
    context.readBlocks(element, {
      attrs: direction,
      keep: attributeOf(element, 'data-keep') !== undefined,
    }),
  );
  if (kept.length === 0) context.countTextBlock();
  return {
    node: {
      type: element.tagName === 'th' ? 'tableHeader' : 'tableCell',
      attrs: {
        colspan: readSpan(element, 'colspan'),
        rowspan: readSpan(element, 'rowspan'),
        align: readAlignment(element),
      },
      content: kept.length > 0 ? kept : [{ type: 'paragraph', attrs: direction }],
    },
    lifted,
  };
}

function findRows(table: HtmlElement): HtmlElement[] {
  return childElements(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName)
      ? childElements(child).filter((row) => row.tagName === 'tr')
      : [];
  });
}

function isCell(element: HtmlElement): boolean {
  return element.tagName === 'td' || element.tagName === 'th';
}

/** One cell holding other blocks, a table within the table, or said to be no more than presentation. */
function isLayout(table: HtmlElement, rows: readonly HtmlElement[][]): boolean {
  const role = attributeOf(table, 'role');
  if (role === 'presentation' || role === 'none') return true;
  const holds = (accepts: (element: HtmlElement) => boolean) =>
    findElements(table, accepts).length > 0;
  if (holds((element) => layoutTags.has(element.tagName))) return true;
  return (
    rows.flat().length === 1 &&
    holds((element) => /^(?:div|ul|ol|blockquote|img)$/.test(element.tagName))
  );
}

const layoutTags = new Set(['table', 'article', 'main', 'section', 'h1', 'h2', 'h3', 'figure']);

function readSpan(element: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attributeOf(element, name) ?? '1', 10);
  return Math.min(1000, Math.max(1, span || 1));
}

function readAlignment(element: HtmlElement): string | null {
  const said =
    attributeOf(element, 'data-align') ??
    attributeOf(element, 'align') ??
    /text-align:\s*(left|center|right)/i.exec(attributeOf(element, 'style') ?? '')?.[1];
  const align = said?.toLowerCase();
  return align === 'left' || align === 'center' || align === 'right' ? align : null;
}
