import { featureHash } from './hash.ts';

/** What is known of a word wherever it stands. */
export interface WordFacts {
  key: string;
  /** Key without attached particles. */
  rest: string;
  attached: number;
  /** Groups of words that stand in the same places, finest first; empty for an unknown word. */
  clusters: readonly number[];
}

/**
 * Hashes of features that depend on one word only. Six groups: for the word as seen from two places after it, one after,
 * its own, one before, two before; then those that tell the word itself, which training leaves out at times.
 */
export interface WordFeatures {
  hashes: Uint32Array;
  /** Where each group ends. */
  ends: Uint16Array;
}

export const featureGroups = 6;

/** Room for the features of a word of any length. */
export function wordFeatureRoom(): WordFeatures {
  return { hashes: new Uint32Array(most), ends: new Uint16Array(featureGroups) };
}

const most = 512;

/** Fills `room`. */
export function wordFeatures(facts: WordFacts, room: WordFeatures): void {
  let size = 0;
  const shape = shapeOf(facts);
  for (let place = 0; place < featureGroups - 1; place += 1) {
    size = placeFeatures(facts, shape, place, room.hashes, size);
    room.ends[place] = size;
  }
  room.ends[featureGroups - 1] = lexicalFeatures(facts, room.hashes, size);
}

function placeFeatures(
  { key, rest, attached, clusters }: WordFacts,
  shape: string,
  place: number,
  hashes: Uint32Array,
  from: number,
): number {
  let size = from;
  const kind = place * 64;
  hashes[size++] = featureHash(kind + 1, shape);
  for (let level = 0; level < clusters.length; level += 1)
    hashes[size++] = featureHash(kind + 2 + level, String(clusters[level]));
  if (place !== own) hashes[size++] = featureHash(kind + 8, key);
  if (place === 0 || place === 4) return size;
  if (rest !== key) hashes[size++] = featureHash(kind + 9, key, 0, attached);
  if (place !== own) hashes[size++] = featureHash(kind + 10, rest);
  const longest = place === own ? 4 : 3;
  for (let length = 1; length <= longest && length < key.length; length += 1) {
    hashes[size++] = featureHash(kind + 16 + length, key, 0, length);
    hashes[size++] = featureHash(kind + 24 + length, key, key.length - length);
  }
  return size;
}

const own = 2;

function lexicalFeatures({ key, rest }: WordFacts, hashes: Uint32Array, from: number): number {
  let size = from;
  hashes[size++] = featureHash(400, key);
  hashes[size++] = featureHash(401, rest);
  hashes[size++] = featureHash(402, rest, rest.startsWith('ال') && rest.length > 4 ? 2 : 0);
  const edged = `<${rest}>`;
  for (let length = 3; length <= 4; length += 1)
    for (let at = 0; at + length <= edged.length && size < most - 8; at += 1)
      hashes[size++] = featureHash(403 + length, edged, at, at + length);
  for (let length = 2; length <= 4 && length < rest.length; length += 1)
    hashes[size++] = featureHash(410 + length, rest, 0, length);
  return size;
}

function shapeOf({ key, rest, attached, clusters }: WordFacts): string {
  const first = key.charCodeAt(0);
  if (first < 0x600 || first > 0x6ff)
    return /^\p{L}/u.test(key) ? `latin${String(Math.min(key.length, 4))}` : key;
  const article = rest.startsWith('ال') ? 'a' : '';
  const known = clusters.length === 0 ? 'u' : '';
  return `${article}${known}${attached > 0 ? 'c' : ''}${String(Math.min(key.length, 8))}`;
}
