import { expect, test } from 'vitest';

import { firstPass } from '../../core/extraction/names/first-pass.ts';
import { inputSize, statisticCount } from '../../core/extraction/names/lexicon.ts';
import { loadNameModel } from '../../core/extraction/names/name-model.ts';
import { pooledSize } from '../../core/extraction/names/second-pass.ts';
import { labelCount } from '../../core/extraction/names/labels.ts';
import { baseOptions, levels, lexiconOf } from './base.ts';
import type { Base } from './base.ts';
import type { LabelledSentence } from './labelled.ts';
import { Network, tagSentences } from './network.ts';
import { createRandom } from './random.ts';
import { recipe } from './recipe.ts';
import { trainNetwork } from './train-network.ts';
import { WordTable } from './word-table.ts';
import { modelBytes } from './write-model.ts';

const names = ['سنمار', 'العبقوري', 'ميمونة'];
const others = ['ذهب', 'الى', 'السوق', 'وعاد', 'مع', 'رجل', 'من', 'بعيد', '.'];

function exampleBase(): Base {
  const keys = [...others, ...names];
  const random = createRandom(3);
  const groups = baseOptions.groups[0] ?? 1;
  return {
    corpus: { keys, counts: Uint32Array.from(keys, () => 50), stream: new Int32Array(0) },
    rows: new Map(keys.map((key, row) => [key, row])),
    vectors: Int8Array.from(
      { length: keys.length * baseOptions.dimensions },
      () => random.normal() * 40,
    ),
    finest: Uint16Array.from(keys, (_, row) => row % 4),
    tree: new Uint16Array(groups * levels).map((_, at) => Math.floor(at / levels) % 3),
  };
}

function exampleSentences(count: number): LabelledSentence[] {
  const random = createRandom(5);
  const pick = (list: readonly string[]): string =>
    list[Math.floor(random.next() * list.length)] ?? '';
  return Array.from({ length: count }, () => {
    const keys: string[] = [];
    const labels: number[] = [];
    for (let word = 0; word < 8; word += 1)
      if (random.next() < 0.3) {
        keys.push(pick(names), 'العبقوري');
        labels.push(1, 2);
      } else {
        keys.push(pick(others));
        labels.push(0);
      }
    return { keys, labels: Uint8Array.from(labels), surfaces: [] };
  });
}

function trained(base: Base, sentences: readonly LabelledSentence[]) {
  const statistics = new Uint8Array(base.rows.size * statisticCount).map((_, at) => at % 200);
  const lexicon = lexiconOf(base, statistics);
  const table = new WordTable(lexicon);
  const ready = sentences.map((sentence) => table.sentence(sentence));
  table.freeze();
  const shape = {
    inputs: inputSize(lexicon),
    hidden: 16,
    memory: 8,
    features: table.hashes.length,
  };
  const network = new Network(shape, createRandom(1));
  const losses: number[] = [];
  trainNetwork(network, ready, table.edge, { ...recipe.training, passes: 5 }, (_, loss) => {
    losses.push(loss);
  });
  const second = {
    weights: new Float32Array(pooledSize * labelCount),
    transitions: network.transitions,
  };
  return { lexicon, table, network, second, calibration: Float32Array.of(0, 1), losses };
}

test('training learns, and the same seed gives the same weights', () => {
  const base = exampleBase();
  const sentences = exampleSentences(40);
  const first = trained(base, sentences);
  expect(first.losses.at(-1)).toBeLessThan((first.losses[0] ?? 0) / 3);
  expect(trained(base, sentences).network.projection).toEqual(first.network.projection);
});

test('the program scores a sentence as training did, but for rounding', () => {
  const base = exampleBase();
  const made = trained(base, exampleSentences(40));
  const model = loadNameModel(modelBytes(base, made));
  const sentences = [
    ...exampleSentences(5),
    { keys: ['غريب', 'وسنمار', 'العبقوري', '#4', 'cnn'], labels: new Uint8Array(5), surfaces: [] },
  ];
  const expected = tagSentences(
    made.network,
    sentences.map((sentence) => made.table.sentence(sentence)),
    made.table.edge,
  );
  for (const [place, { keys }] of sentences.entries()) {
    const { scores } = firstPass(keys, model);
    for (const [at, score] of scores.entries())
      expect(Math.abs(score - (expected[place]?.scores[at] ?? 0))).toBeLessThan(0.15);
  }
});
