import type { Editor } from '@tiptap/core';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import type { EditorState } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import { useSyncExternalStore } from 'react';
import type { Direction } from '../../core/article/document.ts';
import { currentDirection } from './direction-commands.ts';

export type BlockStyle =
  | 'paragraph'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'pullQuote'
  | 'figure'
  | 'other';

/** What the toolbar shows of the place where the caret is. */
export interface PageState {
  marks: readonly string[];
  style: BlockStyle;
  /** Names of the nodes around the caret, inner first. */
  around: readonly string[];
  direction: Direction | 'mixed';
  canUndo: boolean;
  canRedo: boolean;
  hasSelection: boolean;
  cellsSelected: boolean;
}

/** Shown again only when something in it changes, at most once a frame: never work of a keystroke. */
export function usePageState(editor: Editor): PageState {
  let store = stores.get(editor);
  if (store === undefined) {
    store = makeStore(editor);
    stores.set(editor, store);
  }
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

export function readPageState(state: EditorState): PageState {
  const { selection, storedMarks } = state;
  const { $from } = selection;
  const around: string[] = [];
  for (let depth = $from.depth; depth > 0; depth -= 1) around.push($from.node(depth).type.name);
  return {
    marks: activeMarks(
      state,
      storedMarks?.map(({ type }) => type.name),
    ),
    style: styleOf(state),
    around,
    direction: currentDirection(state),
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
    hasSelection:
      !selection.empty &&
      state.doc
        .textBetween(selection.from, Math.min(selection.to, selection.from + 400), ' ')
        .trim() !== '',
    cellsSelected: selection instanceof CellSelection,
  };
}

/** Marks on the whole of the selection, or those that typing would have. */
function activeMarks(state: EditorState, stored: readonly string[] | undefined): string[] {
  const { selection } = state;
  if (selection.empty)
    return (
      stored?.toSorted() ??
      selection.$from
        .marks()
        .map(({ type }) => type.name)
        .toSorted()
    );
  let common: Set<string> | undefined;
  state.doc.nodesBetween(selection.from, selection.to, (node) => {
    if (common?.size === 0) return false;
    if (!node.isText) return true;
    const names = new Set(node.marks.map(({ type }) => type.name));
    const before: Set<string> | undefined = common;
    common = before === undefined ? names : new Set([...before].filter((name) => names.has(name)));
    return false;
  });
  return [...(common ?? [])].toSorted();
}

function styleOf(state: EditorState): BlockStyle {
  const { parent } = state.selection.$from;
  if (parent.type.name === 'heading') {
    const level = Number(parent.attrs['level']);
    return level === 3 ? 'heading3' : level === 4 ? 'heading4' : 'heading2';
  }
  const { name } = parent.type;
  return name === 'paragraph' || name === 'pullQuote' || name === 'figure' ? name : 'other';
}

interface Store {
  subscribe: (listener: () => void) => () => void;
  snapshot: () => PageState;
}

const stores = new WeakMap<Editor, Store>();

function makeStore(editor: Editor): Store {
  const listeners = new Set<() => void>();
  let shown = readPageState(editor.state);
  let isDue = false;
  const refresh = () => {
    isDue = false;
    const next = readPageState(editor.state);
    if (JSON.stringify(next) === JSON.stringify(shown)) return;
    shown = next;
    for (const listener of listeners) listener();
  };
  const refreshSoon = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(refresh);
  };
  return {
    subscribe: (listener) => {
      if (listeners.size === 0) editor.on('transaction', refreshSoon);
      listeners.add(listener);
      refreshSoon();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) editor.off('transaction', refreshSoon);
      };
    },
    snapshot: () => shown,
  };
}
