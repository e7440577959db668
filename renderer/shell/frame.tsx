import { use, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { classNames } from '../components/class-names.ts';
import { useEscapeFromTooltip } from '../components/tooltip.tsx';
import { ArticleSessionContext } from '../editor/article-session.ts';
import { useStrings } from '../strings/strings.ts';
import { readNumber, useRemembered } from './remembered.ts';
import { useShell } from './shell-state.tsx';
import { Splitter } from './splitter.tsx';

/**
 * Library, page and inspector in reading order. Side panes keep their width. In a narrow window the inspector takes the
 * library's room; a pane that there is no room for at all lies over the page until Escape or until something is opened
 * from it. Escape goes back to the caret on the page.
 */
export function Frame({
  library,
  page,
  inspector,
}: {
  library: ReactNode;
  page: ReactNode;
  inspector: ReactNode;
}): ReactNode {
  const { shell } = useStrings();
  const shown = useShell();
  const [libraryWidth, setLibraryWidth] = useRemembered(
    'library-width',
    libraryLimits.start,
    readNumber,
  );
  const [originalWidth, setOriginalWidth] = useRemembered(
    'original-width',
    originalLimits.start,
    readNumber,
  );
  const [inspectorWidth, setInspectorWidth] = useRemembered(
    'inspector-width',
    inspectorLimits.start,
    readNumber,
  );
  const isOriginal = shown.original !== null;
  const startWidth = isOriginal ? originalWidth : libraryWidth;
  const session = use(ArticleSessionContext);
  const leave = (close: (isShown: boolean) => void, isOver: boolean) => () => {
    if (isOver) close(false);
    session?.focusPage();
  };

  return (
    <div className="relative flex min-h-0 flex-1">
      {shown.isLibraryShown && (
        <Pane
          label={shell.libraryPane}
          name="library"
          side="start"
          isOverPage={shown.isLibraryDrawer}
          width={startWidth}
          onEscape={leave(shown.showLibrary, shown.isLibraryDrawer)}
          splitter={
            <Splitter
              label={shell.resizeLibrary}
              side="start"
              width={startWidth}
              {...(isOriginal ? originalLimits : libraryLimits)}
              onChange={isOriginal ? setOriginalWidth : setLibraryWidth}
            />
          }
        >
          {library}
        </Pane>
      )}
      <div data-pane="page" className="flex min-w-0 flex-1 flex-col bg-paper">
        {page}
      </div>
      {shown.isInspectorShown && (
        <Pane
          label={shell.inspectorPane}
          name="inspector"
          side="end"
          isOverPage={shown.isInspectorDrawer}
          width={inspectorWidth}
          onEscape={leave(shown.showInspector, shown.isInspectorDrawer)}
          splitter={
            <Splitter
              label={shell.resizeInspector}
              side="end"
              width={inspectorWidth}
              {...inspectorLimits}
              onChange={setInspectorWidth}
            />
          }
        >
          {inspector}
        </Pane>
      )}
    </div>
  );
}

const libraryLimits = { start: 300, min: 240, max: 480 };
const originalLimits = { start: 420, min: 300, max: 640 };
const inspectorLimits = { start: 330, min: 290, max: 520 };

function Pane({
  label,
  name,
  side,
  isOverPage,
  width,
  onEscape,
  splitter,
  children,
}: {
  label: string;
  name: 'library' | 'inspector';
  side: 'start' | 'end';
  isOverPage: boolean;
  width: number;
  onEscape: () => void;
  splitter: ReactNode;
  children: ReactNode;
}) {
  const pane = useRef<HTMLElement>(null);
  useEscapeFromTooltip(pane, onEscape);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // What bubbles here out of menus and dialogs that were opened from the pane is not for it.
    if (event.target instanceof Node && event.currentTarget.contains(event.target)) onEscape();
  };
  return (
    // Listens for what its contents leave over; it is no control itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- as above
    <aside
      ref={pane}
      onKeyDown={onKeyDown}
      aria-label={label}
      data-pane={name}
      style={{ width }}
      className={classNames(
        'flex min-h-0 shrink-0 bg-desk',
        side === 'end' && 'flex-row-reverse',
        isOverPage &&
          'animate-appear absolute inset-y-0 z-20 max-w-[88vw] border-line shadow-float',
        isOverPage && (side === 'start' ? 'start-0 border-e' : 'end-0 border-s'),
      )}
    >
      <div className="min-w-0 flex-1">{children}</div>
      {!isOverPage && splitter}
    </aside>
  );
}
