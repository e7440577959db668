import { featureHash } from '../../core/extraction/names/hash.ts';
import { factsOf, inputSize, wordHash, writeInput } from '../../core/extraction/names/lexicon.ts';
import type { Lexicon } from '../../core/extraction/names/lexicon.ts';
import { pairFeatureCount, pairFeatures } from '../../core/extraction/names/pair-features.ts';
import type { PairWord } from '../../core/extraction/names/pair-features.ts';
import {
  featureGroups,
  wordFeatureRoom,
  wordFeatures,
} from '../../core/extraction/names/word-features.ts';
import type { WordFacts } from '../../core/extraction/names/word-features.ts';

import type { LabelledSentence } from './labelled.ts';

/** Features by place in the list of weights. */
export interface TableWord {
  input: Float32Array;
  places: readonly Int32Array[];
  lexical: Int32Array;
  pair: PairWord;
}

export interface Sentence {
  words: TableWord[];
  /** `pairFeatureCount` a token. */
  pairs: Int32Array;
  labels: Uint8Array;
  keys: readonly string[];
}

/** Numbers the features that a set of sentences has; later ones may have unknown features (-1). */
export class WordTable {
  readonly hashes: number[];
  readonly edge: TableWord;
  readonly #lexicon: Lexicon;
  readonly #places: Map<number, number>;
  readonly #words = new Map<string, TableWord>();
  #growing: boolean;

  constructor(lexicon: Lexicon, numbered?: WordTable) {
    this.#lexicon = lexicon;
    this.#places = numbered === undefined ? new Map() : numbered.#places;
    this.hashes = numbered === undefined ? [] : numbered.hashes;
    this.#growing = numbered === undefined;
    this.edge = {
      input: newInput(lexicon, null),
      places: [-2, -1, 0, 1, 2].map((offset) =>
        Int32Array.of(this.#place(featureHash(700 + offset, ''))),
      ),
      lexical: new Int32Array(0),
      pair: { word: 0, coarse: -2, fine: -2 },
    };
  }

  /** The same features by the same numbers, other facts about words. */
  withLexicon(lexicon: Lexicon): WordTable {
    return new WordTable(lexicon, this);
  }

  /** From now on unknown features are left out. */
  freeze(): void {
    this.#growing = false;
  }

  /** Numbers the features of a word by itself. */
  meet(key: string): void {
    this.#word(key);
  }

  sentence({ keys, labels }: LabelledSentence): Sentence {
    const words = keys.map((key) => this.#word(key));
    const pairs = new Int32Array(words.length * pairFeatureCount);
    const hashes = new Uint32Array(pairFeatureCount);
    const at = (place: number): PairWord => (words[place] ?? this.edge).pair;
    for (let t = 0; t < words.length; t += 1) {
      pairFeatures(at(t - 2), at(t - 1), at(t), at(t + 1), hashes);
      for (let k = 0; k < pairFeatureCount; k += 1)
        pairs[t * pairFeatureCount + k] = this.#place(hashes[k] ?? 0);
    }
    return { words, pairs, labels, keys };
  }

  #word(key: string): TableWord {
    let word = this.#words.get(key);
    if (word === undefined) {
      const facts = factsOf(this.#lexicon, key);
      wordFeatures(facts, room);
      const { hashes, ends } = room;
      const groups = Array.from(ends, (end, group) =>
        Int32Array.from(hashes.subarray(ends[group - 1] ?? 0, end), (hash) =>
          this.#place(hash),
        ).filter((at) => at >= 0),
      );
      word = {
        input: newInput(this.#lexicon, facts),
        places: groups.slice(0, featureGroups - 1),
        lexical: groups[featureGroups - 1] ?? new Int32Array(0),
        pair: {
          word: featureHash(wordHash, key),
          coarse: facts.clusters.at(-1) ?? -1,
          fine: facts.clusters.at(-2) ?? -1,
        },
      };
      this.#words.set(key, word);
    }
    return word;
  }

  #place(hash: number): number {
    const known = this.#places.get(hash);
    if (known !== undefined) return known;
    if (!this.#growing) return -1;
    const place = this.hashes.length;
    this.hashes.push(hash);
    this.#places.set(hash, place);
    return place;
  }
}

const room = wordFeatureRoom();

function newInput(lexicon: Lexicon, facts: WordFacts | null): Float32Array {
  const input = new Float32Array(inputSize(lexicon));
  writeInput(lexicon, facts, input);
  return input;
}
