import { chainCommands, lift } from '@tiptap/pm/commands';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { Command, EditorState } from '@tiptap/pm/state';
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import { liftListItem, sinkListItem } from '@tiptap/pm/schema-list';
import type { DocumentNode } from '../../core/article/document.ts';

/** Commands over the document's own blocks that TipTap's extensions do not bring. */

/** Removes every mark of formatting (links too, annotations not) and turns headings and pull quotes into paragraphs. */
export const clearFormatting: Command = (state, dispatch) => {
  const { schema, tr } = state;
  const paragraph = schema.nodes['paragraph'];
  for (const { $from, $to } of state.selection.ranges) {
    for (const [name, type] of Object.entries(schema.marks)) {
      if (name !== 'annotation') tr.removeMark($from.pos, $to.pos, type);
    }
    if (paragraph === undefined) continue;
    state.doc.nodesBetween($from.pos, $to.pos, (node, position) => {
      if (['heading', 'pullQuote'].includes(node.type.name)) {
        tr.setBlockType(position + 1, position + 1, paragraph, { dir: node.attrs['dir'] });
      }
    });
  }
  tr.setStoredMarks((state.storedMarks ?? []).filter((mark) => mark.type.name === 'annotation'));
  dispatch?.(tr.scrollIntoView());
  return true;
};

/**
 * Turns the text blocks of the selection (figures excepted) into `type`, or into paragraphs when the first is one with
 * the same attributes already. Each keeps its direction. False where the place does not allow it, as in a list.
 */
export function toggleBlockStyle(
  type: 'paragraph' | 'heading' | 'pullQuote',
  attributes: { level?: 2 | 3 | 4 } = {},
): Command {
  return (state, dispatch) => {
    const { from, to, $from } = state.selection;
    const isSet = $from.parent.hasMarkup(
      state.schema.node(type, { ...$from.parent.attrs, ...attributes }).type,
      { ...$from.parent.attrs, ...attributes },
    );
    const target = state.schema.nodes[isSet ? 'paragraph' : type];
    if (target === undefined) return false;
    const tr = state.tr;
    let changed = false;
    state.doc.nodesBetween(from, to, (node, position, parent, index) => {
      if (!node.isTextblock || node.type.name === 'figure') return;
      if (parent === null || !parent.canReplaceWith(index, index + 1, target)) return;
      const dir: unknown = node.attrs['dir'];
      tr.setBlockType(position + 1, position + node.nodeSize - 1, target, {
        dir,
        ...(isSet ? {} : attributes),
      });
      changed = true;
    });
    if (changed) dispatch?.(tr.scrollIntoView());
    return changed;
  };
}

/** List items go one level in. */
export const indent: Command = (state, dispatch) => {
  const { listItem, taskItem } = state.schema.nodes;
  if (listItem === undefined || taskItem === undefined) return false;
  return chainCommands(sinkListItem(listItem), sinkListItem(taskItem))(state, dispatch);
};

/** List items go one level out, the outermost out of the list; a paragraph goes out of its quotation. */
export const outdent: Command = (state, dispatch) => {
  const { listItem, taskItem } = state.schema.nodes;
  if (listItem === undefined || taskItem === undefined) return false;
  return chainCommands(liftListItem(listItem), liftListItem(taskItem), lift)(state, dispatch);
};

/** Puts an empty footnote behind the selection and selects it. */
export const insertFootnote: Command = (state, dispatch) => {
  const footnote = state.schema.nodes['footnote'];
  const { $to } = state.selection;
  if (footnote === undefined || !$to.parent.inlineContent) return false;
  if (!$to.parent.canReplaceWith($to.index(), $to.index(), footnote)) return false;
  if (dispatch !== undefined) {
    // A step of undo by itself, whatever was typed just before.
    const tr = closeHistory(state.tr).insert($to.pos, footnote.create());
    dispatch(tr.setSelection(NodeSelection.create(tr.doc, $to.pos)).scrollIntoView());
  }
  return true;
};

/** Types behind a selected footnote; the arrows select one on their way, and it must not be lost to the next key. */
export function typeBehindFootnote(text: string): Command {
  return ({ selection, tr }, dispatch) => {
    if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote') {
      return false;
    }
    const end = selection.to + text.length;
    tr.insertText(text, selection.to);
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
    return true;
  };
}

/** Takes out the empty footnote at `position`. */
export function removeEmptyFootnote(position: number): Command {
  return ({ doc, tr }, dispatch) => {
    const node = doc.nodeAt(position);
    if (node?.type.name !== 'footnote' || node.childCount > 0) return false;
    dispatch?.(tr.delete(position, position + node.nodeSize));
    return true;
  };
}

/** Puts a block behind the one with the caret (in place of an empty paragraph), and the caret into it. */
export function insertBlock(json: DocumentNode): Command {
  return (state, dispatch) => {
    const node = state.schema.nodeFromJSON(json);
    const place = placeForBlock(state, node);
    if (place === undefined) return false;
    if (dispatch !== undefined) {
      const tr = state.tr.replaceWith(place.from, place.to, node);
      const after = place.from + node.nodeSize;
      const paragraph = state.schema.nodes['paragraph'];
      // At the end of the page there would be no way past it.
      const isLast = tr.doc.resolve(after).nodeAfter === null;
      if (isLast && paragraph !== undefined) tr.insert(after, paragraph.create());
      const $start = tr.doc.resolve(node.isLeaf ? after : place.from + 1);
      dispatch(
        tr.setSelection(Selection.findFrom($start, 1, true) ?? tr.selection).scrollIntoView(),
      );
    }
    return true;
  };
}

/** A new line inside the block, with the formatting of the words before. */
export const insertHardBreak: Command = (state, dispatch) => {
  const hardBreak = state.schema.nodes['hardBreak'];
  if (hardBreak === undefined || !state.selection.$from.parent.inlineContent) return false;
  const marks = state.storedMarks ?? state.selection.$from.marks();
  dispatch?.(
    state.tr.replaceSelectionWith(hardBreak.create(), false).ensureMarks(marks).scrollIntoView(),
  );
  return true;
};

/** Leaves a figure's caption for a new paragraph behind it. */
export const leaveFigure: Command = (state, dispatch) => {
  const figure = findAround(state, 'figure');
  const paragraph = state.schema.nodes['paragraph'];
  if (figure === undefined || paragraph === undefined) return false;
  const after = figure.position + figure.node.nodeSize;
  const tr = state.tr.insert(after, paragraph.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
};

/** Replaces the content of the footnote at `position`. */
export function setFootnote(position: number, content: readonly DocumentNode[]): Command {
  return (state, dispatch) => {
    const node = state.doc.nodeAt(position);
    if (node?.type.name !== 'footnote') return false;
    const next = state.schema.nodeFromJSON({ type: 'footnote', content });
    if (next.content.eq(node.content)) return false;
    dispatch?.(state.tr.replaceWith(position + 1, position + node.nodeSize - 1, next.content));
    return true;
  };
}

/** Changes attributes of the innermost node of type `name` around the selection (or selected itself). */
export function setAttributesAround(name: string, attributes: Record<string, unknown>): Command {
  return (state, dispatch) => {
    const found = findAround(state, name);
    if (found === undefined) return false;
    const tr = state.tr;
    for (const [key, value] of Object.entries(attributes)) {
      tr.setNodeAttribute(found.position, key, value);
    }
    dispatch?.(tr);
    return true;
  };
}

/** The innermost node of type `name` that holds the selection, or is it. */
export function findAround(
  state: EditorState,
  name: string,
): { node: Node; position: number } | undefined {
  const { selection } = state;
  if (selection instanceof NodeSelection && selection.node.type.name === name) {
    return { node: selection.node, position: selection.from };
  }
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === name) return { node, position: $from.before(depth) };
  }
  return undefined;
}

/** Puts the caret at the start of the text. */
export const caretToStart: Command = (state, dispatch) => {
  dispatch?.(state.tr.setSelection(TextSelection.atStart(state.doc)).scrollIntoView());
  return true;
};

function placeForBlock(state: EditorState, node: Node): { from: number; to: number } | undefined {
  const { $to } = state.selection;
  for (let depth = $to.depth; depth >= 0; depth -= 1) {
    const parent = $to.node(depth);
    if (depth === $to.depth && parent.isTextblock) continue;
    const index = $to.index(depth);
    const child = parent.maybeChild(index);
    if (child === null) {
      if (parent.canReplaceWith(index, index, node.type)) return { from: $to.pos, to: $to.pos };
      continue;
    }
    const before = depth === $to.depth ? $to.pos : $to.before(depth + 1);
    const after = before + child.nodeSize;
    const isEmptyParagraph = child.type.name === 'paragraph' && child.content.size === 0;
    if (isEmptyParagraph && parent.canReplaceWith(index, index + 1, node.type)) {
      return { from: before, to: after };
    }
    if (parent.canReplaceWith(index + 1, index + 1, node.type)) return { from: after, to: after };
  }
  return undefined;
}
