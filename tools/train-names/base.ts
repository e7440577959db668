import { featureHash } from '../../core/extraction/names/hash.ts';
import { createLexicon, statisticCount, wordHash } from '../../core/extraction/names/lexicon.ts';
import type { Lexicon } from '../../core/extraction/names/lexicon.ts';
import { byteOfCount, countOfByte } from '../../core/extraction/names/name-weights.ts';

import { clusterRows } from './clusters.ts';
import { readCorpus } from './corpus.ts';
import type { Corpus } from './corpus.ts';
import { arrayOf, stage } from './stage-cache.ts';
import { wordVectors } from './word-vectors.ts';

/** What unlabelled news tells of words. */
export interface Base {
  corpus: Corpus;
  /** Row by key, of the words that ship. */
  rows: ReadonlyMap<string, number>;
  vectors: Int8Array;
  /** Finest group by row, and all groups of each finest group. */
  finest: Uint16Array;
  tree: Uint16Array;
}

export const baseOptions = {
  rarest: 3,
  words: 50_000,
  dimensions: 64,
  neighbours: 10_000,
  smoothing: 0.75,
  shift: 0,
  groups: [800, 200, 50],
  seed: 1,
};

export const levels = baseOptions.groups.length;

export function prepareBase(files: readonly string[], names: readonly string[]): Base {
  const read = stage('corpus', [names, baseOptions.rarest], () => {
    const corpus = readCorpus(files, baseOptions.rarest);
    return {
      header: {},
      arrays: new Map<string, Uint8Array | Uint32Array | Int32Array>([
        ['keys', new TextEncoder().encode(corpus.keys.join('\n\n'))],
        ['counts', corpus.counts],
        ['stream', corpus.stream],
      ]),
    };
  });
  const corpus: Corpus = {
    keys: new TextDecoder().decode(arrayOf(read, 'keys', Uint8Array)).split('\n\n'),
    counts: arrayOf(read, 'counts', Uint32Array),
    stream: arrayOf(read, 'stream', Int32Array),
  };
  const { words, dimensions, groups, seed } = baseOptions;
  const made = stage('vectors', [names, baseOptions], () => {
    const all = wordVectors(corpus, baseOptions);
    const vectors = all.slice(0, words * dimensions);
    let { groups: row, centres } = clusterRows(vectors, dimensions, groups[0] ?? 1, 10, seed);
    const finest = Uint16Array.from(row);
    const tree = new Uint16Array((groups[0] ?? 0) * levels);
    const path = Int32Array.from({ length: groups[0] ?? 0 }, (_, group) => group);
    for (let level = 0; level < levels; level += 1) {
      for (let group = 0; group < path.length; group += 1)
        tree[group * levels + level] = path[group] ?? 0;
      const next = groups[level + 1];
      if (next === undefined) continue;
      ({ groups: row, centres } = clusterRows(centres, dimensions, next, 20, seed + level));
      for (let group = 0; group < path.length; group += 1) path[group] = row[path[group] ?? 0] ?? 0;
    }
    return {
      header: {},
      arrays: new Map<string, Int8Array | Uint16Array>([
        ['vectors', Int8Array.from(vectors, quantised)],
        ['finest', finest],
        ['tree', tree],
      ]),
    };
  });
  return {
    corpus,
    rows: new Map(corpus.keys.slice(0, words).map((key, row) => [key, row])),
    vectors: arrayOf(made, 'vectors', Int8Array),
    finest: arrayOf(made, 'finest', Uint16Array),
    tree: arrayOf(made, 'tree', Uint16Array),
  };
}

/** Numbers of a vector of length 1 are small; those past a half are cut. */
function quantised(value: number): number {
  return Math.round(Math.max(-1, Math.min(1, value * 2)) * 127);
}

/** The lexicon as it will be read from the file. */
export function lexiconOf(base: Base, statistics?: Uint8Array): Lexicon {
  const keys = [...base.rows.keys()];
  const clusters = new Uint16Array(keys.length * levels);
  for (let row = 0; row < keys.length; row += 1)
    for (let level = 0; level < levels; level += 1)
      clusters[row * levels + level] = base.tree[(base.finest[row] ?? 0) * levels + level] ?? 0;
  return createLexicon({
    dimensions: baseOptions.dimensions,
    levels,
    hashes: Uint32Array.from(keys, (key) => featureHash(wordHash, key)),
    counts: Uint32Array.from(keys, (_, row) =>
      countOfByte(byteOfCount(base.corpus.counts[row] ?? 0)),
    ),
    vectors: base.vectors,
    clusters,
    statistics: statistics ?? new Uint8Array(keys.length * statisticCount),
  });
}
