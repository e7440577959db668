import { EventEmitter } from 'node:events';
import type { UtilityProcess } from 'electron';
import { expect, test, vi } from 'vitest';
import type { BackendNotice } from '../backend/process-messages.ts';
import { startBackend } from './backend-process.ts';
import type { LibraryCopy } from './backend-process.ts';

/** Electron's side of a backend process: what it says and how it ends is up to the test. */
class Child extends EventEmitter {
  say(notice: BackendNotice): void {
    this.emit('message', notice);
  }
}

function start() {
  const children: Child[] = [];
  const copies: (LibraryCopy | undefined)[] = [];
  const failures: string[] = [];
  startBackend({
    fork: (copy) => {
      const child = new Child();
      children.push(child);
      copies.push(copy);
      return child as unknown as UtilityProcess;
    },
    onFailed: ({ code }) => failures.push(code),
    onUnavailable: ({ code }) => failures.push(code),
  });
  return { children, copies, failures };
}

test('a backend that died over a copy of a read-only library comes back over the same copy', () => {
  vi.useFakeTimers();
  const { children, copies } = start();
  const ready = { path: '/copy/l.muharrir', readOnlyOriginal: '/read-only/l.muharrir' };
  children[0]?.say({ type: 'ready', ...ready });
  children[0]?.emit('exit', 9);
  vi.runAllTimers();
  expect(copies).toEqual([undefined, { path: ready.path, original: ready.readOnlyOriginal }]);
  vi.useRealTimers();
});

test('a backend that died over a library that can be written opens that again', () => {
  vi.useFakeTimers();
  const { children, copies } = start();
  children[0]?.say({ type: 'ready', path: '/l.muharrir', readOnlyOriginal: null });
  children[0]?.emit('exit', 9);
  vi.runAllTimers();
  expect(copies).toEqual([undefined, undefined]);
  vi.useRealTimers();
});

test('a library that cannot be opened at the start is said once and not tried again', () => {
  const { children, copies, failures } = start();
  children[0]?.say({ type: 'failed', code: 'LIBRARY_NEWER', details: {} });
  children[0]?.emit('exit', 1);
  expect(failures).toEqual(['LIBRARY_NEWER']);
  expect(copies).toHaveLength(1);
});
