import type { Node } from '@tiptap/pm/model';
import type { Command, EditorState } from '@tiptap/pm/state';
import { directions } from '../../core/article/document.ts';
import type { Direction } from '../../core/article/document.ts';

/**
 * Sets the direction of every text block that the selection touches, and of the containers (lists, quotations,
 * tables) that lie wholly inside of it.
 */
export function setDirection(direction: Direction): Command {
  return (state, dispatch) => {
    const targets = directionTargets(state);
    if (targets.length === 0) return false;
    if (dispatch !== undefined) {
      const transaction = state.tr;
      for (const { position } of targets) {
        transaction.setNodeAttribute(position, 'dir', direction);
      }
      dispatch(transaction.scrollIntoView());
    }
    return true;
  };
}

/** Goes on to the next of auto, right-to-left, left-to-right; from a mixture to auto. */
export const cycleDirection: Command = (state, dispatch) => {
  const current = currentDirection(state);
  const next =
    current === 'mixed'
      ? 'auto'
      : directions[(directions.indexOf(current) + 1) % directions.length];
  return setDirection(next ?? 'auto')(state, dispatch);
};

/** The direction of the text blocks in the selection, `mixed` where they differ. */
export function currentDirection(state: EditorState): Direction | 'mixed' {
  const found = new Set<Direction>();
  for (const { node } of directionTargets(state)) {
    if (node.isTextblock) found.add(node.attrs['dir'] as Direction);
  }
  const [first, ...others] = found;
  return others.length > 0 ? 'mixed' : (first ?? 'auto');
}

function directionTargets(state: EditorState): { node: Node; position: number }[] {
  const targets: { node: Node; position: number }[] = [];
  for (const { $from, $to } of state.selection.ranges) {
    // The whole of the blocks at both ends belongs to the selection.
    const from = $from.parent.isTextblock ? $from.start() : $from.pos;
    const to = $to.parent.isTextblock ? $to.end() : $to.pos;
    state.doc.nodesBetween(from, Math.max(from, to), (node, position) => {
      if (node.type.spec.attrs?.['dir'] === undefined) return;
      if (node.isTextblock || liesWithin(node, position, from, to))
        targets.push({ node, position });
    });
  }
  return targets;
}

/** Whether all text of a container is in the range, whatever wraps it on the way. */
function liesWithin(node: Node, position: number, from: number, to: number): boolean {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  node.descendants((child, offset) => {
    if (!child.isTextblock) return true;
    const start = position + 1 + offset;
    first = Math.min(first, start + 1);
    last = Math.max(last, start + child.nodeSize - 1);
    return false;
  });
  return first >= from && last <= to;
}
