import { isInside, labelCount } from './labels.ts';

/** How sure the labels of a span of tokens are: the least sure one, and that the name ends where it does. 0 to 1. */
export function spanProbability(
  labels: Uint8Array,
  marginals: ArrayLike<number>,
  from: number,
  to: number,
): number {
  let least = 1;
  for (let t = from; t < to; t += 1)
    least = Math.min(least, marginals[t * labelCount + (labels[t] as number)] as number);
  const label = labels[to - 1] as number;
  const inside = isInside(label) ? label : label + 1;
  const goesOn = to < labels.length ? (marginals[to * labelCount + inside] as number) : 0;
  return Math.min(least, 1 - goesOn);
}
