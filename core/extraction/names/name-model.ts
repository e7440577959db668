import { prepareTransitions } from './chain.ts';
import type { Transitions } from './chain.ts';
import { readNameWeights } from './name-weights.ts';
import type { NameWeights } from './name-weights.ts';
import { sentenceRoom } from './score-sentence.ts';
import type { SentenceRoom } from './score-sentence.ts';
import { createWordCache, longest } from './word-cache.ts';
import type { WordCache } from './word-cache.ts';

/** A tagger ready for use. Keeps what it worked out for words already met; results do not depend on that. */
export interface NameModel {
  weights: NameWeights;
  cache: WordCache;
  room: SentenceRoom;
  transitions: Transitions;
  secondTransitions: Transitions;
}

/** The model from the bytes of `resources/extraction/names.bin`. Throws `NameModelError` on any other or damaged file. */
export function loadNameModel(bytes: Uint8Array): NameModel {
  const weights = readNameWeights(bytes);
  return {
    weights,
    cache: createWordCache(weights, cachedWords),
    room: sentenceRoom(weights, longest),
    transitions: prepareTransitions(weights.transitions),
    secondTransitions: prepareTransitions(weights.second.transitions),
  };
}

/** About 20 MB. */
const cachedWords = 16_000;
