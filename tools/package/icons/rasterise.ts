import type { Drawing, Point, Shape } from './svg-shapes.ts';

/** Pixels in rows from the top, four bytes each: red, green, blue, opacity (not premultiplied). */
export interface Picture {
  side: number;
  pixels: Uint8Array;
}

/** Draws at `side` by `side` pixels, every edge with its exact share of each pixel. */
export function rasterise(drawing: Drawing, side: number): Picture {
  const pixels = new Uint8Array(side * side * 4);
  for (const shape of drawing.shapes)
    paint(pixels, shape, coverage(shape, side / drawing.side, side));
  return { side, pixels };
}

function paint(pixels: Uint8Array, { colour }: Shape, covered: Float64Array): void {
  for (const [index, share] of covered.entries()) {
    if (share <= 0) continue;
    const at = index * 4;
    const below = (pixels[at + 3] ?? 0) / 255;
    const opacity = share + below * (1 - share);
    for (const [channel, value] of colour.entries()) {
      const under = pixels[at + channel] ?? 0;
      pixels[at + channel] = Math.round((value * share + under * below * (1 - share)) / opacity);
    }
    pixels[at + 3] = Math.round(opacity * 255);
  }
}

/**
 * How much of each pixel a shape covers, 0 to 1. Every line adds, to the pixels it crosses, the signed area on its
 * right; summed along a row that gives the covered share.
 */
function coverage({ polygons }: Shape, scale: number, side: number): Float64Array {
  // One column more than the picture: what a line spills over the right edge.
  const width = side + 1;
  const sums = new Float64Array(width * side);
  for (const polygon of polygons) {
    for (const [index, end] of polygon.entries()) {
      const start = polygon.at(index - 1);
      if (start !== undefined) addLine(sums, width, side, scaled(start, scale), scaled(end, scale));
    }
  }
  const covered = new Float64Array(side * side);
  for (let row = 0; row < side; row += 1) {
    let sum = 0;
    for (let column = 0; column < side; column += 1) {
      sum += sums[row * width + column] ?? 0;
      covered[row * side + column] = Math.min(1, Math.abs(sum));
    }
  }
  return covered;
}

function scaled([x, y]: Point, scale: number): Point {
  return [x * scale, y * scale];
}

function addLine(sums: Float64Array, width: number, side: number, from: Point, to: Point): void {
  if (from[1] === to[1]) return;
  const direction = from[1] < to[1] ? 1 : -1;
  const [[topX, topY], [bottomX, bottomY]] = direction === 1 ? [from, to] : [to, from];
  const slope = (bottomX - topX) / (bottomY - topY);
  const lastRow = Math.min(side, Math.ceil(bottomY));
  for (let row = Math.max(0, Math.floor(topY)); row < lastRow; row += 1) {
    const high = Math.max(topY, row);
    const low = Math.min(bottomY, row + 1);
    const [a, b] = [topX + (high - topY) * slope, topX + (low - topY) * slope];
    addRow(sums, row * width, width - 1, Math.min(a, b), Math.max(a, b), direction * (low - high));
  }
}

/** Spreads one line's piece within one row over the pixels between `left` and `right`; `height` is signed. */
function addRow(
  sums: Float64Array,
  row: number,
  last: number,
  left: number,
  right: number,
  height: number,
): void {
  const first = Math.floor(left);
  const end = Math.max(first + 1, Math.ceil(right));
  const wide = right - left;
  let before = 0;
  for (let column = first; column < end; column += 1) {
    // The share of this pixel that lies right of the line, over the height of the piece.
    const from = Math.max(left, column);
    const to = Math.min(right, column + 1);
    const part = wide === 0 ? 1 : (to - from) / wide;
    const passed = wide === 0 ? 0 : (from - left) / wide;
    const area = height * (passed + part * (1 - ((from + to) / 2 - column)));
    sums[row + clamp(column, last)] = (sums[row + clamp(column, last)] ?? 0) + area - before;
    before = area;
  }
  sums[row + clamp(end, last)] = (sums[row + clamp(end, last)] ?? 0) + height - before;
}

function clamp(column: number, last: number): number {
  return Math.min(last, Math.max(0, column));
}
