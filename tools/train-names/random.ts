export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Mean 0, variance 1. */
  normal(): number;
  shuffle(places: Int32Array): void;
}

/** The same seed always gives the same numbers (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const shuffle = (places: Int32Array): void => {
    for (let at = places.length - 1; at > 0; at -= 1) {
      const other = Math.floor(next() * (at + 1));
      const kept = places[at] as number;
      places[at] = places[other] as number;
      places[other] = kept;
    }
  };
  return { next, normal, shuffle };
}
