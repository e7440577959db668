/** A set of small numbers, one bit each. */
export type Bits = Uint32Array;

/** Without members; room for numbers below `size`. */
export function createBits(size: number): Bits {
  return new Uint32Array((size + 31) >> 5);
}

export function addBit(bits: Bits, at: number): void {
  bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31));
}

export function hasBit(bits: Bits, at: number): boolean {
  return (((bits[at >> 5] ?? 0) >>> (at & 31)) & 1) === 1;
}

/** Adds the members of one to the other, which has room for them. */
export function mergeBits(from: Bits, into: Bits): void {
  for (let at = 0; at < from.length; at += 1) into[at] = (into[at] ?? 0) | (from[at] ?? 0);
}

export function bitsIn(bits: Bits): number[] {
  const found: number[] = [];
  for (let at = 0; at < bits.length * 32; at += 1) if (hasBit(bits, at)) found.push(at);
  return found;
}
