import type { Mark, Node, Slice } from '@tiptap/pm/model';
import { Fragment, Slice as SliceOf } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { closeHistory } from '@tiptap/pm/history';
import type { AnnotationKind } from '../../core/article/annotation.ts';

/** A stretch of a document: ProseMirror positions, end exclusive. */
export interface Stretch {
  from: number;
  to: number;
}

/** Marks `stretches` as places of an annotation, as one step of undo. Undefined when there is no text in them. */
export function markAnnotation(
  state: EditorState,
  annotation: { id: string; kind: AnnotationKind },
  stretches: readonly Stretch[],
): Transaction | undefined {
  return markAnnotations(state, [{ ...annotation, stretches }]);
}

/** The same for several annotations, all in one step of undo. */
export function markAnnotations(
  state: EditorState,
  annotations: readonly { id: string; kind: AnnotationKind; stretches: readonly Stretch[] }[],
): Transaction | undefined {
  const type = state.schema.marks['annotation'];
  if (type === undefined) return undefined;
  const transaction = closeHistory(state.tr);
  for (const { id, kind, stretches } of annotations) {
    const mark = type.create({ id, kind });
    for (const { from, to } of stretches) transaction.addMark(from, to, mark);
  }
  return transaction.docChanged ? transaction : undefined;
}

/** Takes the marks of an annotation away, within `within` if given. Undefined when there are none. */
export function unmarkAnnotation(
  state: EditorState,
  id: string,
  within?: Stretch,
): Transaction | undefined {
  const transaction = closeHistory(state.tr);
  forEachAnnotated(
    state.doc,
    within ?? { from: 0, to: state.doc.content.size },
    (mark, from, to) => {
      if (mark.attrs['id'] === id) transaction.removeMark(from, to, mark);
    },
  );
  return transaction.docChanged ? transaction : undefined;
}

/** Where an annotation's marks are, in document order; stretches that touch are one. */
export function findAnnotation(doc: Node, id: string): Stretch[] {
  const found: Stretch[] = [];
  forEachAnnotated(doc, { from: 0, to: doc.content.size }, (mark, from, to) => {
    if (mark.attrs['id'] !== id) return;
    const last = found.at(-1);
    if (last?.to === from) last.to = to;
    else found.push({ from, to });
  });
  return found;
}

/** Ids of the annotations touched by the selection, or on either side of the caret. */
export function annotationsAtSelection(state: EditorState): string[] {
  const { from, to, empty, $from } = state.selection;
  const ids = new Set<string>();
  if (empty) {
    const sides = [$from.nodeBefore, $from.nodeAfter];
    for (const node of sides) for (const mark of node?.marks ?? []) addId(ids, mark);
  } else {
    forEachAnnotated(state.doc, { from, to }, (mark) => addId(ids, mark));
  }
  return [...ids];
}

/** `doc` without the annotation marks whose id is not known. */
export function withoutUnknownAnnotations(doc: Node, isKnown: (id: string) => boolean): Node {
  return doc.copy(filterFragment(doc.content, isKnown));
}

/** Pasted content without the annotation marks of other articles. */
export function sliceWithoutUnknownAnnotations(
  slice: Slice,
  isKnown: (id: string) => boolean,
): Slice {
  return new SliceOf(filterFragment(slice.content, isKnown), slice.openStart, slice.openEnd);
}

function forEachAnnotated(
  doc: Node,
  { from, to }: Stretch,
  visit: (mark: Mark, from: number, to: number) => void,
): void {
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isInline) return;
    for (const mark of node.marks) {
      if (mark.type.name === 'annotation') {
        visit(mark, Math.max(from, position), Math.min(to, position + node.nodeSize));
      }
    }
  });
}

function filterFragment(fragment: Fragment, isKnown: (id: string) => boolean): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    const marks = node.marks.filter(
      (mark) => mark.type.name !== 'annotation' || isKnown(String(mark.attrs['id'])),
    );
    const kept = marks.length === node.marks.length ? node : node.mark(marks);
    nodes.push(kept.isText ? kept : kept.copy(filterFragment(kept.content, isKnown)));
  });
  return Fragment.fromArray(nodes);
}

function addId(ids: Set<string>, mark: Mark): void {
  if (mark.type.name === 'annotation') ids.add(String(mark.attrs['id']));
}
