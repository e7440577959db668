import { expect, test } from 'vitest';
import { linkTarget, readableAddress } from './link-target.ts';

test('lets only absolute web and mail addresses out', () => {
  expect(
    ['https://example.org/خبر', 'http://example.org', 'mailto:desk@example.org'].map(linkTarget),
  ).toEqual([
    'https://example.org/%D8%AE%D8%A8%D8%B1',
    'http://example.org/',
    'mailto:desk@example.org',
  ]);
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'muharrir://app/',
  'data:text/html,x',
  'smb://host/share',
  'ms-settings:',
  '/relative',
  '',
  'http://',
])('keeps %j in', (address) => {
  expect(linkTarget(address)).toBeUndefined();
});

test('shows an address readably and without characters that could disguise it', () => {
  expect(readableAddress('https://example.org/%D8%AE%D8%A8%D8%B1')).toBe('https://example.org/خبر');
  expect(readableAddress('https://example.org/%E2%80%AEx')).toBe('https://example.org/\u{fffd}x');
  expect(readableAddress('https://example.org/%zz')).toBe('https://example.org/%zz');
  expect(readableAddress(`https://example.org/${'a'.repeat(500)}`)).toHaveLength(200);
});
