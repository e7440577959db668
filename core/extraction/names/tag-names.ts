import type { Token } from '../../arabic/tokenize.ts';
import type { Found, NameKind } from '../mentions.ts';

import { firstPass, sentencesOf } from './first-pass.ts';
import type { FirstPass, TaggedSentence } from './first-pass.ts';
import { isInside, kindOfLabel, labelCount } from './labels.ts';
import type { NameModel } from './name-model.ts';
import { nameStart } from './name-start.ts';
import { secondPass, WordPool } from './second-pass.ts';
import type { PooledSentence } from './second-pass.ts';
import { spanProbability } from './span-probability.ts';

/** A proper name as the model reads it, attached و ف ب ل ك left out. Offsets: UTF-16 units, end exclusive. */
export interface TaggedName extends Found {
  start: number;
  end: number;
  kind: NameKind;
  /** Places of its first token and of the one after its last, in the tokens of the text. */
  fromToken: number;
  toToken: number;
}

export interface TaggedText {
  names: TaggedName[];
  /** Probability that a token is part of a name, by place in the tokens of the text. */
  nameChance: Float32Array;
}

/** First passes by the words of their sentence. */
export type FirstPasses = Map<string, FirstPass>;

/**
 * Proper names in reading order, none overlapping. Two passes: the first labels each sentence by itself; the second sees
 * what the first thought of the same word elsewhere in the text. `kept` holds first passes of an earlier run and is
 * brought up to date: with it only sentences that changed are labelled anew, and the outcome is that of a full run.
 * `keys`: of the tokens, where they are known. Never throws.
 */
export function tagNames(
  tokens: readonly Token[],
  model: NameModel,
  kept?: FirstPasses,
  keys?: readonly string[],
): TaggedText {
  const sentences = sentencesOf(tokens, keys);
  const passes =
    kept === undefined
      ? sentences.map((one) => firstPass(one.keys, model))
      : renew(sentences, kept, model);
  const pooled = poolText(passes);
  const names: TaggedName[] = [];
  const nameChance = new Float32Array(tokens.length);
  for (const [place, sentence] of sentences.entries()) {
    const words = pooled.sentences[place];
    if (words !== undefined) addNames(names, nameChance, sentence, words, pooled.pool, model);
  }
  return { names, nameChance };
}

function renew(
  sentences: readonly TaggedSentence[],
  kept: FirstPasses,
  model: NameModel,
): FirstPass[] {
  const used: FirstPasses = new Map();
  const passes = sentences.map((sentence) => {
    const name = sentence.keys.join(' ');
    const pass = used.get(name) ?? kept.get(name) ?? firstPass(sentence.keys, model);
    used.set(name, pass);
    return pass;
  });
  kept.clear();
  for (const [name, pass] of used) kept.set(name, pass);
  return passes;
}

function poolText(passes: readonly FirstPass[]): { sentences: PooledSentence[]; pool: WordPool } {
  const numbers = new Map<string, number>();
  const sentences = passes.map(({ rests, scores, marginals }) => {
    const words = new Int32Array(rests.length);
    for (const [t, rest] of rests.entries()) {
      let number = numbers.get(rest);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(rest, number);
      }
      words[t] = number;
    }
    return { words, scores, marginals };
  });
  const pool = new WordPool(numbers.size);
  for (const sentence of sentences) pool.add(sentence);
  return { sentences, pool };
}

function addNames(
  names: TaggedName[],
  nameChance: Float32Array,
  { tokens, places }: TaggedSentence,
  sentence: PooledSentence,
  pool: WordPool,
  model: NameModel,
): void {
  const { second, lexicon } = model.weights;
  if (pool.isPlain(sentence)) return;
  const { labels, marginals } = secondPass(
    sentence,
    pool.inputs(sentence),
    second.weights,
    model.secondTransitions,
  );
  for (let t = 0; t < labels.length; t += 1)
    nameChance[places[t] ?? 0] = 1 - (marginals[t * labelCount] as number);
  for (let t = 0; t < labels.length; t += 1) {
    const label = labels[t] as number;
    if (label === 0) continue;
    let to = t + 1;
    while (to < labels.length && isInside(labels[to] as number)) to += 1;
    const first = tokens[t];
    const last = tokens[to - 1];
    if (first !== undefined && last !== undefined)
      names.push({
        start: nameStart(first, lexicon),
        end: last.end,
        kind: kindOfLabel(label),
        confidence: calibrated(spanProbability(labels, marginals, t, to), model),
        origin: 'name-model',
        fromToken: places[t] ?? 0,
        toToken: (places[to - 1] ?? 0) + 1,
      });
    t = to - 1;
  }
}

function calibrated(probability: number, model: NameModel): number {
  const { calibration } = model.weights;
  const steps = calibration.length - 1;
  const place = Math.min(Math.max(probability, 0), 1) * steps;
  const low = Math.min(Math.floor(place), steps - 1);
  const share = place - low;
  return (calibration[low] ?? 0) * (1 - share) + (calibration[low + 1] ?? 0) * share;
}
