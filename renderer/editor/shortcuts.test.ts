import { expect, test } from 'vitest';
import { matchShortcut, shortcutKeys, shortcutName } from './shortcuts.ts';
import type { KeyPress } from './shortcuts.ts';

const press = (keys: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...keys,
});

test.each([
  ['لا', 'KeyB', 'bold'],
  ['ه', 'KeyI', 'italic'],
  ['ن', 'KeyK', 'link'],
  ['ئ', 'KeyZ', 'undo'],
  ['b', 'KeyB', 'bold'],
  ['B', 'KeyB', 'bold'],
] as const)('Ctrl with %s on %s is %s', (key, code, expected) => {
  expect(matchShortcut(press({ key, code, ctrlKey: true }), false)).toBe(expected);
});

test('goes by the letter printed on the key where there is one', () => {
  // On AZERTY, Z is where W is on QWERTY.
  expect(matchShortcut(press({ key: 'z', code: 'KeyW', ctrlKey: true }), false)).toBe('undo');
});

test('goes by the place of a digit key, whatever Shift or an Arabic layout makes of it', () => {
  for (const key of ['!', '1', '١', '&']) {
    expect(
      matchShortcut(press({ key, code: 'Digit1', ctrlKey: true, shiftKey: true }), false),
    ).toBe('name');
  }
});

test('asks for Command on a Mac and for Control elsewhere', () => {
  expect(matchShortcut(press({ key: 'b', code: 'KeyB', metaKey: true }), true)).toBe('bold');
  expect(matchShortcut(press({ key: 'b', code: 'KeyB', ctrlKey: true }), true)).toBeUndefined();
  expect(matchShortcut(press({ key: 'b', code: 'KeyB', metaKey: true }), false)).toBeUndefined();
});

test('leaves typing alone: plain letters, AltGr, and words being composed', () => {
  expect(matchShortcut(press({ key: 'لا', code: 'KeyB' }), false)).toBeUndefined();
  expect(
    matchShortcut(
      press({
        key: '@',
        code: 'Digit2',
        ctrlKey: true,
        altKey: true,
        getModifierState: (name) => name === 'AltGraph',
      }),
      false,
    ),
  ).toBeUndefined();
  expect(
    matchShortcut(press({ key: 'b', code: 'KeyB', ctrlKey: true, isComposing: true }), false),
  ).toBeUndefined();
});

test.each([true, false])('no two shortcuts share a key (Mac: %s)', (isMac) => {
  const modifier = isMac ? 'Meta' : 'Ctrl';
  const all = Object.values(shortcutKeys)
    .flat()
    .map((key) => key.replace('Mod', modifier).split('+').toSorted().join('+'));
  expect(new Set(all).size).toBe(all.length);
});

test('names a shortcut by the letter on the key', () => {
  expect(shortcutName('strike')).toBe('Mod+Shift+S');
  expect(shortcutName('clearFormatting')).toBe('Mod+\\');
});
