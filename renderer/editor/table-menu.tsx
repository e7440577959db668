import type { Command } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  setCellAttr,
  splitCell,
  toggleHeader,
} from '@tiptap/pm/tables';
import { TableIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { IconButton } from '../components/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../components/menu.tsx';
import { useStrings } from '../strings/strings.ts';
import { afterMenu } from './after-menu.ts';
import type { ArticleSession } from './article-session.ts';
import type { PageState } from './page-state.ts';

/** Rows, columns and cells of the table with the caret. */
export function TableMenu({
  session,
  state,
}: {
  session: ArticleSession;
  state: PageState;
}): ReactNode {
  const { table: s, toolbar } = useStrings().editor;
  const { editor } = session;
  const item = (id: string, label: string, command: Command, isDisabled = false) => (
    <MenuItem
      key={id}
      id={id}
      label={label}
      isDisabled={isDisabled}
      isDanger={id.startsWith('delete')}
      onAction={() =>
        afterMenu(() => {
          session.focusPage();
          command(editor.state, (transaction) => editor.view.dispatch(transaction));
        })
      }
    />
  );
  return (
    <Menu label={toolbar.table} trigger={<IconButton label={toolbar.table} icon={<TableIcon />} />}>
      {item('row-before', s.rowBefore, addRowBefore)}
      {item('row-after', s.rowAfter, addRowAfter)}
      {item('column-before', s.columnBefore, addColumnBefore)}
      {item('column-after', s.columnAfter, addColumnAfter)}
      <MenuSeparator />
      {item('header-row', s.headerRow, toggleHeader('row'))}
      {item('header-column', s.headerColumn, toggleHeader('column'))}
      {item('merge', s.merge, mergeCells, !state.cellsSelected)}
      {item('split', s.split, splitCell)}
      <MenuSeparator />
      {(
        [
          [null, s.alignAuto],
          ['right', s.alignRight],
          ['center', s.alignCenter],
          ['left', s.alignLeft],
        ] as const
      ).map(([align, label]) => item(`align-${align}`, label, setCellAttr('align', align)))}
      <MenuSeparator />
      {item('delete-row', s.deleteRow, deleteRow)}
      {item('delete-column', s.deleteColumn, deleteColumn)}
      {item('delete-table', s.remove, deleteTable)}
    </Menu>
  );
}
