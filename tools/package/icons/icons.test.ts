import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { assert as holds, double, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { drawIcons, iconFolder } from './draw-icons.ts';
import { rasterise } from './rasterise.ts';
import { readDrawing, type Drawing } from './svg-shapes.ts';

const signature = '89504e470d0a1a0a';

/** Side and pixel rows of a PNG; how tightly it is compressed is left out. */
function readPng(file: Buffer): { side: number; rows: string } {
  expect(file.subarray(0, 8).toString('hex')).toBe(signature);
  const rows: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      rows.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const pixels = inflateSync(Buffer.concat(rows));
  return { side: file.readUInt32BE(16), rows: pixels.toString('base64') };
}

function readIco(file: Buffer): Buffer[] {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = 6 + index * 16;
    const offset = file.readUInt32LE(at + 12);
    const image = file.subarray(offset, offset + file.readUInt32LE(at + 8));
    expect(image.readUInt32BE(16)).toBe(file[at] === 0 ? 256 : file[at]);
    return image;
  });
}

function readIcns(file: Buffer): Buffer[] {
  expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length]);
  const images: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
    images.push(file.subarray(at + 8, at + file.readUInt32BE(at + 4)));
  return images;
}

function square(side: number, from: number, to: number): Drawing {
  const polygon = [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
  ] as const;
  return { side, shapes: [{ colour: [200, 100, 50], polygons: [polygon] }] };
}

test('the committed icons are what the drawings give (node tools/package/icons/draw-icons.ts)', async () => {
  const drawn = await drawIcons();
  const stale: string[] = [];
  for (const [name, bytes] of drawn) {
    if (!name.endsWith('.png')) continue;
    const committed = readPng(await readFile(join(iconFolder, name)));
    if (committed.rows !== readPng(bytes).rows) stale.push(name);
  }
  expect(stale).toEqual([]);
  const files = (await readdir(iconFolder)).filter((name) => !name.endsWith('.svg'));
  expect(files.toSorted()).toEqual([...drawn.keys()].toSorted());
});

test('the icons for Windows and macOS hold the same pictures in every size', async () => {
  const sidesOf = (images: Buffer[]) => images.map((image) => readPng(image).side);
  const [ico, icns] = await Promise.all(
    ['icon.ico', 'icon.icns'].map((name) => readFile(join(iconFolder, name))),
  );
  expect(sidesOf(readIco(ico ?? Buffer.alloc(0)))).toEqual([16, 24, 32, 48, 64, 128, 256]);
  const apple = readIcns(icns ?? Buffer.alloc(0));
  expect(sidesOf(apple)).toEqual([16, 32, 32, 64, 128, 256, 256, 512, 512, 1024]);
  const [smallest = Buffer.alloc(0)] = apple;
  expect(readPng(smallest)).toEqual(readPng(await readFile(join(iconFolder, '16x16.png'))));
});

test('an edge within a pixel covers its exact share', () => {
  const { pixels } = rasterise(square(4, 0.5, 3), 4);
  const opacity = [0, 1, 2, 3].map((row) => [0, 1, 2, 3].map((x) => pixels[(row * 4 + x) * 4 + 3]));
  expect(opacity).toEqual([
    [64, 128, 128, 0],
    [128, 255, 255, 0],
    [128, 255, 255, 0],
    [0, 0, 0, 0],
  ]);
  expect([...pixels.subarray(20, 24)]).toEqual([200, 100, 50, 255]);
});

test('a triangle anywhere covers its area', () => {
  const coordinate = double({ min: 1, max: 31, noNaN: true });
  const corner = tuple(coordinate, coordinate);
  holds(
    property(corner, corner, corner, (a, b, c) => {
      const shapes = [{ colour: [0, 0, 0] as const, polygons: [[a, b, c]] }];
      const { pixels } = rasterise({ side: 32, shapes }, 32);
      let covered = 0;
      for (let at = 3; at < pixels.length; at += 4) covered += (pixels[at] ?? 0) / 255;
      const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
      // Each pixel's opacity is rounded to one of 256 steps, and only edge pixels have any to round.
      expect(Math.abs(covered - area)).toBeLessThan(0.3);
    }),
  );
});

test.each([
  ['a view box that is no square', '<svg viewBox="0 0 10 20"></svg>'],
  ['an element it cannot draw', '<svg viewBox="0 0 9 9"><rect width="3" fill="#ffffff"/></svg>'],
  ['an unknown command', '<svg viewBox="0 0 9 9"><path fill="#ffffff" d="M0 0 Q1 1 2 2"/></svg>'],
  ['a picture inside', '<svg viewBox="0 0 9 9"><image href="x.png"/></svg>'],
])('a drawing with %s is refused rather than drawn in part', (_what, svg) => {
  expect(() => readDrawing(svg)).toThrow(/^The icon/);
});
