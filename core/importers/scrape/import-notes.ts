import { changeContextLength } from '../import-report.ts';
import type { ImportChange, ImportRule } from '../import-report.ts';
import type { LinePiece, PageLine } from './page-lines.ts';

/** A text block of the article as it is built; `at` is its offset in the article's plain text. */
export interface NotedBlock {
  text: string;
  at: number;
  /** Where its characters are in the original; what is not in a piece is not the original's own. */
  pieces: LinePiece[];
}

/** A correction of [start, end) of a block's text. */
export interface Correction {
  block: NotedBlock;
  rule: ImportRule;
  start: number;
  end: number;
  replacement: string;
}

/**
 * Collects an article's text from the lines of a page, and what was done on the way, with offsets on both sides.
 * Lines and blocks come in the order of the original.
 */
export class ImportNotes {
  readonly blocks: NotedBlock[] = [];
  readonly #original: string;
  readonly #entries: Entry[] = [];
  #lastEnd = 0;

  constructor(original: string) {
    this.#original = original;
  }

  /** Lines that are left out of the text, or became a field. */
  addLine(parts: readonly PageLine[], rule: ImportRule, isField: boolean): void {
    const start = parts[0]?.start ?? 0;
    const end = parts.at(-1)?.end ?? start;
    // Its place is before the block that comes next, which is not known yet.
    this.#note({
      kind: isField ? 'headline' : 'removed',
      rule,
      start,
      end,
      before: this.blocks.length,
    });
  }

  startBlock(): void {
    const last = this.blocks.at(-1);
    const at = last === undefined ? 0 : last.at + last.text.length + 1;
    this.blocks.push({ text: '', at, pieces: [] });
  }

  /**
   * Puts a line's text [from, to) to the end of the block, and notes the markup in it. The text before `from` and
   * after `to` is skipped by the rules `lead` and `rest`, with the markup there.
   */
  addText(line: PageLine, from: number, to: number, lead: ImportRule, rest: ImportRule): void {
    const block = this.#block();
    const start = from === 0 ? line.start : skippedUntil(line, from);
    const end = to === line.text.length ? line.end : skippedFrom(line, to);
    const offset = block.at + block.text.length;
    if (from > 0)
      this.#note({ kind: 'removed', rule: lead, start: line.start, end: start, offset });
    for (const markup of line.markup) {
      if (markup.start < start || markup.end > end) continue;
      this.#note({
        kind: 'removed',
        rule: 'markup',
        start: markup.start,
        end: markup.end,
        replacement: markup.replacement,
        offset: offset + markup.at - from,
      });
    }
    for (const piece of line.pieces) {
      const first = Math.max(from, piece.at);
      const length = Math.min(to, piece.at + piece.length) - first;
      if (length <= 0) continue;
      const at = block.text.length + first - from;
      block.pieces.push({ at, start: piece.start + first - piece.at, length });
    }
    // As `cleanText` has it, so that offsets are those of the stored document.
    block.text += line.text.slice(from, to).replace(/\t/g, ' ');
    this.#lastEnd = line.end;
    if (to < line.text.length)
      this.#note({
        kind: 'removed',
        rule: rest,
        start: end,
        end: line.end,
        offset: offset + to - from,
      });
  }

  /** Puts a space between two pieces of one paragraph; the second begins at `nextStart` of the original. */
  addJoint(nextStart: number): void {
    const block = this.#block();
    this.#note({
      kind: 'joined',
      rule: 'torn-paragraph',
      start: this.#lastEnd,
      end: nextStart,
      replacement: ' ',
      offset: block.at + block.text.length,
    });
    block.text += ' ';
  }

  /** Notes a correction, unless markup or a joint inside its range makes its words not the original's own. */
  addProposal({ block, rule, start, end, replacement }: Correction): void {
    const piece = pieceAt(block.pieces, start);
    if (piece === undefined || piece.at + piece.length < end) return;
    const from = piece.start + start - piece.at;
    this.#note({
      kind: 'proposed',
      rule,
      start: from,
      end: from + end - start,
      replacement,
      offset: block.at + start,
    });
  }

  toChanges(): ImportChange[] {
    const text = this.blocks.map((block) => block.text).join('\n');
    return this.#entries
      .toSorted((a, b) => a.start - b.start || a.end - b.end)
      .map((entry, id) => {
        const next = entry.before === undefined ? undefined : this.blocks[entry.before];
        const offset = entry.offset ?? next?.at ?? text.length;
        const original = this.#original.slice(entry.start, entry.end);
        const replacement = entry.replacement ?? '';
        const inText = entry.kind === 'proposed' ? original.length : replacement.length;
        return {
          id,
          kind: entry.kind,
          rule: entry.rule,
          start: entry.start,
          end: entry.end,
          original,
          replacement,
          ...(entry.kind === 'removed' && entry.before === undefined ? { inline: true } : {}),
          place: {
            offset,
            before: text.slice(Math.max(0, offset - changeContextLength), offset),
            after: text.slice(offset + inText, offset + inText + changeContextLength),
          },
          state: entry.kind === 'proposed' ? 'proposed' : 'applied',
        };
      });
  }

  #block(): NotedBlock {
    const block = this.blocks.at(-1);
    if (block === undefined) throw new Error('No block was started');
    return block;
  }

  #note(entry: Entry): void {
    this.#entries.push(entry);
  }
}

interface Entry {
  kind: ImportChange['kind'];
  rule: ImportRule;
  start: number;
  end: number;
  replacement?: string;
  /** In the article's text; for lines that were left out the number of the block they stood before instead. */
  offset?: number;
  before?: number;
}

/** The last piece that begins at or before `at`; pieces are in order. */
function pieceAt(pieces: readonly LinePiece[], at: number): LinePiece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.at ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

/** Where the original of a line's text before `at` ends. */
function skippedUntil(line: PageLine, at: number): number {
  let end = line.start;
  for (const piece of line.pieces)
    if (piece.at < at) end = piece.start + Math.min(at - piece.at, piece.length);
  for (const markup of line.markup)
    if (markup.at < at && markup.at + markup.replacement.length <= at)
      end = Math.max(end, markup.end);
  return end;
}

/** Where the original of a line's text from `at` on begins, the markup before it included. */
function skippedFrom(line: PageLine, at: number): number {
  let start = line.end;
  for (const piece of line.pieces)
    if (piece.at + piece.length > at)
      start = Math.min(start, piece.start + Math.max(0, at - piece.at));
  for (const markup of line.markup) if (markup.at >= at) start = Math.min(start, markup.start);
  return start;
}
