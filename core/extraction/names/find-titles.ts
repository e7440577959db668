import type { Span } from '../mentions.ts';

import { countryOfDemonym } from './countries.ts';
import { attachedTo, afterLetters, spanOf } from './text-words.ts';
import type { Draft, TextWords } from './text-words.ts';
import { isInnerTitleWord, isKindWord, isOffice } from './title-words.ts';

/** A title and the words it is made of, as keys, the first without particles. */
export interface Title extends Span {
  words: readonly string[];
  fromToken: number;
  toToken: number;
}

/** The job title or description right before a name («وزير الدفاع فلان», «الرئيس السوري، فلان»); null: none. */
export function titleBefore(
  words: TextWords,
  draft: Draft,
  cover: readonly (Draft | null)[],
): Title | null {
  const { tokens, keys } = words;
  // With a particle the name is not said of what stands before it.
  if (draft.start !== tokens[draft.fromToken]?.start) return null;
  let at = draft.fromToken - 1;
  if (keys[at] === '"') at -= 1;
  const afterComma = keys[at] === '،' && draft.kind === 'person';
  if (afterComma) at -= 1;
  const last = at;
  let first = -1;
  let attached = 0;
  for (; at >= 0 && last - at < longestTitle; at -= 1) {
    const key = keys[at] ?? '';
    if (tokens[at]?.kind !== 'arabic') break;
    if (cover[at]?.kind === 'person') break;
    const head = headLetters(key, draft);
    if (head >= 0) {
      first = at;
      attached = head;
      // With a particle in front something before it ends here.
      if (head > 0) break;
      continue;
    }
    // A place is described by its kind and a nationality alone: «العاصمة الروسية».
    const isNational = cover[at] === null && countryOfDemonym(words.plain[at] ?? '') !== null;
    if (draft.kind !== 'person' && !isNational) break;
    if (cover[at] === null && !isInside(words, at)) break;
  }
  if (first < 0 || prepositions.has(keys[last] ?? '')) return null;
  const title = titleOf(words, first, last + 1, attached);
  // «مستشار فلان» is somebody else.
  const [head = ''] = title.words;
  const isOthers = title.words.length === 1 && !/^(ال|لل)/.test(head) && !head.startsWith('نظير');
  if (draft.kind === 'person' && isOthers) return null;
  return afterComma && title.words.length < 2 ? null : title;
}

/** The title after a name, mostly with a comma («فلان، رئيس الإدارة العامة», «فلان سفير الصين»); null: none. */
export function titleAfter(
  words: TextWords,
  draft: Draft,
  cover: readonly (Draft | null)[],
): Title | null {
  const { tokens, keys } = words;
  if (draft.kind !== 'person') return null;
  const hasComma = keys[draft.toToken] === '،';
  const first = draft.toToken + (hasComma ? 1 : 0);
  const head = keys[first] ?? '';
  // Without a comma only «سفير الصين»: a whole office right behind the name.
  if (
    !isOffice(head) ||
    (!hasComma && (head.startsWith('ال') || cover[first + 1]?.kind !== 'place'))
  )
    return null;
  let to = first + 1;
  while (to - first < longestTitle && tokens[to]?.kind === 'arabic') {
    const key = keys[to] ?? '';
    const isPart =
      cover[to] !== null ? cover[to]?.kind !== 'person' : isOffice(key) || isInside(words, to);
    if (!isPart) break;
    to += 1;
  }
  return to - first < 2 ? null : titleOf(words, first, to, 0);
}

/** «والروسي فلان» after another's «الرئيس الأميركي»: tells the country, and is no title by itself. */
export function nationalityBefore(words: TextWords, draft: Draft): Title | null {
  const at = draft.fromToken - 1;
  const plain = words.plain[at] ?? '';
  if (draft.kind !== 'person' || !plain.startsWith('وال') || countryOfDemonym(plain) === null)
    return null;
  return { ...titleOf(words, at, at + 1, 1), surface: '' };
}

const prepositions: ReadonlySet<string> = new Set(['في', 'لدي', 'باسم']);

const longestTitle = 8;

function titleOf(words: TextWords, first: number, to: number, attached: number): Title {
  const from = words.tokens[first];
  const last = words.tokens[to - 1];
  const start = from === undefined ? 0 : afterLetters(from, attached);
  const keys = words.keys.slice(first, to);
  return {
    ...spanOf(words, start, last?.end ?? start),
    words: keys.map((key, place) => (place === 0 ? key.slice(attached) : key)),
    fromToken: first,
    toToken: to,
  };
}

/** Letters of particles before a title's first word; -1: no such word. */
function headLetters(key: string, draft: Draft): number {
  const isHead = draft.kind === 'person' ? isOffice : isKindWord;
  if (isHead(key)) return 0;
  for (const particle of ['و', 'ل', 'ب', 'ف', 'ك'])
    if (key.startsWith(particle) && isHead(key.slice(1))) return attachedTo(key, key.slice(1));
  if (key.startsWith('لل') && isHead(`ال${key.slice(2)}`)) return 0;
  return -1;
}

function isInside({ keys, plain }: TextWords, at: number): boolean {
  const key = keys[at] ?? '';
  return (
    (key.startsWith('ال') && key.length > 3) ||
    (key.startsWith('وال') && key.length > 5) ||
    (key.startsWith('لل') && key.length > 4) ||
    /^ب(ال.{3}|وزارا|ولايا|مجلس|هييا|شركا|جامعا)/.test(key) ||
    key === 'لدي' ||
    isInnerTitleWord(key) ||
    countryOfDemonym(plain[at] ?? '') !== null
  );
}
