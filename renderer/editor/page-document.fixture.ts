import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import { documentExtensions } from '../../core/article/document-schema.ts';
import type { DocumentNode } from '../../core/article/document.ts';

/** Documents and editor states for tests, without a browser. */

export const schema = getSchema(documentExtensions);

export function text(value: string, ...marks: DocumentNode['marks'] & object): DocumentNode {
  return { type: 'text', text: value, ...(marks.length > 0 && { marks }) };
}

export function paragraph(...content: (DocumentNode | string)[]): DocumentNode {
  return {
    type: 'paragraph',
    content: content.map((item) => (typeof item === 'string' ? text(item) : item)),
  };
}

export function annotation(id: string, kind = 'name') {
  return { type: 'annotation', attrs: { id, kind } };
}

/** A state over `content`, with the selection from the start of `from` to the end of `to` in the text. */
export function stateOf(content: DocumentNode[], from?: string, to = from): EditorState {
  const doc = schema.nodeFromJSON({ type: 'doc', content });
  doc.check();
  const state = EditorState.create({ doc });
  if (from === undefined || to === undefined) return state;
  return state.apply(
    state.tr.setSelection(
      TextSelection.create(doc, find(state, from), find(state, to) + to.length),
    ),
  );
}

/** Position of the first `words` in one text node. */
export function find(state: EditorState, words: string): number {
  let found = -1;
  state.doc.descendants((node, position) => {
    const index = node.text?.indexOf(words) ?? -1;
    if (found < 0 && index >= 0) found = position + index;
  });
  if (found < 0) throw new Error(`No “${words}”`);
  return found;
}

export function run(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (transaction) => (next = state.apply(transaction)));
  return next;
}
