import { commonWords, patterns, prefixes, roots, suffixes } from './arabic-words.ts';
import { makeRandom } from './random.ts';
import type { Random } from './random.ts';

/** Words of a text as news have them: the n-th most frequent about 1/n as often as the first (Zipf). */
export interface NewsWords {
  word(): string;
  /** Words without a mark at the end. */
  words(count: number): string;
  /** Ends with a full stop; of `length` words, about sixteen where it is not given. */
  sentence(length?: number): string;
  paragraph(words: number): string;
}

export function newsWords(random: Random): NewsWords {
  const { vocabulary, bounds } = (table ??= makeTable());
  const word = () => vocabulary[rankOf(random.next(), bounds)] ?? '';
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const sentence = (length = random.between(8, 24)) => {
    const parts: string[] = [];
    for (let left = length; left > 0;) {
      const part = Math.min(left, random.between(5, 11));
      parts.push(words(part));
      left -= part;
    }
    return `${parts.join('، ')}.`;
  };
  const paragraph = (count: number) => {
    const sentences: string[] = [];
    for (let left = count; left > 0;) {
      const length = left < 12 ? left : Math.min(left, random.between(8, 24));
      sentences.push(sentence(length));
      left -= length;
    }
    return sentences.join(' ');
  };
  return { word, words, sentence, paragraph };
}

/** The vocabulary, most frequent first. */
export function newsVocabulary(): readonly string[] {
  return (table ??= makeTable()).vocabulary;
}

interface Table {
  vocabulary: readonly string[];
  /** The share of the text that is made of the words up to this one. */
  bounds: Float64Array;
}

let table: Table | undefined;

function makeTable(): Table {
  const vocabulary = [...new Set([...commonWords, ...rareWords()])];
  const bounds = new Float64Array(vocabulary.length);
  let sum = 0;
  for (let rank = 0; rank < bounds.length; rank += 1) {
    sum += 1 / (rank + 2.7);
    bounds[rank] = sum;
  }
  return { vocabulary, bounds: bounds.map((bound) => bound / sum) };
}

function rareWords(): string[] {
  const random = makeRandom(7);
  const made = roots.flatMap((root) =>
    patterns.flatMap((pattern) => {
      const stem = [...pattern].map((letter) => root['فعل'.indexOf(letter)] ?? letter).join('');
      return Array.from({ length: 8 }, () => random.pick(prefixes) + stem + random.pick(suffixes));
    }),
  );
  return made
    .map((word) => ({ word, place: random.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ word }) => word);
}

function rankOf(share: number, bounds: Float64Array): number {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] ?? 1) > share) high = middle;
    else low = middle + 1;
  }
  return low;
}
