import { labelCount } from '../../core/extraction/names/labels.ts';
import { statisticCount } from '../../core/extraction/names/lexicon.ts';

import type { Corpus } from './corpus.ts';
import { tagSentences } from './network.ts';
import type { Network } from './network.ts';
import type { LabelledSentence } from './labelled.ts';
import type { WordTable } from './word-table.ts';

/** Sentences of the corpus without labels, every `step`-th; very long ones are left out. */
export function corpusSentences(corpus: Corpus, step: number, start = 0): LabelledSentence[] {
  const sentences: LabelledSentence[] = [];
  let keys: string[] = [];
  let number = start;
  for (const word of corpus.stream) {
    if (word >= 0) {
      keys.push(corpus.keys[word] ?? '');
      continue;
    }
    if (keys.length > 1 && keys.length < 150) {
      if (number % step === 0)
        sentences.push({ keys, labels: new Uint8Array(keys.length), surfaces: [] });
      number += 1;
    }
    keys = [];
  }
  return sentences;
}

/** How each word of the lexicon was labelled in the sentences: `statisticCount` bytes a row, roots of shares. */
export function nameStatistics(
  network: Network,
  table: WordTable,
  sentences: readonly LabelledSentence[],
  rows: ReadonlyMap<string, number>,
): Uint8Array {
  const sums = new Float64Array(rows.size * labelCount);
  const chunk = 2000;
  for (let from = 0; from < sentences.length; from += chunk) {
    const part = sentences.slice(from, from + chunk).map((sentence) => table.sentence(sentence));
    for (const [place, { marginals }] of tagSentences(network, part, table.edge).entries())
      addMarginals(sums, marginals, part[place]?.keys ?? [], rows);
  }
  return sharesOf(sums);
}

function addMarginals(
  sums: Float64Array,
  marginals: Float32Array,
  keys: readonly string[],
  rows: ReadonlyMap<string, number>,
): void {
  for (const [t, key] of keys.entries()) {
    const row = rows.get(key);
    if (row === undefined) continue;
    for (let y = 0; y < labelCount; y += 1) {
      const at = row * labelCount + y;
      sums[at] = (sums[at] as number) + (marginals[t * labelCount + y] as number);
    }
  }
}

/** A word seen seldom is drawn towards no name. */
function sharesOf(sums: Float64Array): Uint8Array {
  const rows = sums.length / labelCount;
  const shares = new Uint8Array(rows * statisticCount);
  for (let row = 0; row < rows; row += 1) {
    const own = sums.subarray(row * labelCount, (row + 1) * labelCount);
    const total = own.reduce((sum, value) => sum + value, 2);
    for (let y = 1; y < labelCount; y += 1)
      shares[row * statisticCount + y - 1] = Math.round(
        255 * Math.sqrt((own[y] as number) / total),
      );
  }
  return shares;
}
