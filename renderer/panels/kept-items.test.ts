import { expect, test } from 'vitest';
import { KeptItems } from './kept-items.ts';

interface Row {
  key: string;
  title: string;
  start: number;
}

test('keeps the objects of rows that show the same, and the list when all do', () => {
  const kept = new KeptItems<Row>(({ title }) => title);
  const first = kept.keep([
    { key: 'a', title: 'ليلى', start: 1 },
    { key: 'b', title: 'سلمى', start: 9 },
  ]);
  const moved = kept.keep([
    { key: 'a', title: 'ليلى', start: 4 },
    { key: 'b', title: 'سلمى', start: 12 },
  ]);
  expect(moved).toBe(first);
  const changed = kept.keep([
    { key: 'a', title: 'ليلى', start: 4 },
    { key: 'b', title: 'سلمى الحداد', start: 12 },
  ]);
  expect(changed[0]).toBe(first[0]);
  expect(changed[1]).toEqual({ key: 'b', title: 'سلمى الحداد', start: 12 });
  expect(kept.keep(changed.slice(1))).toEqual(changed.slice(1));
});
