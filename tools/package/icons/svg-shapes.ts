/** One filled outline. */
export interface Shape {
  /** sRGB, 0 to 255 each. */
  colour: readonly [red: number, green: number, blue: number];
  /** Closed polygons in the drawing's own units, curves already broken into short lines. */
  polygons: readonly (readonly Point[])[];
}

export type Point = readonly [x: number, y: number];

export interface Drawing {
  /** Width and height of the square view box. */
  side: number;
  shapes: Shape[];
}

/**
 * Reads our icons' SVG: a square view box and `path` elements with a `fill` and absolute M, L, C and Z. @throws Error on
 * anything else, so that no part of a drawing can be left out unseen.
 */
export function readDrawing(svg: string): Drawing {
  const side = /^<svg [^>]*viewBox="0 0 (\d+) (\d+)"/.exec(svg);
  if (side === null || side[1] !== side[2]) throw new Error('The icon has no square view box.');
  const shapes: Shape[] = [];
  for (const [element, name, attributes = ''] of svg.matchAll(/<([a-z]\w*)\b([^>]*)>/g)) {
    if (name === 'svg' || name === 'title') continue;
    const fill = /\bfill="#([0-9a-f]{6})"/.exec(attributes)?.[1];
    const data = /\bd="([^"]*)"/.exec(attributes)?.[1];
    if (name !== 'path' || fill === undefined || data === undefined)
      throw new Error(`The icon holds something that cannot be drawn: ${element}`);
    const colour = Number.parseInt(fill, 16);
    shapes.push({
      colour: [colour >> 16, (colour >> 8) & 0xff, colour & 0xff],
      polygons: readPath(data),
    });
  }
  return { side: Number(side[1]), shapes };
}

function readPath(data: string): Point[][] {
  const polygons: Point[][] = [];
  for (const [, command = '', text = ''] of data.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
    const points = pairs(numbers);
    const current = polygons.at(-1);
    if (command === 'M') polygons.push(points);
    else if (command === 'L') current?.push(...points);
    else if (command === 'C')
      for (let at = 0; at < points.length; at += 3) curve(current, points, at);
    else if (command !== 'Z')
      throw new Error(`The icon’s path has the unknown command ${command}.`);
  }
  return polygons;
}

function pairs(numbers: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2)
    points.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  return points;
}

const steps = 48;

/** A cubic curve from the polygon's last point over three points, as lines. */
function curve(polygon: Point[] | undefined, points: readonly Point[], at: number): void {
  const start = polygon?.at(-1);
  const [a, b, end] = points.slice(at, at + 3);
  if (polygon === undefined || start === undefined || !a || !b || !end)
    throw new Error('The icon has a curve without its points.');
  for (let step = 1; step <= steps; step += 1) {
    const t = step / steps;
    const mix = (axis: 0 | 1) =>
      (1 - t) ** 3 * start[axis] +
      3 * (1 - t) ** 2 * t * a[axis] +
      3 * (1 - t) * t ** 2 * b[axis] +
      t ** 3 * end[axis];
    polygon.push([mix(0), mix(1)]);
  }
}
