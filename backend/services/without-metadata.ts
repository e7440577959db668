import { keepOfAvif } from './avif-without-notes.ts';
import { keepOfGif } from './gif-without-notes.ts';

/**
 * A picture as it may leave the library: without what a camera or a program wrote beside it (place, time, serial
 * number, names, comments, thumbnails, further pictures behind the first). What decides how it looks stays: colour
 * profile and orientation. A picture with nothing to take out comes back as it
 * is. What cannot be read as the format says is left as it stands from there on. Never throws.
 */
export function withoutMetadata(bytes: Buffer, mediaType: string): Buffer {
  const keep = readers[mediaType];
  return keep === undefined ? bytes : Buffer.concat(keep(bytes));
}

const readers: Readonly<Record<string, (bytes: Buffer) => Buffer[]>> = {
  'image/jpeg': keepOfJpeg,
  'image/png': keepOfPng,
  'image/webp': keepOfWebp,
  'image/gif': keepOfGif,
  'image/avif': keepOfAvif,
};

function keepOfJpeg(bytes: Buffer): Buffer[] {
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // Behind the end stand further pictures, each with notes of its own.
    if (marker === 0xd9) return [...kept, bytes.subarray(at, at + 2)];
    const data = at + 4;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xff || end < data || end > bytes.length) break;
    const next = marker === 0xda ? endOfScan(bytes, end) : end;
    if (!isNote(marker, bytes.subarray(data, end))) kept.push(bytes.subarray(at, next));
    else if (marker === 0xe1) kept.push(...orientationOf(bytes.subarray(data, end)));
    at = next;
  }
  const isEnd = bytes[at] === 0xff && bytes[at + 1] === 0xd9;
  return [...kept, bytes.subarray(at, isEnd ? at + 2 : undefined)];
}

/** Of the segments for programs only the frame's own, the colour profile and Adobe's word on colours are needed. */
function isNote(marker: number, data: Buffer): boolean {
  if (marker === 0xfe) return true;
  if (marker === 0xe2) return !data.subarray(0, 12).equals(colourProfile);
  return marker === 0xe1 || (marker >= 0xe3 && marker <= 0xed) || marker === 0xef;
}

const colourProfile = Buffer.from('ICC_PROFILE\0', 'latin1');

/** Where the next marker stands; a doubled 0xFF, a stuffed zero and restarts belong to the picture. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** A segment that says how a camera was held and nothing else; none where it was held upright. */
function orientationOf(data: Buffer): Buffer[] {
  if (data.toString('latin1', 0, 6) !== 'Exif\0\0' || data.length < 16) return [];
  const tiff = data.subarray(6);
  const isLittle = tiff[0] === 0x49;
  const short = (at: number) => {
    if (at + 2 > tiff.length) return 0;
    return isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  };
  const entries = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let index = 0; index < short(entries); index += 1) {
    const entry = entries + 2 + 12 * index;
    if (entry + 12 > tiff.length) return [];
    if (short(entry) !== 0x0112) continue;
    const value = short(entry + 8);
    if (value < 2 || value > 8) return [];
    const segment = Buffer.from(orientationSegment, 'hex');
    segment[segment.length - 7] = value;
    return [segment];
  }
  return [];
}

/** Big-endian, one entry: the orientation, whose value is filled in. */
const orientationSegment =
  'ffe100224578696600004d4d002a00000008000101120003000000010001000000000000';

function keepOfPng(bytes: Buffer): Buffer[] {
  const kept = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (!['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'].includes(type))
      kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return kept;
    at = end;
  }
  return [...kept, bytes.subarray(at)];
}

function keepOfWebp(bytes: Buffer): Buffer[] {
  if (bytes.length < 12) return [bytes];
  const head = Buffer.from(bytes.subarray(0, 12));
  const kept: Buffer[] = [head];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > bytes.length) break;
    const type = bytes.toString('latin1', at, at + 4);
    const chunk = Buffer.from(bytes.subarray(at, end));
    // Two bits of the header say that the chunks taken out are there.
    if (type === 'VP8X' && size > 0) chunk[8] = (chunk[8] ?? 0) & ~0x0c;
    if (type !== 'EXIF' && type !== 'XMP ') kept.push(chunk);
    at = end;
  }
  kept.push(bytes.subarray(at));
  const size = kept.reduce((sum, part) => sum + part.length, 0);
  head.writeUInt32LE(size - 8, 4);
  return kept;
}
