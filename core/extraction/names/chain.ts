import { labelCount, mayFollow } from './labels.ts';

/** Scores of labels that follow each other, made ready for many sentences. Row: label before; last row: the beginning. */
export interface Transitions {
  scores: Float64Array;
  factors: Float64Array;
}

export const transitionCount = (labelCount + 1) * labelCount;

/** Pairs that may not be are left out whatever their score. */
export function prepareTransitions(scores: ArrayLike<number>): Transitions {
  const ready = new Float64Array(transitionCount);
  for (let at = 0; at < transitionCount; at += 1) {
    const before = Math.floor(at / labelCount);
    ready[at] = mayFollow(before === labelCount ? -1 : before, at % labelCount)
      ? (scores[at] as number)
      : -Infinity;
  }
  return { scores: ready, factors: ready.map(Math.exp) };
}

/** Room for sentences of any length; grows when it must. */
export interface ChainRoom {
  length: number;
  /** exp(score - largest score of the token), token by token. */
  emission: Float64Array;
  forward: Float64Array;
  backward: Float64Array;
  scale: Float64Array;
  /** Probability of each label of each token. */
  marginals: Float64Array;
  back: Uint8Array;
}

export function chainRoom(length: number): ChainRoom {
  const cells = length * labelCount;
  return {
    length,
    emission: new Float64Array(cells),
    forward: new Float64Array(cells),
    backward: new Float64Array(cells),
    scale: new Float64Array(length),
    marginals: new Float64Array(cells),
    back: new Uint8Array(cells),
  };
}

/** Fills `room.marginals`. Returns the logarithm of the sum over all label sequences. */
export function marginals(
  scores: Float32Array,
  length: number,
  transitions: Transitions,
  room: ChainRoom,
): number {
  const n = labelCount;
  const { factors } = transitions;
  const { emission, forward, backward, scale } = room;
  let logarithm = 0;
  for (let t = 0; t < length; t += 1) {
    const from = t * n;
    let most = -Infinity;
    for (let y = 0; y < n; y += 1) most = Math.max(most, scores[from + y] as number);
    let sum = 0;
    for (let y = 0; y < n; y += 1) {
      const e = Math.exp((scores[from + y] as number) - most);
      emission[from + y] = e;
      let reached = 0;
      if (t === 0) reached = factors[n * n + y] as number;
      else
        for (let x = 0; x < n; x += 1)
          reached += (forward[from - n + x] as number) * (factors[x * n + y] as number);
      const value = reached * e;
      forward[from + y] = value;
      sum += value;
    }
    scale[t] = sum;
    logarithm += most + Math.log(sum);
    for (let y = 0; y < n; y += 1) forward[from + y] = (forward[from + y] as number) / sum;
  }
  for (let t = length - 1; t >= 0; t -= 1) {
    const from = t * n;
    if (t === length - 1) backward.fill(1, from, from + n);
    else {
      const next = from + n;
      const by = 1 / (scale[t + 1] as number);
      for (let x = 0; x < n; x += 1) {
        let sum = 0;
        for (let y = 0; y < n; y += 1)
          sum +=
            (factors[x * n + y] as number) *
            (emission[next + y] as number) *
            (backward[next + y] as number);
        backward[from + x] = sum * by;
      }
    }
    for (let y = 0; y < n; y += 1)
      room.marginals[from + y] = (forward[from + y] as number) * (backward[from + y] as number);
  }
  return logarithm;
}

/** The best label sequence, into `labels`. */
export function bestLabels(
  scores: Float32Array,
  length: number,
  transitions: Transitions,
  room: ChainRoom,
  labels: Uint8Array,
): void {
  const n = labelCount;
  const best = room.forward;
  for (let t = 0; t < length; t += 1) {
    const from = t * n;
    for (let y = 0; y < n; y += 1) {
      let most = -Infinity;
      let by = 0;
      if (t === 0) most = transitions.scores[n * n + y] as number;
      else
        for (let x = 0; x < n; x += 1) {
          const reached =
            (best[from - n + x] as number) + (transitions.scores[x * n + y] as number);
          if (reached > most) {
            most = reached;
            by = x;
          }
        }
      best[from + y] = most + (scores[from + y] as number);
      room.back[from + y] = by;
    }
  }
  let label = 0;
  for (let t = length - 1; t >= 0; t -= 1) {
    const from = t * n;
    if (t === length - 1)
      for (let y = 1; y < n; y += 1)
        if ((best[from + y] as number) > (best[from + label] as number)) label = y;
    labels[t] = label;
    label = room.back[from + label] as number;
  }
}
