import { useEffect, useRef } from 'react';
import { isMac } from '../components/shortcut.tsx';
import type { ShellCommand } from './commands.tsx';
import { matchShellShortcut } from './shell-shortcuts.ts';
import { useShell } from './shell-state.tsx';

/** Listens for the window's shortcuts. What the page or a field has already taken is left alone. */
export function useShellKeys(commands: readonly ShellCommand[]): void {
  const { dialog, showDialog, wantSearch } = useShell();
  const latest = useRef({ commands, dialog });
  useEffect(() => {
    latest.current = { commands, dialog };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const id = matchShellShortcut(event, isMac);
      if (id === undefined) return;
      const isPalette = id === 'palette' || id === 'paletteAnywhere';
      if (latest.current.dialog !== null && !isPalette) return;
      if (id === 'searchQuick' && isTyping(event.target)) return;
      event.preventDefault();
      if (isPalette) showDialog(latest.current.dialog === 'palette' ? null : 'palette');
      else if (id === 'searchQuick') wantSearch(true);
      else latest.current.commands.find(({ shortcut }) => shortcut === id)?.run?.();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [showDialog, wantSearch]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
