import type { ReactNode } from 'react';

/** A shortcut such as `Mod+Shift+K` in the words of this system: `Ctrl+Shift+K`, or `⌘⇧K` on a Mac. */
export function Shortcut({
  keys,
  inverted = false,
}: {
  keys: string;
  inverted?: boolean;
}): ReactNode {
  return (
    <kbd
      dir="ltr"
      className={`shrink-0 text-hint tabular whitespace-nowrap ${inverted ? 'opacity-75' : 'text-ink-3'}`}
    >
      {writeShortcut(keys, isMac)}
    </kbd>
  );
}

function writeShortcut(keys: string, mac: boolean): string {
  const names = keys.split('+').map((key) => (mac ? macNames : otherNames)[key] ?? key);
  return names.join(mac ? '' : '+');
}

export const isMac = /Mac/.test(globalThis.navigator?.userAgent ?? '');

const macNames: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Delete: '⌫',
  Escape: 'esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
};
const otherNames: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
};
