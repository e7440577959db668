import { findMarkup } from './page-markup.ts';
import type { Markup } from './page-markup.ts';

/**
 * One line of a page: `text` is what a reader sees, trimmed, and each character of it is known in the original.
 * [start, end) is the line in the original, its markup included, the white space around it not.
 * A line that was all markup has the empty text. `afterGap`: a blank line, or a block of HTML, begins before it.
 */
export interface PageLine {
  text: string;
  start: number;
  end: number;
  pieces: readonly LinePiece[];
  markup: readonly LineMarkup[];
  afterGap: boolean;
}

/** `text` [at, at + length) is the original [start, start + length). */
export interface LinePiece {
  at: number;
  start: number;
  length: number;
}

/** Markup inside a line; it stands before offset `at` of the line's text, or, where it is read as characters, there. */
export interface LineMarkup {
  at: number;
  start: number;
  end: number;
  replacement: string;
}

/** The lines of a page that hold anything at all, in order. Every character but white space is in exactly one. */
export function splitPageLines(text: string): PageLine[] {
  const lines: PageLine[] = [];
  let tokens: LineToken[] = [];
  let at = 0;
  let gap = true;

  const addText = (end: number) => {
    if (end > at) tokens.push({ start: at, end, text: text.slice(at, end), literal: true });
  };
  const endLine = () => {
    const line = buildLine(tokens, gap);
    if (line === null) gap = true;
    else {
      lines.push(line);
      gap = false;
    }
    tokens = [];
  };

  for (const found of findMarkup(text)) {
    addText(found.start);
    at = found.end;
    if (found.kind === 'inline') tokens.push(toToken(found));
    else if (found.kind === 'line') endLine();
    else {
      if (tokens.length > 0) endLine();
      lines.push({ ...allMarkup(found), afterGap: gap });
      gap = found.kind === 'block';
    }
  }
  addText(text.length);
  if (tokens.length > 0) endLine();
  return lines;
}

interface LineToken {
  start: number;
  end: number;
  text: string;
  /** The text is the original's own, not what markup stands for. */
  literal: boolean;
}

function toToken({ start, end, replacement }: Markup): LineToken {
  return { start, end, text: replacement, literal: false };
}

function allMarkup({ start, end }: Markup): Omit<PageLine, 'afterGap'> {
  return { text: '', start, end, pieces: [], markup: [{ at: 0, start, end, replacement: '' }] };
}

function buildLine(tokens: readonly LineToken[], afterGap: boolean): PageLine | null {
  const whole = tokens.map((token) => token.text).join('');
  const text = whole.trim();
  const lead = text === '' ? whole.length : whole.length - whole.trimStart().length;
  const pieces: LinePiece[] = [];
  const markup: LineMarkup[] = [];
  let at = -lead;
  for (const token of tokens) {
    const from = Math.max(0, at);
    const to = Math.min(text.length, at + token.text.length);
    const skipped = from - at;
    if (token.literal) {
      if (to > from) pieces.push({ at: from, start: token.start + skipped, length: to - from });
    } else {
      const replacement = to > from ? token.text.slice(skipped, skipped + to - from) : '';
      const place = Math.min(from, text.length);
      const last = markup.at(-1);
      if (last !== undefined && last.end === token.start) {
        last.end = token.end;
        last.replacement += replacement;
      } else markup.push({ at: place, start: token.start, end: token.end, replacement });
    }
    at += token.text.length;
  }
  const first = pieces[0];
  const last = pieces.at(-1);
  const starts = [first?.start, markup[0]?.start].filter((value) => value !== undefined);
  if (starts.length === 0) return null;
  const ends = [(last?.start ?? 0) + (last?.length ?? 0), markup.at(-1)?.end ?? 0];
  return { text, start: Math.min(...starts), end: Math.max(...ends), pieces, markup, afterGap };
}
