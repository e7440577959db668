import { ChevronDownIcon, PilcrowLeftIcon, PilcrowRightIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { directions } from '../../core/article/document.ts';
import type { Direction } from '../../core/article/document.ts';
import { Menu, MenuItem } from '../components/menu.tsx';
import { useStrings } from '../strings/strings.ts';
import type { PageState } from './page-state.ts';
import { shortcutName } from './shortcuts.ts';
import type { ShortcutId } from './shortcuts.ts';

/** What kind of block the caret is in, and the others it may become. */
export function StyleMenu({
  state,
  onRun,
}: {
  state: PageState;
  onRun: (id: ShortcutId) => void;
}): ReactNode {
  const { editor: s } = useStrings();
  const styles = ['paragraph', 'heading2', 'heading3', 'heading4', 'pullQuote'] as const;
  const current = styles.find((style) => style === state.style);
  return (
    <Menu
      label={s.toolbar.style}
      selectedKeys={current === undefined ? [] : [current]}
      trigger={
        <AriaButton
          aria-label={`${s.toolbar.style}: ${s.actions[current ?? 'paragraph']}`}
          className={`${wordButton} w-30 justify-between border border-line`}
        >
          <span className="one-line">
            {state.style === 'figure' ? s.actions.figure : s.actions[current ?? 'paragraph']}
          </span>
          <ChevronDownIcon />
        </AriaButton>
      }
    >
      {styles.map((style) => (
        <MenuItem
          key={style}
          id={style}
          label={s.actions[style]}
          shortcut={shortcutName(style)}
          onAction={() => {
            if (style !== state.style) onRun(style);
          }}
        />
      ))}
    </Menu>
  );
}

/** The direction of the selected blocks: an icon and a word, and the choice. */
export function DirectionMenu({
  direction,
  onChoose,
}: {
  direction: Direction | 'mixed';
  onChoose: (direction: Direction) => void;
}): ReactNode {
  const { editor: s } = useStrings();
  return (
    <Menu
      label={s.actions.direction}
      selectedKeys={direction === 'mixed' ? [] : [direction]}
      trigger={
        <AriaButton
          aria-label={`${s.actions.direction}: ${s.directions[direction]}`}
          className={wordButton}
        >
          {direction === 'ltr' ? <PilcrowRightIcon /> : <PilcrowLeftIcon />}
          {s.directions[direction]}
          <ChevronDownIcon />
        </AriaButton>
      }
    >
      {directions.map((item) => (
        <MenuItem
          key={item}
          id={item}
          label={s.directions[item]}
          hint={s.directions.hints[item]}
          shortcut={item === 'auto' ? shortcutName('direction') : undefined}
          onAction={() => onChoose(item)}
        />
      ))}
    </Menu>
  );
}

const wordButton =
  'focus-ring inline-flex h-8 shrink-0 cursor-default items-center gap-1.5 rounded-md px-2 text-ui text-ink-2 transition-colors hover:bg-hover hover:text-ink data-pressed:bg-selected [&_svg]:size-4 [&_svg]:shrink-0';
