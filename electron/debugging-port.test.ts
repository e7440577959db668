import { expect, test } from 'vitest';
import { refuseDebugging } from './debugging-port.ts';

function removed(env: Record<string, string>): string[] {
  const names: string[] = [];
  refuseDebugging({ removeSwitch: (name) => names.push(name) }, env);
  return names;
}

test('takes every way to Chromium’s debugging off the command line', () => {
  expect(removed({})).toEqual([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'remote-debugging-address',
  ]);
});

test('leaves it where the environment asks for it in so many words', () => {
  expect([
    removed({ MUHARRIR_DEBUGGING: '1' }),
    removed({ MUHARRIR_DEBUGGING: '0' }).length,
  ]).toEqual([[], 3]);
});
