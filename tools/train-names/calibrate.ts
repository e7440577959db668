import { prepareTransitions } from '../../core/extraction/names/chain.ts';
import { secondPass } from '../../core/extraction/names/second-pass.ts';
import { spanProbability } from '../../core/extraction/names/span-probability.ts';

import { spansOf } from './score.ts';
import type { poolExamples, SecondStageWeights } from './second-stage.ts';

export const calibrationSteps = 20;

/** How often spans of each probability are right, never falling (isotonic), at equal steps from 0 to 1. */
export function calibrate(
  stage: SecondStageWeights,
  examples: ReturnType<typeof poolExamples>,
): Float32Array {
  const outcomes = spanOutcomes(stage, examples);
  outcomes.sort((a, b) => a.probability - b.probability);
  const groups: { sum: number; right: number; count: number }[] = [];
  for (const { probability, right } of outcomes) {
    groups.push({ sum: probability, right: right ? 1 : 0, count: 1 });
    for (;;) {
      const last = groups.at(-1);
      const before = groups.at(-2);
      if (last === undefined || before === undefined) break;
      if (before.right / before.count < last.right / last.count) break;
      before.sum += last.sum;
      before.right += last.right;
      before.count += last.count;
      groups.pop();
    }
  }
  const points = groups
    .filter(({ count }) => count >= 10)
    .map(({ sum, right, count }) => ({ x: sum / count, y: (right + 1) / (count + 2) }));
  return Float32Array.from({ length: calibrationSteps + 1 }, (_, step) =>
    between(points, step / calibrationSteps),
  );
}

/** Every span that is found, its probability, and whether it is right with its kind. */
export function spanOutcomes(
  stage: SecondStageWeights,
  examples: ReturnType<typeof poolExamples>,
): { probability: number; right: boolean }[] {
  const transitions = prepareTransitions(stage.transitions);
  return examples.flatMap(({ sentence, inputs, labels: gold }) => {
    const { labels, marginals } = secondPass(sentence, inputs, stage.weights, transitions);
    const there = new Set(spansOf(gold).map((span) => JSON.stringify(span)));
    return spansOf(labels).map((span) => ({
      probability: spanProbability(labels, marginals, span.from, span.to),
      right: there.has(JSON.stringify(span)),
    }));
  });
}

function between(points: readonly { x: number; y: number }[], x: number): number {
  const after = points.findIndex((point) => point.x >= x);
  const right = points[after === -1 ? points.length - 1 : after];
  const left = points[after === -1 ? points.length - 1 : Math.max(after - 1, 0)];
  if (left === undefined || right === undefined) return x;
  if (right.x === left.x) return right.y;
  return left.y + ((right.y - left.y) * (x - left.x)) / (right.x - left.x);
}
