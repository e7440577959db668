import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { StoredRevision } from '../database/revisions.ts';

/** How one payload is made from another, as it is stored: see `StoredRevision`. */
export type Change = Pick<StoredRevision, 'sameStart' | 'sameEnd' | 'isCompressed' | 'payload'>;

/** `base` empty: the whole payload. */
export function makeChange(base: Buffer, payload: Buffer): Change {
  const sameStart = countSameStart(base, payload);
  const sameEnd = countSameEnd(base, payload, Math.min(base.length, payload.length) - sameStart);
  const middle = payload.subarray(sameStart, payload.length - sameEnd);
  // So little, a sentence say, is nearly as small as it is, and is stored in a fraction of the time.
  if (middle.length <= smallChange) return { sameStart, sameEnd, isCompressed: 0, payload: middle };
  const compressed = zstdCompressSync(middle, dictionaryOf(base, sameStart, sameEnd));
  return { sameStart, sameEnd, isCompressed: 1, payload: compressed };
}

/** The payload that was given to `makeChange`. Throws where the change is none of this base. */
export function applyChange(base: Buffer, change: Change): Buffer {
  const { sameStart, sameEnd, isCompressed, payload } = change;
  if (sameStart + sameEnd > base.length) throw new RangeError('change of another base');
  const middle =
    isCompressed === 1
      ? zstdDecompressSync(payload, dictionaryOf(base, sameStart, sameEnd))
      : payload;
  if (sameStart + sameEnd === 0) return middle;
  return Buffer.concat([
    base.subarray(0, sameStart),
    middle,
    base.subarray(base.length - sameEnd, base.length),
  ]);
}

const smallChange = 400;

/** What the change takes the place of. */
function dictionaryOf(base: Buffer, sameStart: number, sameEnd: number): { dictionary?: Buffer } {
  const dictionary = base.subarray(sameStart, base.length - sameEnd);
  return dictionary.length === 0 ? {} : { dictionary };
}

/** Compared natively, a piece at a time; only the piece with the difference is walked through. */
const piece = 1024;

function countSameStart(a: Buffer, b: Buffer): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same + piece <= most && a.compare(b, same, same + piece, same, same + piece) === 0)
    same += piece;
  while (same < most && a[same] === b[same]) same += 1;
  return same;
}

function countSameEnd(a: Buffer, b: Buffer, most: number): number {
  let same = 0;
  const isSame = (length: number) =>
    a.compare(
      b,
      b.length - same - length,
      b.length - same,
      a.length - same - length,
      a.length - same,
    ) === 0;
  while (same + piece <= most && isSame(piece)) same += piece;
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same += 1;
  return same;
}
