/** What is told of a row of samples. */
export interface Spread {
  p50: number;
  p95: number;
  /** How many samples it was. */
  count: number;
}

/** Both percentiles of samples in any order. Throws RangeError where there are none. */
export function spread(samples: readonly number[]): Spread {
  return { p50: percentile(samples, 50), p95: percentile(samples, 95), count: samples.length };
}

/**
 * The value below which `percent` of the samples lie, between two neighbours by their distance (as NumPy's default).
 * Throws RangeError where there are no samples or `percent` is not within 0 and 100.
 */
export function percentile(samples: readonly number[], percent: number): number {
  if (samples.length === 0) throw new RangeError('no samples');
  if (!(percent >= 0 && percent <= 100)) throw new RangeError(`no percentile: ${percent}`);
  const sorted = samples.toSorted((a, b) => a - b);
  const place = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** By how much `y` grows for each unit of `x`: the line of least squares. Zero where all `x` are the same. */
export function slope(points: readonly { x: number; y: number }[]): number {
  const x0 = mean(points.map(({ x }) => x));
  const y0 = mean(points.map(({ y }) => y));
  let above = 0;
  let below = 0;
  for (const { x, y } of points) {
    above += (x - x0) * (y - y0);
    below += (x - x0) ** 2;
  }
  return below === 0 ? 0 : above / below;
}

/** NaN where there are no samples. */
export function mean(samples: readonly number[]): number {
  return samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
}
