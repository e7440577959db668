import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '../components/class-names.ts';
import { useStrings } from '../strings/strings.ts';
import { readNumber, useRemembered } from './remembered.ts';
import { useShell } from './shell-state.tsx';
import { Splitter } from './splitter.tsx';

/**
 * Library, page and inspector in reading order. Side panes keep their width. In a narrow window there is room for one
 * beside the page; what has no room lies over the page until Escape or until something is opened from it.
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
  const isOverPage = shown.isInspectorDrawer && (isOriginal || shown.isLibraryDrawer);

  return (
    <div className="relative flex min-h-0 flex-1">
      {shown.isLibraryShown && (
        <Pane
          label={shell.libraryPane}
          side="start"
          isOverPage={shown.isLibraryDrawer}
          width={startWidth}
          onClose={() => shown.showLibrary(false)}
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
      <div className="flex min-w-0 flex-1 flex-col bg-paper">{page}</div>
      {shown.isInspectorShown && (
        <Pane
          label={shell.inspectorPane}
          side="end"
          isOverPage={isOverPage}
          width={inspectorWidth}
          onClose={() => shown.showInspector(false)}
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
  side,
  isOverPage,
  width,
  onClose,
  splitter,
  children,
}: {
  label: string;
  side: 'start' | 'end';
  isOverPage: boolean;
  width: number;
  onClose: () => void;
  splitter: ReactNode;
  children: ReactNode;
}) {
  const pane = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const element = pane.current;
    if (!isOverPage || element === null) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close.current();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [isOverPage]);
  return (
    <aside
      ref={pane}
      aria-label={label}
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
