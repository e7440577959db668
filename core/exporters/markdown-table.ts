import type { DocumentNode } from '../article/document.ts';
import { isHeaderRow } from './html-table.ts';
import { renderInline } from './markdown-inline.ts';

/**
 * A table as GFM has it: a first row of header cells and no other, one paragraph of `auto` direction a cell, no
 * spans, one alignment a column. Null for any other.
 */
export function renderTable(
  node: DocumentNode,
  renderNote: (note: DocumentNode) => string,
): string | null {
  const [head, ...rows] = (node.content ?? []).map((row) => row.content ?? []);
  if (head === undefined || !isHeaderRow(node.content?.[0])) return null;
  const aligns = head.map((cell) => cell.attrs?.['align']);
  const isPlain = (row: readonly DocumentNode[], type: string) =>
    row.length === head.length &&
    row.every(
      (cell, column) =>
        cell.type === type && isPlainCell(cell) && cell.attrs?.['align'] === aligns[column],
    );
  if (!isPlain(head, 'tableHeader')) return null;
  if (!rows.every((row) => isPlain(row, 'tableCell'))) return null;

  const line = (row: readonly DocumentNode[]) =>
    tableLine(row.map((cell) => renderInline(cell.content?.[0]?.content, 'cell', renderNote)));
  const delimiters = tableLine(aligns.map((align) => delimiterFor[String(align)] ?? '---'));
  return [line(head), delimiters, ...rows.map(line)].join('\n');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function isPlainCell(cell: DocumentNode): boolean {
  const [paragraph, ...more] = cell.content ?? [];
  const { colspan, rowspan } = cell.attrs ?? {};
  return (
    colspan === 1 && rowspan === 1 && more.length === 0 && paragraph?.attrs?.['dir'] === 'auto'
  );
}

const delimiterFor: Readonly<Record<string, string>> = {
  left: ':--',
  center: ':-:',
  right: '--:',
};
