import type { DocumentNode } from '../../core/article/document.ts';

/**
 * Which top-level blocks of two versions have no equal in the other, by index. Blocks are compared whole, order kept
 * (a longest common subsequence).
 */
export function differingBlocks(
  mine: DocumentNode,
  theirs: DocumentNode,
): { mine: Set<number>; theirs: Set<number> } {
  const a = (mine.content ?? []).map(keyOf);
  const b = (theirs.content ?? []).map(keyOf);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end += 1;
  }
  const common = commonBlocks(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const rest = (length: number, found: ReadonlySet<number>) =>
    new Set(
      Array.from({ length: length - start - end }, (_, index) => index)
        .filter((index) => !found.has(index))
        .map((index) => index + start),
    );
  return { mine: rest(a.length, common.a), theirs: rest(b.length, common.b) };
}

/** Past this many comparisons everything between the common ends counts as differing. */
const mostComparisons = 4_000_000;

function commonBlocks(
  a: readonly string[],
  b: readonly string[],
): { a: Set<number>; b: Set<number> } {
  const found = { a: new Set<number>(), b: new Set<number>() };
  if (a.length * b.length > mostComparisons) return found;
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        a[row] === b[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  let row = 0;
  let column = 0;
  while (row < a.length && column < b.length) {
    if (a[row] === b[column]) {
      found.a.add(row);
      found.b.add(column);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return found;
}

function keyOf(node: DocumentNode): string {
  return JSON.stringify(node);
}
