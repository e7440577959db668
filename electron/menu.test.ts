import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { applicationMenu, contextMenu, type ContextMenuPlace } from './menu.ts';
import { shellStrings } from './strings.ts';

const flags = {
  canUndo: true,
  canRedo: true,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: true,
};
const nowhere: ContextMenuPlace = {
  isEditable: false,
  selectionText: '',
  editFlags: flags,
  misspelledWord: '',
  dictionarySuggestions: [],
  linkURL: '',
};

function menuAt(place: Partial<ContextMenuPlace>, told: string[] = []) {
  return contextMenu({ ...nowhere, ...place }, shellStrings('ar'), {
    replaceMisspelling: (word) => told.push(`replace ${word}`),
    openLink: (address) => told.push(`open ${address}`),
    copyText: (text) => told.push(`copy ${text}`),
  });
}

const names = (items: MenuItemConstructorOptions[]) =>
  items.map(({ role, label, type }) => role ?? label ?? type);

function click(item: MenuItemConstructorOptions | undefined): void {
  (item?.click as (() => void) | undefined)?.();
}

test('offers editing where text can be edited, copying where it can be read, and nothing elsewhere', () => {
  expect([
    names(menuAt({ isEditable: true })),
    names(menuAt({ selectionText: 'خبر' })),
    menuAt({}),
  ]).toEqual([
    ['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'separator', 'selectAll'],
    ['copy'],
    [],
  ]);
});

test('offers the spellings first and puts the chosen one in place', () => {
  const told: string[] = [];
  const items = menuAt(
    { isEditable: true, misspelledWord: 'خبرر', dictionarySuggestions: ['خبر', 'خبير'] },
    told,
  );
  expect(names(items).slice(0, 4)).toEqual(['خبر', 'خبير', 'separator', 'cut']);
  click(items[1]);
  expect(told).toEqual(['replace خبير']);
  expect(menuAt({ misspelledWord: 'خبرر' })).toEqual([{ label: 'لا اقتراح', enabled: false }]);
});

test('offers to open and copy a web link, and nothing for a link that must not leave', () => {
  const told: string[] = [];
  for (const item of menuAt({ linkURL: 'https://example.org/' }, told)) click(item);
  expect(told).toEqual(['open https://example.org/', 'copy https://example.org/']);
  expect(menuAt({ linkURL: 'javascript:alert(1)' })).toEqual([]);
});

test.each(['ar', 'en'] as const)(
  'the menus speak one language (%s) and give every role its words',
  (language) => {
    for (const platform of ['darwin', 'linux', 'win32'] as const) {
      const text = JSON.stringify(applicationMenu(shellStrings(language), platform));
      expect(/[\u0600-\u06ff]/.test(text)).toBe(language === 'ar');
      expect(text).not.toMatch(/"role":"[a-zA-Z]+"\}/);
    }
  },
);

test('shows editing in the menu bar of macOS alone, whose shortcuts need it', () => {
  const [mac, linux, windows] = (['darwin', 'linux', 'win32'] as const).map((platform) =>
    JSON.stringify(applicationMenu(shellStrings('en'), platform)),
  );
  expect(mac).toContain('"undo"');
  expect(`${linux}${windows}`).not.toContain('"undo"');
});
