import type { KeyPress } from '../editor/shortcuts.ts';

/**
 * Shortcuts of the window, beside those of the page (`editor/shortcuts.ts`). Written by what is printed on the key.
 * The page answers first: inside it `Mod+K` makes a link, everywhere else it opens the commands.
 */
export const shellShortcuts = {
  palette: 'Mod+K',
  paletteAnywhere: 'Mod+Shift+P',
  newArticle: 'Mod+Alt+N',
  importFiles: 'Mod+Shift+O',
  search: 'Mod+Shift+F',
  searchQuick: '/',
  exportMarkdown: 'Mod+Shift+M',
  exportHtml: 'Mod+Shift+E',
  toggleLibrary: 'Mod+Alt+L',
  toggleInspector: 'Mod+Alt+I',
  toggleHighlights: 'Mod+Alt+U',
  nextPane: 'F6',
  settings: 'Mod+Shift+Comma',
  shortcuts: 'F1',
} as const;

export type ShellShortcutId = keyof typeof shellShortcuts;

/** The shortcut pressed, if any: by the letter printed on the key, or by its place where the layout is not Latin. */
export function matchShellShortcut(press: KeyPress, isMac: boolean): ShellShortcutId | undefined {
  if (press.isComposing === true || press.getModifierState?.('AltGraph') === true) return undefined;
  const pressed = pressedKeys(press);
  return (Object.keys(shellShortcuts) as ShellShortcutId[]).find((id) => {
    const wanted = shellShortcuts[id].split('+').map((part) => modifierOf(part, isMac));
    return wanted.length === pressed.size && wanted.every((part) => pressed.has(part));
  });
}

function modifierOf(part: string, isMac: boolean): string {
  if (part === 'Mod') return isMac ? 'Meta' : 'Ctrl';
  return part;
}

function pressedKeys(press: KeyPress): ReadonlySet<string> {
  const keys = new Set<string>([keyOf(press)]);
  if (press.ctrlKey) keys.add('Ctrl');
  if (press.metaKey) keys.add('Meta');
  if (press.altKey) keys.add('Alt');
  if (press.shiftKey) keys.add('Shift');
  return keys;
}

function keyOf({ key, code, altKey }: KeyPress): string {
  if (/^[a-z]$/i.test(key) && !altKey) return key.toUpperCase();
  if (/^Key[A-Z]$/.test(code)) return code.slice(3);
  if (code === 'Comma') return 'Comma';
  // On an Arabic layout this key gives another letter or sign.
  if (key === '/' || code === 'Slash') return '/';
  return key;
}
