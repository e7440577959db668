import { expect, test } from 'vitest';
import { decideRestart } from './restart-policy.ts';

test('starts the backend again with growing pauses and gives up at the fifth death in a minute', () => {
  const deaths = [0, 10, 300, 1_500, 5_000];
  expect(deaths.map((_, index) => decideRestart(deaths.slice(0, index + 1)))).toEqual([
    { restart: true, after: 0 },
    { restart: true, after: 250 },
    { restart: true, after: 1_000 },
    { restart: true, after: 3_000 },
    { restart: false },
  ]);
});

test('forgets deaths that are a minute old, so fifty kills in an hour never end it', () => {
  const deaths = Array.from({ length: 50 }, (_, index) => index * 61_000);
  expect(decideRestart(deaths)).toEqual({ restart: true, after: 0 });
});
