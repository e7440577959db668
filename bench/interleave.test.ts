import { expect, test } from 'vitest';
import { interleave } from './interleave.ts';

test('subjects take turns, and the warm-up is not counted', async () => {
  const calls: string[] = [];
  let clock = 0;
  const taking = (name: string, time: number) => (round: number) => {
    calls.push(`${name}${round}`);
    clock += time;
  };
  const samples = await interleave(
    { a: taking('a', 2), b: taking('b', 5) },
    { rounds: 2, warmUp: 1, now: () => clock },
  );
  expect(calls).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
  expect(samples).toEqual({ a: [2, 2], b: [5, 5] });
});

test('a promise is waited for, and the rest between is nobody’s time', async () => {
  let clock = 0;
  const samples = await interleave(
    {
      late: async () => {
        await Promise.resolve();
        clock += 3;
      },
      soon: () => {
        clock += 1;
      },
    },
    {
      rounds: 2,
      now: () => clock,
      rest: async () => {
        clock += 100;
      },
    },
  );
  expect(samples).toEqual({ late: [3, 3], soon: [1, 1] });
});

test('what a subject throws ends the run', async () => {
  const run = interleave(
    {
      broken: () => {
        throw new Error('no disk');
      },
    },
    { rounds: 3 },
  );
  await expect(run).rejects.toThrow('no disk');
});
