import { closeHistory } from '@tiptap/pm/history';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { ChangeEdit } from '../../core/importers/import-change-edit.ts';
import type { DocumentText } from './document-text.ts';

/** An edit of an import report in the open document, as one step of undo. Undefined where its place is not there. */
export function makeImportEdit(
  state: EditorState,
  text: DocumentText,
  edit: ChangeEdit,
): Transaction | undefined {
  const transaction = closeHistory(state.tr);
  switch (edit.kind) {
    case 'replace': {
      const from = text.positionAt(edit.start, 1);
      const to = edit.end === edit.start ? from : text.positionAt(edit.end, -1);
      if (from === undefined || to === undefined) return undefined;
      if (from === to) return transaction.insertText(edit.text, from);
      if (edit.text === '') return transaction.delete(from, to);
      // The replaced words' own marks: at its edges a name would not grow over typed text.
      const marks = state.doc.nodeAt(from)?.marks ?? [];
      return transaction.replaceWith(from, to, state.schema.text(edit.text, marks));
    }
    case 'split': {
      const at = text.positionAt(edit.at, 1);
      if (at === undefined) return undefined;
      if (text.text[edit.at] === ' ') transaction.delete(at, at + 1);
      return transaction.split(at);
    }
    case 'join': {
      const from = text.positionAt(edit.at, -1);
      const to = text.positionAt(edit.at + 1, 1);
      if (from === undefined || to === undefined) return undefined;
      return transaction.insertText(' ', from, to);
    }
    case 'insert-paragraphs': {
      const at = placeForParagraphs(state, text, edit.at);
      if (at === undefined) return undefined;
      const paragraphs = edit.paragraphs.map((words) =>
        state.schema.node('paragraph', null, words === '' ? [] : [state.schema.text(words)]),
      );
      return transaction.insert(at, paragraphs);
    }
    case 'remove-paragraphs':
    default:
      return removeBlocks(state, text, edit, transaction);
  }
}

/** Before the text block that starts at `offset`, or after the one that ends there; outside of lists and tables. */
function placeForParagraphs(
  state: EditorState,
  text: DocumentText,
  offset: number,
): number | undefined {
  const position = text.positionAt(offset, 1) ?? text.positionAt(offset, -1);
  if (position === undefined) return undefined;
  const $at = state.doc.resolve(position);
  const isBefore = $at.parentOffset === 0;
  const depth = depthForParagraph($at, state.schema.node('paragraph'));
  return isBefore ? $at.before(depth) : $at.after(depth);
}

function depthForParagraph($at: ResolvedPos, paragraph: Node): number {
  for (let depth = $at.depth; depth > 1; depth -= 1) {
    const parent = $at.node(depth - 1);
    const index = $at.index(depth - 1);
    const isPlain = parent.type.name === 'blockquote' || parent.type.name === 'doc';
    if (isPlain && parent.canReplaceWith(index, index, paragraph.type)) return depth;
  }
  return 1;
}

function removeBlocks(
  state: EditorState,
  text: DocumentText,
  { start, end }: { start: number; end: number },
  transaction: Transaction,
): Transaction | undefined {
  const from = text.positionAt(start, 1);
  const to = text.positionAt(end, -1);
  if (from === undefined || to === undefined) return undefined;
  const blocks: { from: number; to: number }[] = [];
  state.doc.nodesBetween(from, Math.max(from, to), (node, position) => {
    if (node.isTextblock) blocks.push({ from: position, to: position + node.nodeSize });
    return !node.isTextblock;
  });
  for (const block of blocks.toReversed()) transaction.deleteRange(block.from, block.to);
  return transaction.docChanged ? transaction : undefined;
}
