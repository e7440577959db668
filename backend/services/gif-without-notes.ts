/**
 * The parts of a GIF that make its pictures and their movement: without comments, and of the blocks for programs only
 * the loop count and the colour profile. What cannot be read as GIF is left as it stands from there on. Never throws.
 */
export function keepOfGif(bytes: Buffer): Buffer[] {
  const kept: Buffer[] = [];
  let from = 0;
  let at = 13 + colourTable(bytes[10]);
  while (at < bytes.length) {
    const introducer = bytes[at];
    // Behind the end anything may stand.
    if (introducer === 0x3b) return [...kept, bytes.subarray(from, at + 1)];
    const data = dataOf(bytes, at);
    const end = data === undefined ? undefined : endOfBlocks(bytes, data);
    if (end === undefined) break;
    if (introducer === 0x21 && isNote(bytes, at)) {
      kept.push(bytes.subarray(from, at));
      from = end;
    }
    at = end;
  }
  return [...kept, bytes.subarray(from)];
}

/** Where the sub-blocks of the block at `at` begin. */
function dataOf(bytes: Buffer, at: number): number | undefined {
  if (bytes[at] === 0x21) return at + 2;
  // A picture: place and size, its own colours, the size of its first code.
  return bytes[at] === 0x2c ? at + 10 + colourTable(bytes[at + 9]) + 1 : undefined;
}

function endOfBlocks(bytes: Buffer, from: number): number | undefined {
  let at = from;
  for (;;) {
    const size = bytes[at];
    if (size === undefined) return undefined;
    at += 1 + size;
    if (size === 0) return at;
  }
}

function isNote(bytes: Buffer, at: number): boolean {
  if (bytes[at + 1] === 0xfe) return true;
  if (bytes[at + 1] !== 0xff) return false;
  const program = bytes.toString('latin1', at + 3, at + 3 + (bytes[at + 2] ?? 0));
  return !['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'].includes(program);
}

function colourTable(flags = 0): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}
