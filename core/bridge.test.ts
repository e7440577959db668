import { expect, test } from 'vitest';
import { parseBridgeNotice, parseBridgeRequest } from './bridge.ts';

test('reads the requests a page may make and drops what else they carry', () => {
  expect(parseBridgeRequest({ type: 'muharrir:connect', path: '/etc' })).toEqual({
    type: 'muharrir:connect',
  });
  expect(
    parseBridgeRequest({ type: 'muharrir:appearance', language: 'ar', theme: 'dark', extra: 1 }),
  ).toEqual({
    type: 'muharrir:appearance',
    language: 'ar',
    theme: 'dark',
  });
});

test.each([
  undefined,
  null,
  'muharrir:connect',
  { type: 'connect' },
  { type: 'muharrir:connected' },
  { type: 'muharrir:appearance', language: 'fr', theme: 'dark' },
  { type: 'muharrir:appearance', language: 'ar', theme: 'url(x)' },
])('takes %j for no request', (value) => {
  expect(parseBridgeRequest(value)).toBeUndefined();
});

test('reads the notices the shell gives', () => {
  expect(parseBridgeNotice({ type: 'muharrir:connected' })).toEqual({ type: 'muharrir:connected' });
  expect(parseBridgeNotice({ type: 'muharrir:unavailable', code: 'LIBRARY_DAMAGED' })).toEqual({
    type: 'muharrir:unavailable',
    code: 'LIBRARY_DAMAGED',
  });
});

test.each([null, 'x', { type: 'muharrir:connect' }, { type: 'muharrir:unavailable' }])(
  'takes %j for no notice',
  (v) => {
    expect(parseBridgeNotice(v)).toBeUndefined();
  },
);
