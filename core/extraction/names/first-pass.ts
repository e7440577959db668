import type { Token } from '../../arabic/tokenize.ts';

import { chainRoom, marginals } from './chain.ts';
import { labelCount } from './labels.ts';
import type { NameModel } from './name-model.ts';
import { scoreSentence } from './score-sentence.ts';
import { longest } from './word-cache.ts';
import { wordKey } from './word-key.ts';

/** One sentence as the tagger sees it without the rest of the text. */
export interface FirstPass {
  /** Keys of its tokens without attached particles. */
  rests: readonly string[];
  /** `labelCount` a token. */
  scores: Float32Array;
  /** Probability of each label of each token. */
  marginals: Float32Array;
}

/** Tokens of one sentence and their places in the tokens of the text. */
export interface TaggedSentence {
  tokens: Token[];
  keys: string[];
  places: number[];
}

/**
 * Parted at line ends, after `.`, `؟` and `!`, and where a sentence grows past all measure. The signs that make a hashtag
 * of a name (`#اسم_علم`) are left out.
 */
export function sentencesOf(
  tokens: readonly Token[],
  keys: readonly string[] = tokens.map(wordKey),
): TaggedSentence[] {
  const sentences: TaggedSentence[] = [];
  let sentence: TaggedSentence = { tokens: [], keys: [], places: [] };
  const close = (): void => {
    if (sentence.tokens.length > 0) sentences.push(sentence);
    sentence = { tokens: [], keys: [], places: [] };
  };
  for (const [place, token] of tokens.entries()) {
    if (token.kind === 'break') {
      close();
      continue;
    }
    if (token.kind === 'mark' && (token.bare === '_' || token.bare === '#')) continue;
    sentence.tokens.push(token);
    sentence.keys.push(keys[place] ?? '');
    sentence.places.push(place);
    const isEnd = token.kind === 'mark' && ends.has(token.bare);
    if (isEnd || sentence.tokens.length === longest) close();
  }
  close();
  return sentences;
}

const ends: ReadonlySet<string> = new Set(['.', '؟', '!', '?', '…']);

/** Depends on the sentence's keys and the model alone, so it may be kept for as long as they stay the same. */
export function firstPass(keys: readonly string[], model: NameModel): FirstPass {
  const { weights, cache, room } = model;
  const { length } = keys;
  const scores = new Float32Array(length * labelCount);
  cache.take(keys, room.slots);
  scoreSentence(weights, cache, room, length, scores);
  marginals(scores, length, model.transitions, chain);
  return {
    rests: keys.map((_, t) => cache.rests[room.slots[t] as number] ?? ''),
    scores,
    marginals: Float32Array.from(chain.marginals.subarray(0, length * labelCount)),
  };
}

const chain = chainRoom(longest);
