import { expect, test } from 'vitest';
import { IdleWork } from './idle-work.ts';
import type { Steps } from './idle-work.ts';

function openWork() {
  const log: string[] = [];
  const waiting: (() => void)[] = [];
  let now = 0;
  const work = new IdleWork({ now: () => now }, (callback) => waiting.push(callback));
  /** Each step takes 4 ms. */
  function* steps(name: string, count: number): Steps {
    for (let step = 1; step <= count; step += 1) {
      now += 4;
      log.push(`${name} ${step}`);
      yield undefined;
    }
    log.push(`${name} done`);
  }
  return { log, work, steps, idle: () => waiting.splice(0).forEach((callback) => callback()) };
}

test('goes on for a few milliseconds at a stretch, until it is done', () => {
  const { log, work, steps, idle } = openWork();
  work.start(steps('a', 3));
  expect(log).toEqual([]);
  idle();
  expect(log).toEqual(['a 1', 'a 2']);
  idle();
  expect(log).toEqual(['a 1', 'a 2', 'a 3', 'a done']);
  idle();
  expect(log).toHaveLength(4);
});

test('the next work takes the place of one that is not done, and what is cancelled stops', () => {
  const { log, work, steps, idle } = openWork();
  work.start(steps('a', 9));
  idle();
  work.start(steps('b', 9));
  idle();
  work.cancel();
  idle();
  expect(log).toEqual(['a 1', 'a 2', 'b 1', 'b 2']);
});
