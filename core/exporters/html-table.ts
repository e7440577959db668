import type { DocumentNode } from '../article/document.ts';
import { htmlAttribute } from './html-escape.ts';
import { looksEmpty, renderInline, renderTextBlock } from './html-inline.ts';

/**
 * A table, one row a line. A first row of header cells only, none of which reaches below it, is the table's head;
 * any other header cell heads its row. A cell of one paragraph holds its text without a `p`, and the direction itself.
 */
export function renderTable(
  node: DocumentNode,
  direction: string,
  renderNote: (note: DocumentNode) => string,
): string {
  const rows = node.content ?? [];
  const hasHead = isHeaderRow(rows[0]) && (rows[0]?.content ?? []).every(isOneRowHigh);
  let html = `<table${direction}>`;
  rows.forEach((row, index) => {
    const isHead = hasHead && index === 0;
    if (isHead) html += '\n<thead>';
    else if (index === (hasHead ? 1 : 0)) html += '\n<tbody>';
    html += '\n<tr>';
    for (const cell of row.content ?? []) html += renderCell(cell, isHead, renderNote);
    html += '</tr>';
    if (isHead) html += '\n</thead>';
  });
  return `${html}${rows.length > (hasHead ? 1 : 0) ? '\n</tbody>' : ''}\n</table>`;
}

export function isHeaderRow(row: DocumentNode | undefined): boolean {
  return row?.content?.every((cell) => cell.type === 'tableHeader') ?? false;
}

function isOneRowHigh(cell: DocumentNode): boolean {
  return cell.attrs?.['rowspan'] === 1;
}

function renderCell(
  cell: DocumentNode,
  isHead: boolean,
  renderNote: (note: DocumentNode) => string,
): string {
  const { colspan, rowspan, align } = cell.attrs ?? {};
  const isHeader = cell.type === 'tableHeader';
  let tag = isHeader ? `th scope="${isHead ? 'col' : 'row'}"` : 'td';
  if (colspan !== 1) tag += ` colspan="${String(colspan)}"`;
  if (rowspan !== 1) tag += ` rowspan="${String(rowspan)}"`;
  tag += htmlAttribute('data-align', align);
  const paragraphs = cell.content ?? [];
  const only = paragraphs.length === 1 ? paragraphs[0] : undefined;
  let content: string;
  if (only === undefined) {
    content = paragraphs.map((paragraph) => renderTextBlock('p', paragraph, renderNote)).join('');
  } else {
    content = renderInline(only.content, renderNote);
    tag += ` dir="${String(only.attrs?.['dir'])}"`;
    if (content !== '' && looksEmpty(content)) tag += ' data-keep';
  }
  return `<${tag}>${content}</${isHeader ? 'th' : 'td'}>`;
}
