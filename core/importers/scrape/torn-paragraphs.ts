import type { TextLine } from './text-line.ts';
import {
  hangingWords,
  leadingOnWords,
  openings,
  openingVerbs,
  takingUpWords,
} from './torn-words.ts';

/** How a page ends its paragraphs: how many it has of some length, and what share of them ends as sentences do. */
export interface EndingHabit {
  paragraphs: number;
  share: number;
}

export function endingHabit(lines: readonly TextLine[]): EndingHabit {
  let paragraphs = 0;
  let ended = 0;
  for (const line of lines) {
    if (line.words < 12 || line.match !== null) continue;
    paragraphs += 1;
    if (line.ended) ended += 1;
  }
  return { paragraphs, share: paragraphs === 0 ? 0 : ended / paragraphs };
}

/**
 * Whether `second` goes on with the sentence that `first` breaks off. Conservative: a heading, an item of a list, a
 * colon, a quotation, a line of verse or a paragraph that merely lacks its full stop is not torn.
 */
export function continuesSentence(first: TextLine, second: TextLine, page: EndingHabit): boolean {
  if (first.ended || first.marker > 0 || second.marker > 0 || first.words < 7) return false;
  if (second.words < 2 || second.match !== null || first.match !== null) return false;
  if (!arabicEnd.test(first.text.slice(-20)) || !arabicStart.test(second.text)) return false;
  if (openings.test(second.text)) return false;
  const lastWord = /[\p{L}\p{M}]+$/u.exec(first.text.slice(-40))?.[0] ?? '';
  const firstWord = /^[\p{L}\p{M}]+/u.exec(second.text)?.[0] ?? '';
  const habit = withoutLine(page, first);
  const hasHabit = habit.paragraphs >= 3 && habit.share >= 0.7;
  if (hangingWords.has(lastWord)) return isSentence(first) || hasHabit;
  if (/[،,]$/.test(first.text))
    return hasHabit && first.words >= 8 && second.ended && !/^[وف]/.test(second.text);
  if (takingUpWords.has(firstWord)) return hasHabit && isSentence(first);
  if (!second.ended || habit.share < 0.8 || !isSentence(first)) return false;
  if (leadingOnWords.has(firstWord)) return hasHabit && first.words >= 12;
  // No word tells: only a page of many paragraphs, nearly all with their full stops, leaves little doubt.
  return (
    habit.paragraphs >= 4 &&
    first.words >= 16 &&
    !/^[وف"“«(]/.test(second.text) &&
    !openingVerbs.test(second.text.slice(0, 60).replace(/[\u064b-\u0652]/g, ''))
  );
}

/** The habit of the other paragraphs; `line` has no full stop. */
function withoutLine({ paragraphs, share }: EndingHabit, line: TextLine): EndingHabit {
  if (line.words < 12 || paragraphs < 2) return { paragraphs, share };
  return { paragraphs: paragraphs - 1, share: (share * paragraphs) / (paragraphs - 1) };
}

/** A heading is short and has no verb in front: this has the length or the opening of a sentence. */
function isSentence(line: TextLine): boolean {
  return (
    line.words >= 16 ||
    (line.words >= 9 && (/،/.test(line.text) || /^[وف]\p{L}{3}/u.test(line.text)))
  );
}

const arabicEnd = /[\u0621-\u064a\u064b-\u0652،,]$/;
const arabicStart = /^[\u0621-\u064a"“«(]/;
