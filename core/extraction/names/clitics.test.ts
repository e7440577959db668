import { expect, test } from 'vitest';

import { splitClitics } from './clitics.ts';

const counts = new Map([
  ['سوريا', 9000],
  ['وسوريا', 400],
  ['لبنان', 4000],
  ['بنان', 5],
  ['الحكومة', 8000],
  ['يصل', 1500],
  ['فيصل', 700],
  ['القاهرة', 3000],
]);
const countOf = (key: string): number => counts.get(key) ?? 0;

test.each([
  ['وسوريا', 1, 'سوريا'],
  ['ولسوريا', 2, 'سوريا'],
  ['للحكومة', 1, 'الحكومة'],
  ['وللحكومة', 2, 'الحكومة'],
  ['بالقاهرة', 1, 'القاهرة'],
])('%s: %d letters before %s', (key, attached, rest) => {
  expect(splitClitics(key, countOf)).toEqual({ attached, rest });
});

test.each(['لبنان', 'فيصل', 'سوريا', 'ول', 'بلا', ''])('%s stays whole', (key) => {
  expect(splitClitics(key, countOf)).toEqual({ attached: 0, rest: key });
});
