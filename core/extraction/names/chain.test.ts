import fc from 'fast-check';
import { expect, test } from 'vitest';

import { bestLabels, chainRoom, marginals, prepareTransitions, transitionCount } from './chain.ts';
import { labelCount, mayFollow } from './labels.ts';

const number = fc.integer({ min: -300, max: 300 }).map((value) => value / 100);
const chains = fc.record({
  length: fc.integer({ min: 1, max: 3 }),
  scores: fc.array(number, { minLength: 3 * labelCount, maxLength: 3 * labelCount }),
  transitions: fc.array(number, { minLength: transitionCount, maxLength: transitionCount }),
});

/** Every allowed label sequence with its score. */
function allPaths(length: number, scores: readonly number[], transitions: readonly number[]) {
  let paths: { labels: number[]; score: number }[] = [{ labels: [], score: 0 }];
  for (let t = 0; t < length; t += 1)
    paths = paths.flatMap(({ labels, score }) =>
      Array.from({ length: labelCount }, (_, y) => y)
        .filter((y) => mayFollow(labels.at(-1) ?? -1, y))
        .map((y) => ({
          labels: [...labels, y],
          score:
            score +
            (scores[t * labelCount + y] ?? 0) +
            (transitions[(labels.at(-1) ?? labelCount) * labelCount + y] ?? 0),
        })),
    );
  return paths;
}

test('probabilities and the best sequence are those of counting every sequence', () => {
  fc.assert(
    fc.property(chains, ({ length, scores, transitions }) => {
      const paths = allPaths(length, scores, transitions);
      const total = paths.reduce((sum, { score }) => sum + Math.exp(score), 0);
      const ready = prepareTransitions(transitions);
      const room = chainRoom(3);
      const given = Float32Array.from(scores);
      expect(marginals(given, length, ready, room)).toBeCloseTo(Math.log(total), 4);
      for (let t = 0; t < length; t += 1)
        for (let y = 0; y < labelCount; y += 1) {
          const sum = paths
            .filter(({ labels }) => labels[t] === y)
            .reduce((part, { score }) => part + Math.exp(score), 0);
          expect(room.marginals[t * labelCount + y]).toBeCloseTo(sum / total, 4);
        }
      const labels = new Uint8Array(3);
      bestLabels(given, length, ready, room, labels);
      const found = paths.find((path) => path.labels.every((label, t) => label === labels[t]));
      const most = paths.reduce((best, { score }) => Math.max(best, score), -Infinity);
      expect(found?.score).toBeCloseTo(most, 4);
    }),
    { numRuns: 30 },
  );
});
