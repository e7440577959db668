import type { Block } from './block.ts';
import { isQuotationMark } from './quotation-marks.ts';

/** Without commas, stops, unmatched marks and brackets at either end; null where nothing is left. */
export function trimmedSpan(
  block: Block,
  first: number,
  end: number,
): { from: number; to: number } | null {
  let from = first;
  let to = end;
  while (from < to && isEdge(block, from, true, from, to)) from += 1;
  while (to > from && isEdge(block, to - 1, false, from, to)) to -= 1;
  return to > from ? { from, to } : null;
}

function isEdge(block: Block, at: number, leading: boolean, from: number, to: number): boolean {
  const token = block.tokens[at];
  if (token?.kind !== 'mark') return false;
  if (isQuotationMark(token)) {
    const quotation = block.quotations[block.quotationAt[at] ?? -1];
    if (quotation === undefined) return true;
    return quotation.open < from || quotation.close >= to;
  }
  if (leading) return /^[،,؛;:.\-–—)»]$/.test(token.surface);
  return /^[،,؛;:.\-–—(«]$/.test(token.surface);
}
