import { Editor } from '@tiptap/core';
import type { JSONContent } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import { documentExtensions } from '../../core/article/document-schema.ts';

declare global {
  var showDocument: (content: JSONContent) => void;
}

/** TipTap with the program's schema and undo, and nothing else: no plugins, views, saving or words counted. */
globalThis.showDocument = (content) => {
  void new Editor({
    element: document.querySelector('#page'),
    injectCSS: false,
    extensions: [...documentExtensions, UndoRedo],
    content,
  });
};
