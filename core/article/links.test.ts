import { expect, test } from 'vitest';
import { isSafeLink } from './links.ts';

test.each([
  'https://example.org',
  'HTTP://example.org/path?q=1#part',
  'https://موقع.example/خبر-عاجل',
  'http://127.0.0.1:8080/',
  'https://[2001:db8::1]/',
  'mailto:desk@example.org',
])('accepts %s', (link) => {
  expect(isSafeLink(link)).toBe(true);
});

test.each([
  '',
  '/relative',
  '//example.org',
  'example.org',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  ' https://example.org',
  'https://example.org/\u202egpj.exe',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'https://',
  'https:///path',
  'https://bank.example@evil.example/',
  'https://exa mple.org',
  'mailto:',
  null,
  7,
])('refuses %j', (link) => {
  expect(isSafeLink(link)).toBe(false);
});
