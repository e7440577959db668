import { expect, test } from 'vitest';
import { takeLoopbackKey } from './loopback-key.ts';

test('the key leaves the address, and later pages of the origin have it', () => {
  const kept = new Map<string, string>();
  const replaced: unknown[] = [];
  const open = (hash: string) =>
    takeLoopbackKey({
      location: { hash, pathname: '/', search: '' } as Location,
      history: {
        state: null,
        replaceState: (_state: unknown, _title: string, url: unknown) => replaced.push(url),
      } as unknown as History,
      localStorage: {
        getItem: (name: string) => kept.get(name) ?? null,
        setItem: (name: string, value: string) => void kept.set(name, value),
      } as Storage,
    });
  expect(open('')).toBe('');
  expect(open('#key=first')).toBe('first');
  expect(open('')).toBe('first');
  expect(open('#article')).toBe('first');
  // The next start has another key.
  expect(open('#key=second')).toBe('second');
  expect(open('')).toBe('second');
  expect(replaced).toEqual(['/', '/']);
});
