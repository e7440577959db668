/** 32 bits for a kind of feature and its words; the same in training and use. */
export function featureHash(
  kind: number,
  text: string,
  from = 0,
  to: number = text.length,
): number {
  let hash = Math.imul(kind + 1, 0x9e3779b1) ^ 0x811c9dc5;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
  }
  return finish(hash);
}

/** 32 bits for a kind of feature and two or three numbers. */
export function pairHash(kind: number, first: number, second: number, third = 0): number {
  let hash = Math.imul(kind + 1, 0x9e3779b1) ^ Math.imul(first, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ Math.imul(second, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x165667b1) ^ Math.imul(third, 0x2545f491);
  return finish(hash);
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
