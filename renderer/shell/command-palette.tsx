import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { SearchIcon } from 'lucide-react';
import { Shortcut } from '../components/shortcut.tsx';
import { useStrings } from '../strings/strings.ts';
import { shortcutOf } from './commands.tsx';
import type { ShellCommand } from './commands.tsx';
import { useShell } from './shell-state.tsx';

/** Every command by name, with its shortcut: type a part of it, arrows choose, Enter runs. */
export function CommandPalette({ commands }: { commands: readonly ShellCommand[] }): ReactNode {
  const { shell } = useStrings();
  const { dialog, showDialog } = useShell();
  const { contains } = useFilter({ sensitivity: 'base' });
  const chosen = useRef<() => void>(undefined);
  useEffect(() => {
    if (dialog === 'palette') return;
    // Only now is the focus free to go where the command puts it.
    const run = chosen.current;
    chosen.current = undefined;
    run?.();
  }, [dialog]);
  const possible = commands.filter(({ run }) => run !== undefined);
  return (
    <ModalOverlay
      isOpen={dialog === 'palette'}
      onOpenChange={(isOpen) => !isOpen && showDialog(null)}
      isDismissable
      className="animate-appear fixed inset-0 z-50 flex items-start justify-center bg-scrim p-4 pt-[12vh]"
    >
      <Modal className="animate-rise w-full max-w-lg">
        <Dialog
          aria-label={shell.commandPalette}
          className="overflow-hidden rounded-lg border border-line bg-raised text-ink shadow-float outline-none"
        >
          {/* One Escape closes, also when something was typed. */}
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- as above */}
          <div
            onKeyDownCapture={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              showDialog(null);
            }}
          >
            <Autocomplete filter={contains}>
              <SearchField
                aria-label={shell.commands}
                // The palette is opened to type into it.
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- as above
                autoFocus
                className="flex items-center gap-2 border-b border-line px-3.5"
              >
                <SearchIcon aria-hidden className="size-4 shrink-0 text-ink-3" />
                <Input
                  placeholder={shell.commandPlaceholder}
                  className="words h-11 flex-1 bg-transparent text-body outline-none [&::-webkit-search-cancel-button]:hidden"
                />
              </SearchField>
              <div
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no fieldset: these are not fields
                role="group"
                aria-label={shell.commands}
                // What scrolls must be reachable by keyboard; the menu inside is only pointed at from the box above.
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
                tabIndex={0}
                className="max-h-[50vh] overflow-auto -outline-offset-2"
              >
                <Menu
                  aria-label={shell.commands}
                  className="p-1 outline-none"
                  renderEmptyState={() => (
                    <p className="px-3 py-6 text-center text-ui text-ink-3">{shell.noCommand}</p>
                  )}
                >
                  {(['article', 'view', 'page', 'help'] as const).map((group) => (
                    <MenuSection key={group} id={group}>
                      <Header className="px-2.5 pt-2 pb-1 text-hint text-ink-3">
                        {shell.groups[group]}
                      </Header>
                      {possible
                        .filter((command) => command.group === group)
                        .map((command) => (
                          <MenuItem
                            key={command.id}
                            id={command.id}
                            textValue={command.label}
                            onAction={() => {
                              showDialog(null);
                              command.run?.();
                            }}
                            className="flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 text-ui outline-none data-focused:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3"
                          >
                            {command.icon}
                            <span className="flex-1">{command.label}</span>
                            {shortcutOf(command) !== undefined && (
                              <Shortcut keys={shortcutOf(command) ?? ''} />
                            )}
                          </MenuItem>
                        ))}
                    </MenuSection>
                  ))}
                </Menu>
              </div>
            </Autocomplete>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
