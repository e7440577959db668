import { expect, test } from 'vitest';
import { progressLine } from './progress-line.ts';

function shown(isTTY: boolean, reports: [number, number | undefined][]): string {
  let text = '';
  const progress = progressLine({ isTTY, write: (part: string) => (text += part) });
  for (const [received, total] of reports) progress.report(received, total);
  progress.end();
  return text;
}

test('writes a line at each tenth into a log', () => {
  const reports = Array.from({ length: 101 }, (_, i): [number, number] => [
    i * 1_660_000,
    166_000_000,
  ]);
  const lines = shown(false, reports).trimEnd().split('\n');
  expect(lines).toHaveLength(11);
  expect(lines[5]).toBe('  83.0 of 166.0 MB (50 %)');
});

test('draws one line again and again on a terminal and ends it', () => {
  expect(
    shown(true, [
      [0, 2_000_000],
      [1, 2_000_000],
      [1_000_000, 2_000_000],
    ]),
  ).toBe('\r  0.0 of 2.0 MB (0 %)\r  1.0 of 2.0 MB (50 %)\n');
});

test('shows megabytes alone where the whole is not known', () => {
  expect(shown(true, [[3_000_000, undefined]])).toBe('\r  3.0 MB\n');
  expect(shown(false, [[3_000_000, undefined]])).toBe('');
});
