import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readShellSettings, writeShellSettings } from './shell-settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shell-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('remembers what was written and leaves no other file', () => {
  const settings = {
    bounds: { x: -5, y: 1, width: 900, height: 600 },
    maximized: true,
    language: 'en',
    theme: 'dark',
  } as const;
  writeShellSettings(join(folder, 'new', 'window.json'), settings);
  expect(readShellSettings(join(folder, 'new', 'window.json'))).toEqual(settings);
  expect(readdirSync(join(folder, 'new'))).toEqual(['window.json']);
});

test('keeps what makes sense of a damaged file and takes an unreadable one for empty', () => {
  const file = join(folder, 'window.json');
  writeFileSync(file, '{"bounds":{"x":"left"},"language":"fr","theme":"dark"}');
  expect(readShellSettings(file)).toEqual({ theme: 'dark' });
  writeFileSync(file, '{"bounds":');
  expect(readShellSettings(file)).toEqual({});
  expect(readShellSettings(join(folder, 'none.json'))).toEqual({});
});

test('a folder that cannot be made disturbs nobody', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => writeShellSettings(join(folder, 'file', 'window.json'), {})).not.toThrow();
});
