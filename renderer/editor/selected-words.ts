import type { Node } from '@tiptap/pm/model';
import { AllSelection, TextSelection } from '@tiptap/pm/state';
import type { Selection } from '@tiptap/pm/state';
import type { Stretch } from './annotation-marks.ts';

/**
 * The selected stretch that may become a name, a date or a source: text of one block. `none`: no words are selected;
 * `several`: words of more than one block are, which are no one's name.
 */
export function selectedWords(doc: Node, selection: Selection): Stretch | 'none' | 'several' {
  if (!(selection instanceof TextSelection) && !(selection instanceof AllSelection)) return 'none';
  let found: Stretch | 'none' | 'several' = 'none';
  doc.nodesBetween(selection.from, selection.to, (node, position) => {
    if (!node.isTextblock) return true;
    const from = Math.max(selection.from, position + 1);
    const to = Math.min(selection.to, position + node.nodeSize - 1);
    if (doc.textBetween(from, to).trim() !== '')
      found = found === 'none' ? { from, to } : 'several';
    return false;
  });
  return found;
}
