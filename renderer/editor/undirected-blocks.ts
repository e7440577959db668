import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { firstStrongDirection } from '../../core/exporters/base-direction.ts';

/**
 * Marks text blocks of automatic direction without a letter (`data-undirected`): empty ones, numbers, dates. To the
 * browser such a block is left to right; it has to stand as what is around it, as it does in an export.
 */
export function undirectedBlocksPlugin(): Plugin {
  let shown: { doc: Node; decorations: DecorationSet } | undefined;
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        if (shown?.doc !== doc) shown = { doc, decorations: decorate(doc) };
        return shown.decorations;
      },
    },
  });
}

/** Whether nothing in a text block says its direction; a footnote's words are not the block's. */
export function isUndirected(block: Node): boolean {
  const known = judged.get(block);
  if (known !== undefined) return known;
  let isWithout = block.attrs['dir'] === 'auto';
  for (const child of block.children) {
    if (!isWithout) break;
    if (child.text !== undefined) {
      isWithout = firstStrongDirection({ type: 'text', text: child.text }) === null;
    }
  }
  judged.set(block, isWithout);
  return isWithout;
}

/** Blocks never change: most are the same from one keystroke to the next. */
const judged = new WeakMap<Node, boolean>();

function decorate(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, position) => {
    if (node.isTextblock && isUndirected(node)) {
      found.push(Decoration.node(position, position + node.nodeSize, { 'data-undirected': '' }));
    }
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, found);
}
