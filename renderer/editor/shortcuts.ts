/**
 * The page's keyboard shortcuts. Keys are named by their place on the keyboard (`KeyB`, `Digit2`), because an Arabic
 * layout gives other characters there (two of them for one key: `لا` on B) and ProseMirror's own key maps miss those.
 */
export const shortcutKeys = {
  undo: ['Mod+KeyZ'],
  redo: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
  paragraph: ['Mod+Alt+Digit0'],
  heading2: ['Mod+Alt+Digit2'],
  heading3: ['Mod+Alt+Digit3'],
  heading4: ['Mod+Alt+Digit4'],
  pullQuote: ['Mod+Alt+Digit5'],
  figure: ['Mod+Alt+Digit6'],
  table: ['Mod+Alt+Digit7'],
  horizontalRule: ['Mod+Alt+Digit8'],
  footnote: ['Mod+Alt+KeyF', 'Mod+Alt+Digit9'],
  hardBreak: ['Shift+Enter'],
  bold: ['Mod+KeyB'],
  italic: ['Mod+KeyI'],
  underline: ['Mod+KeyU'],
  strike: ['Mod+Shift+KeyS'],
  highlight: ['Mod+Shift+KeyH'],
  superscript: ['Mod+Period'],
  subscript: ['Mod+Comma'],
  code: ['Mod+KeyE'],
  link: ['Mod+KeyK'],
  orderedList: ['Mod+Shift+Digit7'],
  bulletList: ['Mod+Shift+Digit8'],
  taskList: ['Mod+Shift+Digit9'],
  indent: ['Mod+BracketRight', 'Tab'],
  outdent: ['Mod+BracketLeft', 'Shift+Tab'],
  blockquote: ['Mod+Shift+KeyB'],
  direction: ['Mod+Shift+KeyD'],
  clearFormatting: ['Mod+Backslash'],
  name: ['Ctrl+Shift+Digit1'],
  date: ['Ctrl+Shift+Digit2'],
  source: ['Ctrl+Shift+Digit3'],
  find: ['Mod+KeyF'],
  toolbar: ['Alt+F10'],
} as const satisfies Record<string, readonly string[]>;

export type ShortcutId = keyof typeof shortcutKeys;

/** What is asked of an event; a `KeyboardEvent` has it all. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing?: boolean;
  getModifierState?(name: string): boolean;
}

/**
 * The shortcut pressed, if any. A Latin letter on the key counts by what is printed on it (AZERTY, Dvorak), anything
 * else by its place. Never a key that types a character with AltGr.
 */
export function matchShortcut(press: KeyPress, isMac: boolean): ShortcutId | undefined {
  if (press.isComposing === true) return undefined;
  if (press.getModifierState?.('AltGraph') === true) return undefined;
  return shortcutsByPress[isMac ? 'mac' : 'other'].get(pressName(press));
}

/** The first key of a shortcut with the key's name in place of its code: `Mod+Shift+S`. */
export function shortcutName(id: ShortcutId): string {
  const parts = shortcutKeys[id][0].split('+');
  const key = parts.pop() ?? '';
  return [...parts, keyNames[key] ?? key.replace(/^(Key|Digit)/, '')].join('+');
}

const keyNames: Readonly<Record<string, string>> = {
  Period: '.',
  Comma: ',',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
};

const shortcutsByPress = { mac: pressTable(true), other: pressTable(false) };

function pressTable(isMac: boolean): ReadonlyMap<string, ShortcutId> {
  const table = new Map<string, ShortcutId>();
  for (const [id, keys] of Object.entries(shortcutKeys)) {
    for (const keyName of keys) {
      const parts = keyName.split('+');
      const code = parts.pop() ?? '';
      const modifiers = parts.map((part) => (part === 'Mod' ? (isMac ? 'Meta' : 'Ctrl') : part));
      table.set([...modifiers.toSorted(), code].join('+'), id as ShortcutId);
    }
  }
  return table;
}

function pressName(press: KeyPress): string {
  const modifiers = [
    press.altKey && 'Alt',
    press.ctrlKey && 'Ctrl',
    press.metaKey && 'Meta',
    press.shiftKey && 'Shift',
  ].filter((name) => name !== false);
  return [...modifiers, codeOf(press)].join('+');
}

function codeOf(press: KeyPress): string {
  // With Alt, a Mac types another letter (`ƒ`), with Shift a digit key another sign: the place decides there.
  if (/^[a-z]$/i.test(press.key) && !press.altKey) return `Key${press.key.toUpperCase()}`;
  return press.code;
}
