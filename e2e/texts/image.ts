import { crc32, deflateSync } from 'node:zlib';

/** A picture as a person would choose it from the disk: sky over water, 480 by 240 points. */
export const picture = {
  name: 'مرفأ.png',
  mimeType: 'image/png',
  buffer: drawPng(480, 240, (x, y) =>
    y < 132 ? [200 - y / 3, 214 - y / 4, 222 - y / 6] : [64 + ((x >> 4) % 3) * 6, 98, 122],
  ),
};

type Colour = readonly [red: number, green: number, blue: number];

function drawPng(width: number, height: number, colour: (x: number, y: number) => Colour): Buffer {
  const points = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      points.set(colour(x, y).map(Math.round), y * (1 + width * 3) + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(points)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
