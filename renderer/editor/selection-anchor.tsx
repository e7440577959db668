import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useCallback, useMemo, useState } from 'react';
import type { RefObject } from 'react';

/**
 * For an invisible element over the selection (or over the node at `position`): `place` is its ref, `anchor` is what a
 * popover stands beside, undefined until the element has its place.
 */
export function useSelectionAnchor(
  editor: Editor,
  position?: number,
): {
  place: (element: HTMLElement | null) => void;
  anchor: RefObject<HTMLElement> | undefined;
} {
  const [placed, setPlaced] = useState<HTMLElement | null>(null);
  const place = useCallback(
    (element: HTMLElement | null) => {
      if (element !== null) putOver(element, selectionBox(editor, position));
      setPlaced(element);
    },
    [editor, position],
  );
  const anchor = useMemo(() => (placed === null ? undefined : { current: placed }), [placed]);
  return { place, anchor };
}

function putOver(element: HTMLElement, box: DOMRect): void {
  const host = element.offsetParent?.getBoundingClientRect() ?? new DOMRect();
  const { style } = element;
  style.left = `${box.left - host.left}px`;
  style.top = `${box.top - host.top}px`;
  style.width = `${Math.max(1, box.width)}px`;
  style.height = `${Math.max(1, box.height)}px`;
}

/** Where the selection is in the window; of one over several lines, its last line. */
export function selectionBox(editor: Editor, position?: number): DOMRect {
  const { view, state } = editor;
  const { selection } = state;
  const at = position ?? (selection instanceof NodeSelection ? selection.from : undefined);
  const node = at === undefined ? null : view.nodeDOM(at);
  if (node instanceof Element && at !== undefined) {
    const box = node.getBoundingClientRect();
    if (getComputedStyle(node).display !== 'inline-block') return box;
    // A raised number is smaller than its line: the letters beside it say where that is.
    const after = at + (state.doc.nodeAt(at)?.nodeSize ?? 1);
    const beside = [view.coordsAtPos(at, -1), view.coordsAtPos(after, 1)].filter(
      (letter) => letter.top <= box.bottom && letter.bottom >= box.top,
    );
    const top = Math.min(box.top, ...beside.map((letter) => letter.top));
    const bottom = Math.max(box.bottom, ...beside.map((letter) => letter.bottom));
    return new DOMRect(box.left, top, box.width, bottom - top);
  }
  const start = view.coordsAtPos(selection.from, 1);
  const end = view.coordsAtPos(selection.to, -1);
  if (Math.abs(start.top - end.top) > 4) {
    return new DOMRect(end.left, end.top, 1, end.bottom - end.top);
  }
  const left = Math.min(start.left, end.left);
  return new DOMRect(left, end.top, Math.abs(start.left - end.left), end.bottom - end.top);
}
