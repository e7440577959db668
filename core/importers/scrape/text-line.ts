import { countWords, endsSentence, foldLine } from './fold-line.ts';
import { matchFurniture } from './furniture.ts';
import type { FurnitureMatch } from './furniture.ts';
import type { PageLine } from './page-lines.ts';

/** What will be one paragraph unless more is found out: one line of the page, or several that a margin had broken. */
export interface TextLine {
  text: string;
  parts: readonly PageLine[];
  afterGap: boolean;
  folded: string;
  words: number;
  /** Ends as a sentence does, a stray digit after its full stop aside. */
  ended: boolean;
  match: FurnitureMatch | null;
  /** Length of the bullet or number that it begins with, the space after it included; else 0. */
  marker: number;
  /** Running text: no title, no menu. */
  isProse: boolean;
}

export function describeLine(parts: readonly PageLine[]): TextLine {
  const text = parts.map((part) => part.text).join(' ');
  const folded = text.length <= 400 ? foldLine(text) : '';
  const words = countWords(text);
  const ended = endsSentence(text.slice(-40)) || strayDigit.test(text.slice(-12));
  const match = text === '' ? null : matchFurniture(folded);
  const isFull = /[.۔]["”»)’]*\s?\d{0,2}$/.test(text.slice(-12)) && !/(?:\.\.|…)\s*$/.test(text);
  const isProse =
    match === null && (words >= 25 || (words >= 15 && ended) || (words >= 6 && isFull));
  return {
    text,
    parts,
    afterGap: parts[0]?.afterGap ?? false,
    folded,
    words,
    ended,
    match,
    marker: markerPattern.exec(text)?.[0].length ?? 0,
    isProse,
  };
}

/** A digit or two stuck behind the full stop of an Arabic sentence: what is left of a counter or a note. */
export const strayDigit = /(?<=[\u0621-\u064a\u064b-\u0652"”»)][.؟!…]["”»)]?)\s*[0-9٠-٩]{1,2}$/;

const markerPattern = /^(?:[•●▪■◦‣∙*·]\s*|[-–—]\s+|[0-9٠-٩]{1,2}\s?[.)-]\s+)(?=\S)/;
