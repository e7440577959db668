import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { findAround } from './editing-commands.ts';

/**
 * Keys around figures. What cannot be edited in them (the picture, the fields) holds the browser's caret fast: arrows
 * go over it here. Backspace at the start of a caption selects the figure, Tab goes to its fields. True: done.
 */
export function figureKey(view: EditorView, event: KeyboardEvent): boolean {
  const { state } = view;
  if (event.key === 'Tab' && !event.shiftKey) return focusFields(view);
  if (event.shiftKey) return false;
  if (event.key === 'Backspace') return selectFigure(state, view.dispatch);
  const step = steps[event.key];
  if (step === undefined || !(state.selection instanceof TextSelection) || !state.selection.empty) {
    return false;
  }
  const isForward = step.isForward ?? isRightToLeft(view) === (event.key === 'ArrowLeft');
  const edge = step.isForward === undefined ? (isForward ? 'forward' : 'backward') : step.edge;
  if (!view.endOfTextblock(edge)) return false;
  return caretOverFigure(isForward)(state, view.dispatch);
}

/** Puts the caret into the next text block, where that one or the present one is a figure. */
export function caretOverFigure(isForward: boolean): Command {
  return (state, dispatch) => {
    const { $head } = state.selection;
    if (!$head.parent.isTextblock) return false;
    const beyond = state.doc.resolve(isForward ? $head.after() : $head.before());
    const next = Selection.findFrom(beyond, isForward ? 1 : -1, true);
    if (next === null || ![$head.parent, next.$head.parent].some(isFigure)) return false;
    dispatch?.(state.tr.setSelection(next).scrollIntoView());
    return true;
  };
}

/** Selects the figure as a whole, for a caret at the start of its caption. */
export const selectFigure: Command = (state, dispatch) => {
  const { $head, empty } = state.selection;
  if (!empty || $head.parentOffset > 0 || !isFigure($head.parent)) return false;
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, $head.before())));
  return true;
};

const steps: Readonly<
  Record<string, { isForward: boolean; edge: 'up' | 'down' } | { isForward?: undefined }>
> = {
  ArrowUp: { isForward: false, edge: 'up' },
  ArrowDown: { isForward: true, edge: 'down' },
  ArrowLeft: {},
  ArrowRight: {},
};

function focusFields(view: EditorView): boolean {
  const figure = findAround(view.state, 'figure');
  const dom = figure === undefined ? null : view.nodeDOM(figure.position);
  const field = dom instanceof HTMLElement ? dom.querySelector('input') : null;
  field?.focus();
  return field !== null;
}

function isRightToLeft(view: EditorView): boolean {
  const { node } = view.domAtPos(view.state.selection.head);
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return element !== null && getComputedStyle(element).direction === 'rtl';
}

function isFigure(node: Node): boolean {
  return node.type.name === 'figure';
}
