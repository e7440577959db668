import { factsOf, inputSize } from '../../core/extraction/names/lexicon.ts';
import type { Lexicon } from '../../core/extraction/names/lexicon.ts';
import { labelCount } from '../../core/extraction/names/labels.ts';

import { baseOptions, lexiconOf } from './base.ts';
import type { Base } from './base.ts';
import { calibrate } from './calibrate.ts';
import { corpusSentences, nameStatistics } from './self-tag.ts';
import type { LabelledSentence } from './labelled.ts';
import { Network, tagSentences } from './network.ts';
import { createRandom } from './random.ts';
import { poolExamples, trainSecondStage } from './second-stage.ts';
import type { ScoredSentence, SecondStageWeights } from './second-stage.ts';
import { arrayOf, stage } from './stage-cache.ts';
import { trainNetwork } from './train-network.ts';
import type { TrainingOptions } from './train-network.ts';
import { WordTable } from './word-table.ts';
import type { Sentence } from './word-table.ts';

export interface Trained {
  lexicon: Lexicon;
  table: WordTable;
  network: Network;
  second: SecondStageWeights;
  calibration: Float32Array;
}

export const recipe = {
  hidden: 48,
  memory: 24,
  /** Every how manyth sentence of the news is labelled to learn how words are used. */
  newsStep: 5,
  folds: 4,
  helper: { passes: 5 },
  final: { passes: 7 },
  training: {
    passes: 0,
    rate: 0.0015,
    featureRate: 0.05,
    decay: 0.0005,
    hiddenDropout: 0.4,
    lexicalDropout: 0.3,
    wordDropout: 0.05,
    averaged: 3,
    seed: 1,
  } satisfies TrainingOptions,
};

/** Sentences that stand together are in one half. */
const runs = 8;

/**
 * 1. Each half of the labelled text trains a network that labels news; how it labelled each word there becomes a fact
 *    about the word. A sentence sees the facts that the other half found, as a new text would.
 * 2. The network proper. 3. The same on parts, each scored by one that never saw it, for the second stage and for how
 *    far a score can be trusted.
 */
export function train(base: Base, labelled: readonly LabelledSentence[], name: string): Trained {
  const plain = lexiconOf(base);
  const half = (place: number): number => Math.floor((place * runs) / labelled.length) % 2;
  const statistics = [0, 1].map((which) =>
    halfStatistics(
      base,
      plain,
      labelled.filter((_, place) => half(place) === which),
      `${name}-${String(which)}`,
    ),
  );
  const both = (statistics[0] ?? new Uint8Array(0)).map((value, at) =>
    Math.round((value + (statistics[1]?.[at] ?? 0)) / 2),
  );
  const lexicon = lexiconOf(base, both);
  const others = statistics.map((_, which) => lexiconOf(base, statistics[1 - which]));
  const learn = (places: readonly number[]): { table: WordTable; network: Network } => {
    const table = new WordTable(lexicon);
    for (const place of places) table.sentence(pick(labelled, place));
    table.freeze();
    const tables = others.map((other) => table.withLexicon(other));
    const sentences = places.map((place) =>
      pick(tables, half(place)).sentence(pick(labelled, place)),
    );
    return { table, network: learnNetwork(table, lexicon, sentences, recipe.final.passes) };
  };
  const all = labelled.map((_, place) => place);
  const scored: ScoredSentence[] = [];
  for (let fold = 0; fold < recipe.folds; fold += 1) {
    const isIn = (place: number): boolean =>
      Math.floor((place * runs) / labelled.length) % recipe.folds === fold;
    const { table, network } = learn(all.filter((place) => !isIn(place)));
    for (const place of all.filter(isIn)) {
      const tested = table.withLexicon(pick(others, half(place)));
      scored[place] = pick(scoreSentences(network, tested, lexicon, [pick(labelled, place)]), 0);
    }
    console.log(`${name}: part ${String(fold + 1)}`);
  }
  const { table, network } = learn(all);
  const second = trainSecondStage(scored, network.transitions, recipe.training.seed);
  return { lexicon, table, network, second, calibration: calibrate(second, poolExamples(scored)) };
}

export function halfStatistics(
  base: Base,
  lexicon: Lexicon,
  sentences: readonly LabelledSentence[],
  name: string,
): Uint8Array {
  const parts = stage(`statistics-${name}`, [recipe, baseOptions, sentences.length], () => {
    const table = new WordTable(lexicon);
    const ready = sentences.map((sentence) => table.sentence(sentence));
    table.freeze();
    const network = learnNetwork(table, lexicon, ready, recipe.helper.passes);
    const news = corpusSentences(base.corpus, recipe.newsStep);
    return {
      header: {},
      arrays: new Map([['shares', nameStatistics(network, table, news, base.rows)]]),
    };
  });
  return arrayOf(parts, 'shares', Uint8Array);
}

function learnNetwork(
  table: WordTable,
  lexicon: Lexicon,
  sentences: readonly Sentence[],
  passes: number,
): Network {
  const { hidden, memory, training } = recipe;
  const shape = { inputs: inputSize(lexicon), hidden, memory, features: table.hashes.length };
  const network = new Network(shape, createRandom(training.seed));
  trainNetwork(network, sentences, table.edge, { ...training, passes }, () => undefined);
  return network;
}

/** What the first stage makes of sentences. */
export function scoreSentences(
  network: Network,
  table: WordTable,
  lexicon: Lexicon,
  sentences: readonly LabelledSentence[],
): ScoredSentence[] {
  const ready = sentences.map((sentence) => table.sentence(sentence));
  return tagSentences(network, ready, table.edge).map(({ marginals, scores }, place) => {
    const { keys, labels } = pick(sentences, place);
    return {
      rests: keys.map((key) => factsOf(lexicon, key).rest),
      scores: scores.slice(0, keys.length * labelCount),
      marginals,
      labels,
    };
  });
}

function pick<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new RangeError(`nothing at ${String(place)}`);
  return found;
}
