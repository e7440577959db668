import type { ImportChange } from '../../core/importers/import-report.ts';

export interface OriginalPiece {
  /** UTF-16 offset into the original. */
  start: number;
  text: string;
  /** The change these words belong to. */
  change?: ImportChange;
}

/**
 * The original cut at its changes, in order; together the pieces are the whole text again. Where changes overlap the
 * one that begins first has the words.
 */
export function splitOriginal(text: string, changes: readonly ImportChange[]): OriginalPiece[] {
  const pieces: OriginalPiece[] = [];
  let at = 0;
  for (const change of changes.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(at, change.start);
    const end = Math.min(text.length, change.end);
    if (end <= start) continue;
    if (start > at) pieces.push({ start: at, text: text.slice(at, start) });
    pieces.push({ start, text: text.slice(start, end), change });
    at = end;
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at) });
  return pieces;
}
