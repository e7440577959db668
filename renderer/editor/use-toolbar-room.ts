import { useLayoutEffect, useState } from 'react';

/**
 * How many of `groups` (numbers of buttons, in order) there is room for; `isNarrow`: not even for words on the last
 * buttons. `hasContext`: one more button is shown for what is around the caret.
 */
export function useToolbarRoom(
  ref: { readonly current: HTMLElement | null },
  groups: readonly number[],
  hasContext: boolean,
): { shown: number; isNarrow: boolean } {
  const [width, setWidth] = useState(1000);
  useLayoutEffect(() => {
    const toolbar = ref.current;
    if (toolbar === null) return undefined;
    const measure = () => setWidth(toolbar.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(toolbar);
    return () => observer.disconnect();
  }, [ref]);
  const isNarrow = width < 900;
  let room = width - (isNarrow ? fixedWidth - 150 : fixedWidth) - (hasContext ? 70 : 0);
  let shown = 0;
  for (const buttons of groups) {
    room -= buttons * 34 + 11;
    if (room < 0) break;
    shown += 1;
  }
  return { shown, isNarrow };
}

/** Pixels of what is always shown. */
const fixedWidth = 600;
