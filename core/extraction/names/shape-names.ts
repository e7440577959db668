import type { NameKind } from '../mentions.ts';

import { isBuilding, isSide, isWater, kindAfter } from './name-heads.ts';
import { attachedTo, afterLetters } from './text-words.ts';
import type { Draft, TextWords } from './text-words.ts';

/** Names with the word before them that belongs to them: قصر الكرملين, شرق الفرات. Others as they are. */
export function widenPlaces(
  words: TextWords,
  drafts: readonly Draft[],
  cover: readonly (Draft | null)[],
): Draft[] {
  return drafts.map((draft) => {
    const at = draft.fromToken - 1;
    const token = words.tokens[at];
    if (token === undefined || cover[at] !== null || draft.kind === 'person') return draft;
    if (draft.start !== words.tokens[draft.fromToken]?.start) return draft;
    const key = words.keys[at] ?? '';
    const head = key.replace(/^[وبلف](?=.{3})/, '');
    const widens = (word: string): boolean =>
      isBuilding(word) ||
      (isSide(word) && draft.words.length === 1 && isWater(draft.words[0] ?? ''));
    const word = widens(key) ? key : widens(head) ? head : null;
    if (word === null) return draft;
    return {
      ...draft,
      start: afterLetters(token, attachedTo(key, word)),
      fromToken: at,
      kind: 'place',
      words: [word, ...draft.words],
    };
  });
}

/** Rivers and regions that the model missed beside a side: `شرق الفرات` when الفرات alone was not seen. */
export function findSides(words: TextWords, cover: readonly (Draft | null)[]): Draft[] {
  const drafts: Draft[] = [];
  for (const [at, key] of words.keys.entries()) {
    if (!isWater(key) || cover[at] !== null || !isSide(words.keys[at - 1] ?? '')) continue;
    const draft = draftOf(words, at, at + 1, 'place', 0.8, 'side');
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
}

/**
 * One to four words in quotation marks right after a word that says what they name: «تنظيم "…"», «قاعدتي "…" الجوية
 * و"…" البحرية».
 */
export function findQuotedNames(words: TextWords, cover: readonly (Draft | null)[]): Draft[] {
  const drafts: Draft[] = [];
  for (let at = 1; at < words.keys.length; at += 1) {
    if (words.keys[at] !== '"') continue;
    let to = at + 1;
    while (to - at <= 4 && isWordToken(words, to)) to += 1;
    if (to === at + 1 || words.keys[to] !== '"') continue;
    const kind = kindAfter(words.keys[at - 1] ?? '') ?? kindBefore(words, at, drafts);
    // A shorter name within the quotation marks is part of this one.
    const isFree = cover
      .slice(at + 1, to)
      .every(
        (there) =>
          there === null ||
          (there.fromToken > at &&
            there.toToken <= to &&
            there.toToken - there.fromToken < to - at - 1),
      );
    const draft =
      kind !== null && isFree ? draftOf(words, at + 1, to, kind, 0.85, 'quoted-name') : null;
    if (draft !== null) drafts.push(draft);
    at = to;
  }
  return drafts;
}

/** «و"…"» goes on with the kind of the quoted name before it. */
function kindBefore({ keys }: TextWords, at: number, drafts: readonly Draft[]): NameKind | null {
  const last = drafts.at(-1);
  return keys[at - 1] === 'و' && last !== undefined && at - last.toToken <= 4 ? last.kind : null;
}

function isWordToken({ tokens }: TextWords, at: number): boolean {
  const kind = tokens[at]?.kind;
  return kind === 'arabic' || kind === 'latin' || kind === 'number';
}

export function draftOf(
  words: TextWords,
  fromToken: number,
  toToken: number,
  kind: NameKind,
  confidence: number,
  origin: string,
): Draft | null {
  const first = words.tokens[fromToken];
  const last = words.tokens[toToken - 1];
  if (first === undefined || last === undefined) return null;
  return {
    start: first.start,
    end: last.end,
    fromToken,
    toToken,
    kind,
    confidence,
    origin,
    words: words.keys.slice(fromToken, toToken),
    known: null,
    title: null,
  };
}
