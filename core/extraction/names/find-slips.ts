import type { Span } from '../mentions.ts';

import { nameShare } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { spanOf } from './text-words.ts';
import type { Draft, TextWords } from './text-words.ts';

/** A word of a name that looks mistyped, and what may be meant. */
export interface NameSlip extends Span {
  /** The word as it would be written, in the letters that names are compared by. */
  suggestion: string;
  confidence: number;
  /** `text`: another name of the text or the directory has it; `news`: a name common in news does. */
  origin: 'text' | 'news';
}

/**
 * Words of names that nobody else bears: one letter wrong, missing, too many or changed places with its neighbour against a
 * word of a surer name («نوافك» beside «نوفاك»), or two letters that changed places against a name of the news.
 */
export function findSlips(
  words: TextWords,
  drafts: readonly Draft[],
  directory: ReadonlySet<string>,
  lexicon: Lexicon,
): NameSlip[] {
  const counts = new Map<string, number>();
  for (const draft of drafts)
    for (const word of draft.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const slips: NameSlip[] = [];
  for (const draft of drafts) {
    if (draft.kind !== 'person' && draft.kind !== 'place') continue;
    // With the signs of a hashtag inside, words and tokens do not go in step.
    if (draft.words.length !== draft.toToken - draft.fromToken) continue;
    for (const [place, word] of draft.words.entries()) {
      const isRare = word.length >= 5 && counts.get(word) === 1 && lexicon.countOf(word) < 3;
      if (!isRare || directory.has(word)) continue;
      const near = nearName(word, counts, directory, lexicon) ?? nearNews(word, lexicon);
      const token = words.tokens[draft.fromToken + place];
      if (near === null || token === undefined) continue;
      const start = place === 0 ? draft.start : token.start;
      slips.push({ ...spanOf(words, start, token.end), ...near });
    }
  }
  return slips;
}

type Near = Pick<NameSlip, 'suggestion' | 'confidence' | 'origin'>;

function nearName(
  word: string,
  counts: ReadonlyMap<string, number>,
  directory: ReadonlySet<string>,
  lexicon: Lexicon,
): Near | null {
  for (const other of [...directory, ...counts.keys()]) {
    const isSurer =
      directory.has(other) || (counts.get(other) ?? 0) > 1 || lexicon.countOf(other) >= 10;
    if (isSurer && other.length >= 4 && isOneSlip(word, other))
      return { suggestion: other, confidence: directory.has(other) ? 0.85 : 0.7, origin: 'text' };
  }
  return null;
}

function nearNews(word: string, lexicon: Lexicon): Near | null {
  for (let at = 1; at < word.length; at += 1) {
    const swapped = `${word.slice(0, at - 1)}${word.charAt(at)}${word.charAt(at - 1)}${word.slice(at + 1)}`;
    if (swapped === word) continue;
    const isName = lexicon.countOf(swapped) >= 15 && nameShare(lexicon, swapped) >= 0.5;
    if (isName) return { suggestion: swapped, confidence: 0.6, origin: 'news' };
  }
  return null;
}

/** Whether one letter put in, left out, changed, or two neighbours exchanged make one word of the other. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start += 1;
  let end = 0;
  const shorter = Math.min(a.length, b.length);
  while (end < shorter - start && a.charAt(a.length - 1 - end) === b.charAt(b.length - 1 - end))
    end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return (
    left.length === 2 &&
    right.length === 2 &&
    left.charAt(0) === right.charAt(1) &&
    left.charAt(1) === right.charAt(0)
  );
}
