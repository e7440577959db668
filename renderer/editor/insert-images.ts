import type { Editor } from '@tiptap/core';
import { toFailure } from '../api/app-failure.ts';
import type { Failure } from '../api/app-failure.ts';
import { insertBlock } from './editing-commands.ts';

/**
 * Puts image files into the library and figures of them into the page, at `position` or behind the caret. One that
 * cannot be kept is told by `onFailure` and stops none of the others.
 */
export async function insertImages(
  editor: Editor,
  files: readonly File[],
  put: (file: File) => Promise<string>,
  onFailure: (failure: Failure) => void,
  position?: number,
): Promise<void> {
  if (position !== undefined) editor.commands.setTextSelection(position);
  for (const file of files) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- figures stand in the order of the files
      const src = await put(file);
      if (editor.isDestroyed) return;
      insertBlock({
        type: 'figure',
        attrs: { src, alt: '', credit: '', dir: 'auto' },
      })(editor.state, (transaction) => editor.view.dispatch(transaction));
    } catch (error) {
      onFailure(toFailure(error));
    }
  }
}
