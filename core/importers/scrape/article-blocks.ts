import type { PageLine } from './page-lines.ts';
import type { EndingHabit } from './torn-paragraphs.ts';
import { continuesSentence, endingHabit } from './torn-paragraphs.ts';
import type { TextLine } from './text-line.ts';

/**
 * A text block of the article: one line of the page, or several put together. In a list item the first `marker`
 * characters are its bullet or number. `list` numbers the lists of the article: items of one list have the same.
 */
export interface ArticleBlock {
  type: 'paragraph' | 'heading' | 'bullet' | 'ordered';
  parts: readonly PageLine[];
  marker: number;
  list: number;
  /** Number of an item of an ordered list. */
  number: number;
}

/** The article's lines as blocks, in order: torn paragraphs whole, lists and sub-headings known. `null`: a line that was taken out. */
export function buildBlocks(lines: readonly (TextLine | null)[]): ArticleBlock[] {
  const blocks: ArticleBlock[] = [];
  const habit = endingHabit(lines.filter((line) => line !== null));
  let list = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line === null) continue;
    const length = countItems(lines, at);
    if (length > 0) {
      list += 1;
      for (const item of lines.slice(at, at + length)) {
        if (item === null) continue;
        const number = readNumber(item);
        const type = number === null ? 'bullet' : 'ordered';
        blocks.push({ type, parts: item.parts, marker: item.marker, list, number: number ?? 0 });
      }
      at += length - 1;
      continue;
    }
    const parts = [...line.parts];
    let last = line;
    for (let next = lines[at + 1]; next !== undefined && next !== null; next = lines[at + 1]) {
      if (!continuesSentence(last, next, habit)) break;
      parts.push(...next.parts);
      last = next;
      at += 1;
    }
    const type = parts.length === 1 && isHeading(lines, at, habit) ? 'heading' : 'paragraph';
    blocks.push({ type, parts, marker: 0, list: 0, number: 0 });
  }
  return blocks;
}

/** How many lines from `at` are items of one list: two at least, all with bullets, or numbered one after another. */
function countItems(lines: readonly (TextLine | null)[], at: number): number {
  const first = lines[at];
  if (first === undefined || first === null || first.marker === 0) return 0;
  const start = readNumber(first);
  if (start !== null && start !== 1) return 0;
  let length = 1;
  for (let next = lines[at + 1]; next !== undefined && next !== null; next = lines[at + length]) {
    if (next.marker === 0 || next.marker >= next.text.length) break;
    if (readNumber(next) !== (start === null ? null : start + length)) break;
    length += 1;
  }
  // A dash before a line may also be somebody speaking; a single dot may be a trifle of the page's layout.
  return length >= 2 ? length : 0;
}

function readNumber(line: TextLine): number | null {
  const digits = /^[0-9٠-٩]+/.exec(line.text.slice(0, line.marker))?.[0];
  if (digits === undefined) return null;
  return Number(digits.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf)));
}

/** A short line without a full stop, alone between two paragraphs that have theirs, in a text whose paragraphs all do. */
function isHeading(lines: readonly (TextLine | null)[], at: number, habit: EndingHabit): boolean {
  const line = lines[at];
  if (line === null || line === undefined) return false;
  // Furniture may have stood in between.
  const before = lines.slice(Math.max(0, at - 4), at).findLast((item) => item !== null);
  const after = lines[at + 1];
  if (before === null || before === undefined || after === null || after === undefined)
    return false;
  return (
    habit.paragraphs >= 4 &&
    habit.share >= 0.8 &&
    line.marker === 0 &&
    line.words >= 2 &&
    line.words <= 9 &&
    line.text.length <= 70 &&
    line.afterGap &&
    after.afterGap &&
    !/[.،,:؛…"”»“«)\]-]$/.test(line.text) &&
    !/^["“«”»(]/.test(line.text) &&
    before.words >= 12 &&
    before.ended &&
    after.words >= 12 &&
    after.ended
  );
}
