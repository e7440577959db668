import type { Followers, Start } from './beginnings.ts';

/** The words and signs of one line, as rules see them. */
export interface Line {
  /** Folded, with what is attached to them. */
  words: readonly string[];
  /** What the lexicon knows of each word, null where it knows nothing. */
  known: readonly (Known | null)[];
}

/** What a word can be. */
export interface Known {
  readings: readonly Reading[];
  kind: WordKind;
}

/** Words that can be the same things with other values, as all weekdays: what follows from it is found once. */
export interface WordKind {
  readings: readonly { category: number; clitic: number }[];
  /** The clitics among them. */
  clitics: readonly number[];
  /** What may come of the word, by name and clitic. */
  starts: (readonly Start[])[];
  followers: Followers[];
}

export interface Reading {
  category: number;
  value: number;
  /** What is attached before the word that was read: one of `clitics`. */
  clitic: number;
}

/** `لل` is ل with the article; `double` two of them, as in «ولعام». */
export const clitics = { none: 0, و: 1, ف: 2, ب: 3, ل: 4, ك: 5, لل: 6, double: 7 } as const;

/** By which letter each of the first clitics is written. */
export const cliticLetters = ['', 'و', 'ف', 'ب', 'ل', 'ك'];

/** Whether a word that was read with one clitic will do where another is asked for. */
export function isClitic(read: number, asked: number): boolean {
  return read === asked || (asked === clitics.ل && read === clitics.لل);
}

/** The word without what is attached before it. */
export function withoutClitic(word: string, clitic: number): string {
  if (clitic === clitics.none) return word;
  if (clitic === clitics.لل) return `ال${word.slice(2)}`;
  return word.slice(clitic === clitics.double ? 2 : 1);
}

/**
 * Makes words known to one grammar, each with its kind; what follows from a kind holds for that grammar alone. There are
 * as many kinds as ways to be known: some hundreds.
 */
export function createKinds(): (readings: readonly Reading[]) => Known {
  const kinds = new Map<string, WordKind>();
  return (readings) => {
    let key = '';
    for (const { category, clitic } of readings) key += String.fromCharCode(category * 8 + clitic);
    let kind = kinds.get(key);
    if (kind === undefined) {
      const attached = new Set(readings.map(({ clitic }) => clitic));
      kind = {
        readings: readings.map(({ category, clitic }) => ({ category, clitic })),
        clitics: [...attached].toSorted((a, b) => a - b),
        starts: [],
        followers: [],
      };
      kinds.set(key, kind);
    }
    return { readings, kind };
  };
}
