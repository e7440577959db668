import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { ImportChange } from '../../core/importers/import-report.ts';
import { useStrings } from '../strings/strings.ts';
import type { ImportChangeAction } from './import-change-actions.ts';
import { ImportChangeRow } from './import-change-row.tsx';

/**
 * Changes of an import as a list with one tab stop: arrows up and down move, left and right reach the buttons; Enter
 * accepts a proposal or makes a change again, Backspace rejects or undoes.
 */
export function ImportChangeList({
  label,
  changes,
  text,
  isDisabled,
  onRun,
  onShow,
}: {
  label: string;
  changes: readonly ImportChange[];
  /** The decoded original. */
  text: string;
  isDisabled: boolean;
  onRun: (action: ImportChangeAction, change: ImportChange) => void;
  onShow: (change: ImportChange) => void;
}): ReactNode {
  const { panels } = useStrings();
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof HTMLElement ? event.target : undefined;
    const change = changes.find(({ id }) => String(id) === row?.dataset['key']);
    if (change === undefined || isDisabled) return;
    const action = actionOfKey(event.key, change.state);
    if (action === undefined) return;
    event.preventDefault();
    onRun(action, change);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys for the list inside, which has the role
    <div onKeyDown={onKeyDown}>
      <GridList
        ref={list}
        aria-label={label}
        items={changes}
        dependencies={[isDisabled, panels, onRun, onShow]}
        className="-mx-2 flex flex-col outline-none"
      >
        {(change) => (
          <GridListItem
            id={change.id}
            textValue={`${panels.rules[change.rule]}: ${change.original.trim()}`}
            className="focus-ring relative flex cursor-default flex-col gap-1 rounded-sm px-2 py-2.5 -outline-offset-2 not-first:before:absolute not-first:before:inset-x-2 not-first:before:top-0 not-first:before:h-px not-first:before:bg-line"
          >
            <ImportChangeRow
              change={change}
              text={text}
              isDisabled={isDisabled}
              onRun={(action) => {
                // The button goes with the state it was for.
                list.current?.querySelector<HTMLElement>(`[data-key="${change.id}"]`)?.focus();
                onRun(action, change);
              }}
              onShow={() => onShow(change)}
            />
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}

function actionOfKey(key: string, state: ImportChange['state']): ImportChangeAction | undefined {
  if (key === 'Enter')
    return state === 'proposed' ? 'accept' : state === 'undone' ? 'redo' : undefined;
  if (key !== 'Backspace' && key !== 'Delete') return undefined;
  return state === 'proposed' ? 'dismiss' : state === 'undone' ? undefined : 'undo';
}
