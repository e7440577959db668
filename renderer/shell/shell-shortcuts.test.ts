import { expect, test } from 'vitest';
import type { KeyPress } from '../editor/shortcuts.ts';
import { matchShellShortcut } from './shell-shortcuts.ts';

const press = (
  key: string,
  code: string,
  ...held: ('ctrl' | 'meta' | 'alt' | 'shift')[]
): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

test('opens the commands on a Latin and on an Arabic keyboard', () => {
  expect(matchShellShortcut(press('k', 'KeyK', 'ctrl'), false)).toBe('palette');
  expect(matchShellShortcut(press('ن', 'KeyK', 'ctrl'), false)).toBe('palette');
  expect(matchShellShortcut(press('k', 'KeyK', 'meta'), true)).toBe('palette');
});

test('goes by the printed letter where the layout is Latin but not QWERTY', () => {
  expect(matchShellShortcut(press('k', 'KeyV', 'ctrl'), false)).toBe('palette');
  expect(matchShellShortcut(press('t', 'KeyK', 'ctrl'), false)).toBeUndefined();
});

test('asks for exactly the keys of the shortcut', () => {
  expect(matchShellShortcut(press('K', 'KeyK', 'ctrl', 'shift'), false)).toBeUndefined();
  expect(matchShellShortcut(press('k', 'KeyK'), false)).toBeUndefined();
  expect(matchShellShortcut(press('F', 'KeyF', 'ctrl', 'shift'), false)).toBe('search');
});

test('finds the search by the slash, on an Arabic keyboard by its place', () => {
  expect(matchShellShortcut(press('/', 'Slash'), false)).toBe('searchQuick');
  expect(matchShellShortcut(press('ظ', 'Slash'), false)).toBe('searchQuick');
});

test('leaves keys to an input method', () => {
  expect(
    matchShellShortcut({ ...press('k', 'KeyK', 'ctrl'), isComposing: true }, false),
  ).toBeUndefined();
});
