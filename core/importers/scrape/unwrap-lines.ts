import { endsSentence } from './fold-line.ts';
import type { PageLine } from './page-lines.ts';

/**
 * Lines that belong together because a margin broke them (every line of a file about as long), as groups; every other
 * line is a group of its own. A block of lines is put together only where nearly every line is so full that the next
 * line's first word had no room, and the others end a sentence.
 */
export function unwrapLines(lines: readonly PageLine[]): PageLine[][] {
  const blocks = splitAtGaps(lines);
  const width = findWidth(blocks);
  if (width === null) return lines.map((line) => [line]);
  const unwrapped = blocks.map((block) => unwrapBlock(block, width));
  let full = 0;
  let faults = 0;
  for (const block of unwrapped) {
    full += block.full;
    faults += block.faults;
  }
  if (full < (faults === 0 ? 2 : 3) || faults * 10 > full) return lines.map((line) => [line]);
  return unwrapped.flatMap((block, index) =>
    block.faults === 0 ? block.groups : (blocks[index] ?? []).map((line) => [line]),
  );
}

/** Margins that text is wrapped at, in characters. */
const narrowest = 45;
const widest = 120;

function splitAtGaps(lines: readonly PageLine[]): PageLine[][] {
  const blocks: PageLine[][] = [];
  let block: PageLine[] = [];
  for (const line of lines) {
    if (block.length > 0 && (line.afterGap || line.text === '')) {
      blocks.push(block);
      block = [];
    }
    block.push(line);
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/** The longest line of a page none of whose lines passes the widest margin; null: it was not wrapped. */
function findWidth(blocks: readonly (readonly PageLine[])[]): number | null {
  let width = 0;
  for (const block of blocks) {
    for (const line of block) {
      const { length } = line.text;
      if (length > widest && line.text.includes(' ')) return null;
      if (block.length > 1 && length <= widest) width = Math.max(width, length);
    }
  }
  return width < narrowest ? null : width;
}

/** `full`: lines that had no room for more; `faults`: lines that had, and did not end a sentence. */
function unwrapBlock(
  block: readonly PageLine[],
  width: number,
): { groups: PageLine[][]; full: number; faults: number } {
  const groups: PageLine[][] = [];
  let group: PageLine[] = [];
  let full = 0;
  let faults = 0;
  for (const [index, line] of block.entries()) {
    group.push(line);
    const next = block[index + 1];
    if (next === undefined) break;
    const firstWord = /^\S+/.exec(next.text)?.[0].length ?? 0;
    const isFull = line.text.length + 1 + firstWord > width - 2;
    if (isFull && !listMarker.test(next.text)) full += 1;
    else {
      // A headline may stand above its text without a blank line.
      if (index > 0 && !isFull && !endsSentence(line.text)) faults += 1;
      groups.push(group);
      group = [];
    }
  }
  groups.push(group);
  return { groups, full, faults };
}

const listMarker = /^(?:[•●▪■◦‣∙*]|[-–—]\s|[0-9٠-٩]{1,2}\s?[.)-]\s)/;
