import type { Figure, Unit } from './figure.ts';
import type { Spread } from './statistics.ts';

/** The table of a run, a line a figure; notes and aims that were missed below it. */
export function reportLines(figures: readonly Figure[]): string[] {
  const rows = [
    ['figure', 'p50', 'p95', 'floor', 'p50', 'p95', 'ratio', 'aim', ''],
    ...figures.map((figure) => row(figure)),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? '').length)),
  );
  const numbers = new Set([1, 2, 4, 5, 6]);
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return numbers.has(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, '-'.repeat(Math.max(...lines.map((line) => line.length))));
  const notes = figures.filter(({ note }) => note !== undefined);
  return [...lines, ...notes.map(({ name, note }) => `* ${name}: ${note}`)];
}

/** Three digits that mean something, in the figure's unit. */
export function formatValue(value: number, unit: Unit): string {
  const digits =
    Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  const number = value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${number} ${unit}`;
}

function row(figure: Figure): string[] {
  const { name, unit, value, floor, ratio, ratioOf, aim, note } = figure;
  return [
    note === undefined ? name : `${name} *`,
    ...percentiles(value, unit),
    floor?.name ?? '',
    ...(floor === undefined ? ['', ''] : percentiles(floor.value, unit)),
    ratio === undefined ? '' : `${ratio.toFixed(2)}${ratioOf === 'p50/p50' ? '' : ` (${ratioOf})`}`,
    aim?.words ?? '',
    aim === undefined ? '' : aim.met ? 'met' : 'MISSED',
  ];
}

function percentiles({ p50, p95 }: Spread, unit: Unit): [string, string] {
  return [formatValue(p50, unit), formatValue(p95, unit)];
}
