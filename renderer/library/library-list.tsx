import { useCallback, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ArticleSummary } from '../../core/article/article.ts';
import { classNames } from '../components/class-names.ts';
import { useNow } from '../format/use-format.ts';
import { useStrings } from '../strings/strings.ts';
import { LibraryRow } from './library-row.tsx';

export interface LibraryListControl {
  focus: () => void;
}

export interface LibraryListProps {
  label: string;
  rows: readonly ArticleSummary[];
  /** All rows there are, loaded or not. */
  total: number;
  openId: string | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  onLoadMore: () => void;
  onOpen: (id: string) => void;
  /** Enter on a row. */
  onEnter: (id: string) => void;
  onTrash?: ((article: ArticleSummary) => void) | undefined;
  onActive?: (article: ArticleSummary | undefined) => void;
  /** Arrow up on the first row. */
  onLeaveUp?: () => void;
  control: Ref<LibraryListControl>;
}

/**
 * The rows that are in view, of however many there are. One tab stop: arrows, Home, End and Page keys move, Enter
 * opens, Delete puts into the trash.
 */
export function LibraryList({
  label,
  rows,
  total,
  openId,
  hasMore,
  isLoadingMore,
  onLoadMore,
  onOpen,
  onEnter,
  onTrash,
  onActive,
  onLeaveUp,
  control,
}: LibraryListProps): ReactNode {
  const { library } = useStrings();
  const now = useNow();
  const baseId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(openId);
  const found = rows.findIndex(({ id }) => id === activeId);
  const lastIndex = useRef(0);
  // When the active row goes (trashed, say), the one that takes its place is active.
  const active = found >= 0 ? found : Math.min(lastIndex.current, rows.length - 1);
  useEffect(() => {
    lastIndex.current = Math.max(0, active);
  }, [active]);

  // oxlint-disable-next-line react/incompatible-library -- the list is not compiled by React's compiler
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 68,
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoadingMore && lastShown >= rows.length - 40) onLoadMore();
  }, [hasMore, isLoadingMore, lastShown, rows.length, onLoadMore]);

  useImperativeHandle(control, () => ({ focus: () => scroller.current?.focus() }), []);

  const activeRow = rows[active];
  useEffect(() => onActive?.(activeRow), [activeRow, onActive]);

  const moveTo = (index: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, index));
    const row = rows[next];
    if (row === undefined) return;
    setActiveId(row.id);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / 76));
    if (event.key === 'ArrowDown') moveTo(active + 1);
    else if (event.key === 'ArrowUp' && active <= 0) onLeaveUp?.();
    else if (event.key === 'ArrowUp') moveTo(active - 1);
    else if (event.key === 'PageDown') moveTo(active + page);
    else if (event.key === 'PageUp') moveTo(active - page);
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(rows.length - 1);
    else if (event.key === 'Enter' && activeRow !== undefined) onEnter(activeRow.id);
    else if (event.key === 'Delete' && activeRow !== undefined && onTrash) onTrash(activeRow);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      // Only the rows in view exist, which <select> cannot do.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={activeRow === undefined ? undefined : `${baseId}-${activeRow.id}`}
      onKeyDown={onKeyDown}
      className="group/list min-h-0 flex-1 overflow-y-auto outline-none [overflow-anchor:none]"
    >
      <div
        role="presentation"
        className="relative w-full"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const isOpen = row.id === openId;
          return (
            // The list itself has the focus and answers the keys.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- as above
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              id={`${baseId}-${row.id}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
              role="option"
              tabIndex={-1}
              aria-selected={isOpen}
              aria-setsize={total}
              aria-posinset={index + 1}
              onClick={() => {
                setActiveId(row.id);
                onOpen(row.id);
              }}
              style={{ transform: `translateY(${start}px)` }}
              className="group absolute inset-x-0 top-0 cursor-default px-2 py-px outline-none"
            >
              <div
                className={classNames(
                  'relative rounded-md px-2.5 py-2',
                  isOpen ? 'bg-selected' : 'hover:bg-hover',
                  // In the trash the actions below the list are for this row.
                  index === active && onTrash === undefined && !isOpen && 'bg-hover',
                  index === active &&
                    'group-focus-visible/list:outline-2 group-focus-visible/list:-outline-offset-2 group-focus-visible/list:outline-accent',
                )}
              >
                <LibraryRow article={row} now={now} isOpen={isOpen} onTrash={onTrash} />
              </div>
            </div>
          );
        })}
      </div>
      {isLoadingMore && (
        <div className="animate-late py-3 text-center text-hint text-ink-3">
          {library.loadingMore}
        </div>
      )}
    </div>
  );
}
