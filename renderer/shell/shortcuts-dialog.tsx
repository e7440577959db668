import type { ReactNode } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { Shortcut } from '../components/shortcut.tsx';
import { shortcutKeys, shortcutName } from '../editor/shortcuts.ts';
import type { ShortcutId } from '../editor/shortcuts.ts';
import { useStrings } from '../strings/strings.ts';
import { shortcutOf } from './commands.tsx';
import type { ShellCommand } from './commands.tsx';
import { shellShortcuts } from './shell-shortcuts.ts';
import { useShell } from './shell-state.tsx';

/** Every shortcut of the window and of the page, from the tables that also answer the keys. */
export function ShortcutsDialog({ commands }: { commands: readonly ShellCommand[] }): ReactNode {
  const { shell, editor } = useStrings();
  const { dialog, showDialog } = useShell();
  return (
    <Dialog
      title={shell.shortcutsTitle}
      size="large"
      isText
      isOpen={dialog === 'shortcuts'}
      onClose={() => showDialog(null)}
    >
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 pb-3 sm:grid-cols-2">
        <ShortcutList
          title={shell.shortcutsWindow}
          rows={[
            [shell.commandPalette, [shellShortcuts.palette, shellShortcuts.paletteAnywhere]],
            ...commands.flatMap((command): Row[] => {
              const keys = shortcutOf(command);
              return keys === undefined ? [] : [[command.label, [keys]]];
            }),
          ]}
        />
        <ShortcutList
          title={shell.shortcutsPage}
          rows={(Object.keys(shortcutKeys) as ShortcutId[]).map((id) => [
            editor.actions[id],
            [shortcutName(id)],
          ])}
        />
      </div>
    </Dialog>
  );
}

type Row = [label: string, keys: readonly string[]];

function ShortcutList({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <section>
      <h3 className="mb-1 text-hint font-medium text-ink-3">{title}</h3>
      <dl>
        {rows.map(([label, keys]) => (
          <div key={label} className="flex min-h-7 items-center justify-between gap-4">
            <dt>{label}</dt>
            <dd className="flex gap-3">
              {keys.map((one) => (
                <Shortcut key={one} keys={one} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
