import type { NameKind } from '../mentions.ts';

import { isAdjectiveForm } from './countries.ts';
import { afterLetters, matchAt, nameWords } from './text-words.ts';
import type { Draft, TextWords } from './text-words.ts';

/** An entity of the newsroom's directory. */
export interface KnownName {
  id: string;
  kind: NameKind;
  canonical: string;
  aliases: readonly string[];
  /** ISO 3166-1 alpha-2. */
  country?: string | null;
}

/** The directory made ready for texts. */
export type KnownIndex = ReadonlyMap<number, readonly KnownForm[]>;

interface KnownForm {
  words: readonly string[];
  kind: NameKind;
  known: number;
  isCanonical: boolean;
}

/** By the last two letters of the first word, which particles in front do not change; longer names first. */
export function indexKnown(known: readonly KnownName[]): KnownIndex {
  const index = new Map<number, KnownForm[]>();
  for (const [place, entity] of known.entries())
    for (const [which, name] of [entity.canonical, ...entity.aliases].entries()) {
      const words = nameWords(name);
      if (words.join('').length < 3) continue;
      const tail = tailOf(words[0] ?? '');
      const form = { words, kind: entity.kind, known: place, isCanonical: which === 0 };
      const list = index.get(tail);
      if (list === undefined) index.set(tail, [form]);
      else list.push(form);
    }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** The last two letters as a number. */
function tailOf(word: string): number {
  return word.length < 2
    ? 0
    : word.charCodeAt(word.length - 2) * 0x10000 + word.charCodeAt(word.length - 1);
}

const none: readonly KnownForm[] = [];

/**
 * Names of the directory that stand in the text. A single word that is also a usual one (`isCommon`) is left to the model,
 * unless the model itself saw a name there.
 */
export function findKnown(
  words: TextWords,
  index: KnownIndex,
  isCommon: (key: string) => boolean,
  cover: readonly (Draft | null)[],
): Draft[] {
  const drafts: Draft[] = [];
  for (let at = 0; at < words.tokens.length; at += 1) {
    const key = words.keys[at] ?? '';
    for (const form of index.get(tailOf(key)) ?? none) {
      const attached = matchAt(words, at, form.words);
      if (attached < 0) continue;
      const there = cover[at] ?? null;
      if (form.words.length === 1 && there === null && isCommon(words.plain[at] ?? '')) continue;
      if (form.words.length === 1 && isAdjectiveForm(words.plain[at] ?? '')) continue;
      // «ك» and «ف» before a single word are more often its own letters.
      if (form.words.length === 1 && attached > 0 && /^[كف]/.test(key)) continue;
      const toToken = at + form.words.length;
      // The model's longer name is not cut to a known word of it.
      const isLonger =
        there !== null &&
        (there.fromToken < at || (there.toToken > toToken && form.words.length === 1));
      if (isLonger) break;
      const first = words.tokens[at];
      const last = words.tokens[toToken - 1];
      if (first === undefined || last === undefined) break;
      drafts.push({
        start: afterLetters(first, attached),
        end: last.end,
        fromToken: at,
        toToken,
        kind: form.kind,
        confidence: 0.97,
        origin: 'directory',
        words: form.words,
        known: form.known,
        title: null,
      });
      at = toToken - 1;
      break;
    }
  }
  return drafts;
}
