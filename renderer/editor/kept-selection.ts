import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Shows what is selected on the page while the focus is in a panel, through a CSS highlight. The page's nodes stay
 * as they are: a decoration would redraw them in the middle of the click that brings the focus back, and that click
 * would then not move the caret.
 */
export function keptSelectionPlugin(): Plugin {
  return new Plugin({
    view: (view) => ({
      update: () => {
        if (!view.hasFocus()) showSelection(view);
      },
      destroy: () => CSS.highlights.delete(highlightName),
    }),
    props: {
      handleDOMEvents: {
        blur: (view) => {
          showSelection(view);
          return false;
        },
        focus: () => {
          CSS.highlights.delete(highlightName);
          return false;
        },
      },
    },
  });
}

/** Styled by `::highlight(page-selection)`. */
const highlightName = 'page-selection';

function showSelection(view: EditorView): void {
  const { from, to, empty } = view.state.selection;
  if (empty) {
    CSS.highlights.delete(highlightName);
    return;
  }
  const range = document.createRange();
  const start = view.domAtPos(from);
  const end = view.domAtPos(to);
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  CSS.highlights.set(highlightName, new Highlight(range));
}
