import type { Editor } from '@tiptap/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { WithTooltip } from '../components/tooltip.tsx';
import { useStrings } from '../strings/strings.ts';
import { useSessionState } from './article-session.ts';
import type { ArticleSession } from './article-session.ts';
import { annotationColours } from './editor-toolbar.tsx';
import { runPageAction } from './page-actions.ts';
import { pageIcons } from './page-icons.tsx';
import { selectionBox } from './selection-anchor.tsx';
import { shortcutName } from './shortcuts.ts';

/** Name, date, source and link beside words selected with the pointer. Never takes the focus by itself. */
export function SelectionBubble({
  session,
  isHidden,
}: {
  session: ArticleSession;
  isHidden: boolean;
}): ReactNode {
  const { editor: s } = useStrings();
  const { editor, page } = session;
  const ref = useRef<HTMLDivElement>(null);
  const selection = useSessionState(session, (state) => state.selection);
  const isReadOnly = useSessionState(session, ({ readOnly }) => readOnly !== null);
  const isPointing = useIsPointing();
  const isFocused = useIsFocused(editor);
  const isShown = selection !== null && !isHidden && !isPointing && !isReadOnly && isFocused;

  useLayoutEffect(() => {
    const bubble = ref.current;
    if (!isShown || bubble === null || selection === null) return undefined;
    const host = bubble.offsetParent;
    if (host === null) return undefined;
    const put = () => {
      const around = host.getBoundingClientRect();
      const box = selectionBox(editor);
      const middle = box.left + box.width / 2 - around.left - bubble.offsetWidth / 2;
      const left = Math.min(Math.max(8, middle), around.width - bubble.offsetWidth - 8);
      bubble.style.left = `${left}px`;
      bubble.style.top = `${box.bottom - around.top + 8}px`;
    };
    put();
    const observer = new ResizeObserver(put);
    observer.observe(host);
    return () => observer.disconnect();
  }, [editor, isShown, selection]);

  if (!isShown) return null;
  return (
    <div
      ref={ref}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- these are buttons, not fields of a form
      role="group"
      aria-label={s.annotation.label}
      className="animate-appear absolute z-10 flex font-sans gap-0.5 rounded-lg border border-line bg-raised p-0.5 shadow-float"
    >
      {(['name', 'date', 'source', 'link'] as const).map((id) => (
        <WithTooltip key={id} label={s.actions[id]} shortcut={shortcutName(id)}>
          <Button
            preventFocusOnPress
            excludeFromTabOrder
            onPress={() => runPageAction(id, editor, page)}
            className="inline-flex h-7 cursor-default items-center gap-1.5 rounded-md px-2 text-ui text-ink-2 hover:bg-hover hover:text-ink [&_svg]:size-4"
          >
            <span className={id === 'link' ? undefined : annotationColours[id]}>
              {pageIcons[id]}
            </span>
            {s.actions[id]}
          </Button>
        </WithTooltip>
      ))}
    </div>
  );
}

/** Whether the caret is in the text. */
function useIsFocused(editor: Editor): boolean {
  const [isFocused, setFocused] = useState(editor.isFocused);
  useEffect(() => {
    const follow = () => setFocused(editor.isFocused);
    follow();
    editor.on('focus', follow).on('blur', follow);
    return () => {
      editor.off('focus', follow).off('blur', follow);
    };
  }, [editor]);
  return isFocused;
}

/** Whether a pointer button is held down, as while selecting. */
function useIsPointing(): boolean {
  const [isPointing, setPointing] = useState(false);
  useEffect(() => {
    const down = () => setPointing(true);
    const up = () => setPointing(false);
    window.addEventListener('pointerdown', down);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', up);
    return () => {
      window.removeEventListener('pointerdown', down);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', up);
    };
  }, []);
  return isPointing;
}
