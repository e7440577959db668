import type { Block } from './block.ts';
import { isComma } from './circumstances.ts';
import { reportingForm } from './reporting-verbs.ts';
import * as words from './words.ts';

/** First token of the clause around a token: after the last comma with an opener, or the sentence's first. */
export function clauseStart(block: Block, at: number, start: number): number {
  let from = start;
  const isPerfect = perfect.has(block.tokens[at]?.bare ?? '');
  for (let before = at - 1; before > start; before -= 1) {
    if (block.tokens[before]?.surface === ')') before = openingBracket(block, before, start);
    const kind = words.wordClass(block.tokens[before]?.bare ?? '');
    const bare = block.tokens[before]?.bare ?? '';
    const isWas = /^[وف]?كان/.test(bare);
    const isOpener = isThat(bare) || ((kind & words.connector) !== 0 && (!isWas || isPerfect));
    if (isOpener || isComma(block, before) || block.tokens[before]?.surface === ':') {
      from = before + 1;
      break;
    }
    if (reportingForm(block.tokens[before]?.bare ?? '') !== undefined) {
      from = before + 1;
      break;
    }
  }
  while (from < at && isSkipped(block.tokens[from]?.bare ?? '')) from += 1;
  return from;
}

/** Words that open a clause and are no part of its subject. */
export function isSkipped(bare: string): boolean {
  return (words.wordClass(bare) & words.connector) !== 0 || openers.has(bare);
}

const openers: ReadonlySet<string> = new Set([
  'أما',
  'وأما',
  'من',
  'جهته',
  'جهتها',
  'جانبه',
  'جانبها',
  'وكان',
  'وكانت',
  'إن',
  'إلا',
  'بيد',
  'أن',
  'ان',
  'ومن',
  'ناحيته',
  'أيضا',
  '"',
  '«',
  '#',
]);

/** The bracket that opens before a closing one; the same place where none does. */
export function openingBracket(block: Block, close: number, start: number): number {
  for (let at = close - 1; at > Math.max(start, close - 12); at -= 1)
    if (block.tokens[at]?.surface === '(') return at - 1;
  return close;
}

/** Without a pronoun. */
export function isThat(bare: string): boolean {
  return bare === 'أن' || bare === 'ان';
}

/** «إلا أن», «غير أن», «بيد أن» before a clause open it. */
export function afterExcept(block: Block, from: number, start: number): number {
  const isAfterThat = /^[أا]ن(?:ه|ها|هم)?$/.test(block.tokens[from - 1]?.bare ?? '');
  return isAfterThat && from - 2 >= start && except.test(block.tokens[from - 2]?.bare ?? '')
    ? from - 2
    : from;
}

/** Words that with أن part one clause from the next. */
export const except = /^(?:إلا|الا|غير|بيد)$/;

/** «سامي قد أعلن» */
export const perfect: ReadonlySet<string> = new Set(['قد', 'لقد']);
