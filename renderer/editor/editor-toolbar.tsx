import { EllipsisIcon, HistoryIcon, QuoteIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Group, Separator, Toolbar } from 'react-aria-components';
import { IconButton } from '../components/icon-button.tsx';
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../components/menu.tsx';
import { WithTooltip } from '../components/tooltip.tsx';
import { useStrings } from '../strings/strings.ts';
import { afterMenu } from './after-menu.ts';
import type { ArticleSession } from './article-session.ts';
import { setDirection } from './direction-commands.ts';
import { runPageAction } from './page-actions.ts';
import { pageIcons } from './page-icons.tsx';
import { usePageState } from './page-state.ts';
import type { PageState } from './page-state.ts';
import { shortcutName } from './shortcuts.ts';
import type { ShortcutId } from './shortcuts.ts';
import { TableMenu } from './table-menu.tsx';
import { DirectionMenu, StyleMenu } from './toolbar-menus.tsx';
import { useToolbarRoom } from './use-toolbar-room.ts';

/** Everything the page can do, in one row: one tab stop with arrows inside; what has no room is in a menu. */
export function EditorToolbar({ session }: { session: ArticleSession }): ReactNode {
  const { editor: s } = useStrings();
  const { editor, page } = session;
  const state = usePageState(editor);
  const ref = useRef<HTMLDivElement>(null);
  const hasContext =
    state.around.includes('table') ||
    state.around.includes('blockquote') ||
    state.style === 'pullQuote';
  const { shown, isNarrow } = useToolbarRoom(ref, groupSizes, hasContext);
  useEffect(() => {
    const toolbar = ref.current;
    const leave = (event: KeyboardEvent) => {
      const isInside = event.target instanceof Node && toolbar?.contains(event.target) === true;
      if (event.key === 'Escape' && isInside) session.focusPage();
    };
    const detach = page.attach({
      focusToolbar: () => toolbar?.querySelector<HTMLElement>('button:not(:disabled)')?.focus(),
    });
    // Before the tooltip of the button, which would keep the key to itself.
    window.addEventListener('keydown', leave, true);
    return () => {
      detach();
      window.removeEventListener('keydown', leave, true);
    };
  }, [page, session]);

  const run = (id: ShortcutId) => {
    // Also before a panel opens: closing it gives the focus back to where it came from.
    session.focusPage();
    runPageAction(id, editor, page);
  };
  const button = (id: ShortcutId) => (
    <ActionButton key={id} id={id} state={state} onRun={() => run(id)} />
  );
  const item = (id: ShortcutId) => (
    <MenuItem
      key={id}
      id={id}
      label={s.actions[id]}
      icon={pageIcons[id]}
      shortcut={shortcutName(id)}
      isDisabled={isDisabled(id, state)}
      onAction={() => afterMenu(() => run(id))}
    />
  );
  const hidden = flexibleGroups.slice(shown).flat();
  const others = (ids: readonly ShortcutId[]) => ids.filter((id) => !hidden.includes(id));

  return (
    <Toolbar
      ref={ref}
      aria-label={s.toolbar.label}
      className="flex h-11 shrink-0 items-center gap-0.5 overflow-hidden border-b border-line bg-paper px-2"
    >
      <Group className={group}>{(['undo', 'redo'] as const).map(button)}</Group>
      <Line />
      <StyleMenu state={state} onRun={(id) => afterMenu(() => run(id))} />
      <Line />
      {flexibleGroups.slice(0, shown).map((ids) => (
        <Group key={ids[0]} className={group}>
          {ids.map(button)}
          <Line />
        </Group>
      ))}
      {state.around.includes('table') && <TableMenu session={session} state={state} />}
      {(state.around.includes('blockquote') || state.style === 'pullQuote') && (
        <IconButton
          label={s.toolbar.quote}
          icon={<QuoteIcon />}
          onPress={() => {
            session.focusPage();
            page.open({ kind: 'quote' });
          }}
        />
      )}
      <DirectionMenu
        direction={state.direction}
        onChoose={(direction) =>
          afterMenu(() => {
            session.focusPage();
            setDirection(direction)(editor.state, (transaction) =>
              editor.view.dispatch(transaction),
            );
          })
        }
      />
      <Menu
        label={s.toolbar.more}
        trigger={<IconButton label={s.toolbar.more} icon={<EllipsisIcon />} />}
      >
        {hidden.map(item)}
        {hidden.length > 0 && <MenuSeparator />}
        <MenuSection title={s.toolbar.insert}>{others(inserts).map(item)}</MenuSection>
        <MenuSeparator />
        {others(rare).map(item)}
        <MenuSeparator />
        {item('find')}
        <MenuItem
          id="history"
          label={s.toolbar.history}
          icon={<HistoryIcon />}
          onAction={() =>
            afterMenu(() => {
              session.focusPage();
              page.open({ kind: 'history' });
            })
          }
        />
      </Menu>
      <span className="min-w-0 flex-1" />
      <Group aria-label={s.annotation.label} className={group}>
        {(['name', 'date', 'source'] as const).map((id) => (
          <AnnotationButton
            key={id}
            id={id}
            state={state}
            isIconOnly={isNarrow}
            onRun={() => run(id)}
          />
        ))}
      </Group>
    </Toolbar>
  );
}

const group = 'flex items-center gap-0.5';

/** From the one that stays longest to the one that goes into the menu first. */
const flexibleGroups: readonly (readonly ShortcutId[])[] = [
  ['bold', 'italic', 'link'],
  ['bulletList', 'orderedList', 'blockquote'],
  ['underline', 'strike', 'highlight'],
  ['figure', 'table', 'footnote'],
  ['taskList', 'outdent', 'indent'],
  ['superscript', 'subscript', 'code', 'clearFormatting'],
];

const groupSizes = flexibleGroups.map((ids) => ids.length);

const inserts: readonly ShortcutId[] = [
  'figure',
  'table',
  'footnote',
  'horizontalRule',
  'hardBreak',
];
const rare: readonly ShortcutId[] = [
  'pullQuote',
  'taskList',
  'superscript',
  'subscript',
  'code',
  'clearFormatting',
];
function ActionButton({
  id,
  state,
  onRun,
}: {
  id: ShortcutId;
  state: PageState;
  onRun: () => void;
}) {
  const { editor: s } = useStrings();
  const on = isOn(id, state);
  return (
    <IconButton
      label={s.actions[id]}
      icon={pageIcons[id]}
      shortcut={shortcutName(id)}
      isDisabled={isDisabled(id, state)}
      onPress={onRun}
      {...(on === undefined ? {} : { isSelected: on })}
    />
  );
}

function AnnotationButton({
  id,
  state,
  isIconOnly,
  onRun,
}: {
  id: 'name' | 'date' | 'source';
  state: PageState;
  isIconOnly: boolean;
  onRun: () => void;
}) {
  const { editor: s } = useStrings();
  return (
    <WithTooltip label={`${s.annotation.label}: ${s.actions[id]}`} shortcut={shortcutName(id)}>
      <AriaButton
        aria-label={s.actions[id]}
        isDisabled={!state.hasSelection}
        onPress={onRun}
        className="focus-ring inline-flex h-8 shrink-0 cursor-default items-center gap-1.5 rounded-md px-2 text-ui text-ink-2 transition-colors hover:bg-hover hover:text-ink disabled:opacity-65 [&_svg]:size-4"
      >
        <span className={annotationColours[id]}>{pageIcons[id]}</span>
        {!isIconOnly && s.actions[id]}
      </AriaButton>
    </WithTooltip>
  );
}

export const annotationColours = {
  name: 'text-name',
  date: 'text-date',
  source: 'text-source',
} as const;

function Line() {
  return <Separator orientation="vertical" className="mx-1 h-5 w-px shrink-0 bg-line" />;
}

const marks: ReadonlySet<string> = new Set([
  'bold',
  'italic',
  'underline',
  'strike',
  'highlight',
  'superscript',
  'subscript',
  'code',
  'link',
]);
const wrappers: ReadonlySet<string> = new Set([
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
]);

/** Undefined: not something that is on or off. */
function isOn(id: ShortcutId, state: PageState): boolean | undefined {
  if (marks.has(id)) return state.marks.includes(id);
  if (wrappers.has(id)) return state.around.includes(id);
  return undefined;
}

function isDisabled(id: ShortcutId, state: PageState): boolean {
  if (id === 'undo') return !state.canUndo;
  if (id === 'redo') return !state.canRedo;
  if (id === 'indent' || id === 'outdent') {
    return !state.around.some((name) => name === 'listItem' || name === 'taskItem');
  }
  if (id === 'name' || id === 'date' || id === 'source') return !state.hasSelection;
  return false;
}
