import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './rasterise.ts';

/** A PNG of 8 bits a channel with opacity. */
export function pngFile({ side, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(side * (side * 4 + 1));
  for (let row = 0; row < side; row += 1) {
    // The byte before each row names its filter: none.
    rows.set(pixels.subarray(row * side * 4, (row + 1) * side * 4), row * (side * 4 + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The PNGs of one icon by their side in pixels. */
export type IconImages = ReadonlyMap<number, Buffer>;

/** A Windows icon holding the PNGs of `sides`, none larger than 256. */
export function icoFile(images: IconImages, sides: readonly number[]): Buffer {
  const head = Buffer.alloc(6 + 16 * sides.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sides.length, 4);
  let offset = head.length;
  const bodies = sides.map((side, index) => {
    const image = imageOf(images, side);
    const at = 6 + 16 * index;
    // 256 is written as 0.
    head.writeUInt8(side % 256, at);
    head.writeUInt8(side % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(image.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += image.length;
    return image;
  });
  return Buffer.concat([head, ...bodies]);
}

/** Apple's names for the sizes whose content may be a PNG; a retina size has a name of its own. */
const appleTypes: readonly [string, number][] = [
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** A macOS icon from the PNGs of 16 to 1024 pixels. */
export function icnsFile(images: IconImages): Buffer {
  const members = appleTypes.map(([type, side]) => appleMember(type, imageOf(images, side)));
  return appleMember('icns', Buffer.concat(members));
}

function appleMember(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(data.length + 8, 4);
  return Buffer.concat([head, data]);
}

function imageOf(images: IconImages, side: number): Buffer {
  const image = images.get(side);
  if (image === undefined) throw new Error(`The icon has not been drawn at ${side} pixels.`);
  return image;
}
