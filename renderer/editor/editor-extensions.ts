import { Extension, Mark, Node } from '@tiptap/core';
import type { AnyExtension, Editor, Extensions } from '@tiptap/core';
import { ListKeymap } from '@tiptap/extension-list';
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { documentExtensions } from '../../core/article/document-schema.ts';
import { isMac } from '../components/shortcut.tsx';
import { sliceWithoutUnknownAnnotations } from './annotation-marks.ts';
import { leaveFigure, typeBehindFootnote } from './editing-commands.ts';
import { figureKey } from './figure-keys.ts';
import { FigureView } from './figure-view.ts';
import { FootnoteView } from './footnote-view.ts';
import { insertImages } from './insert-images.ts';
import { runPageAction } from './page-actions.ts';
import type { PageControls } from './page-controls.ts';
import { keptSelectionPlugin } from './kept-selection.ts';
import { caretBlockPlugin } from './page-plugins.ts';
import { cleanPastedHtml, textToSlice } from './paste-filter.ts';
import { matchShortcut } from './shortcuts.ts';
import { undirectedBlocksPlugin } from './undirected-blocks.ts';

export interface PageContext {
  controls: PageControls;
  /** Whether a mark with this id belongs to this article; marks of others are dropped on paste. */
  isKnownAnnotation: (id: string) => boolean;
  /** `suggested`, `accepted`...: how an annotation is underlined. */
  annotationState: (id: string) => string;
  putImage: (file: File) => Promise<string>;
}

/** The document's own extensions with their views on the page, and what an editor needs beside them. */
export function editorExtensions(context: PageContext): Extensions {
  return [
    ...documentExtensions.map((extension) => withView(extension, context)),
    UndoRedo.configure({ depth: 1000 }),
    Dropcursor.configure({ class: 'page-dropcursor', color: false, width: 2 }),
    Gapcursor,
    ListKeymap,
    pageExtension(context),
  ];
}

function withView(extension: AnyExtension, context: PageContext): AnyExtension {
  const { controls } = context;
  if (extension instanceof Mark && extension.name === 'annotation') {
    return extension.extend({
      addMarkView:
        () =>
        ({ mark }) => {
          const dom = document.createElement('span');
          dom.dataset['annotation'] = String(mark.attrs['id']);
          dom.dataset['kind'] = String(mark.attrs['kind']);
          dom.dataset['state'] = context.annotationState(String(mark.attrs['id']));
          return {
            dom,
            contentDOM: dom,
            ignoreMutation: (mutation) => mutation.type === 'attributes',
          };
        },
    });
  }
  if (!(extension instanceof Node)) return extension;
  switch (extension.name) {
    case 'figure':
      return extension.extend({
        addNodeView:
          () =>
          ({ node, view, getPos }) =>
            new FigureView(node, view, getPos, controls.images, controls.words),
      });
    case 'footnote':
      return extension.extend({
        addNodeView:
          () =>
          ({ node, getPos }) =>
            new FootnoteView(node, getPos, controls),
      });
    case 'table':
      // Its own view is for column widths, which this document does not have.
      return extension.configure({ resizable: false, View: null });
    case 'taskItem':
      return extension.configure({
        a11y: { checkboxLabel: () => controls.words.current.taskDone },
      });
    default:
      return extension;
  }
}

function pageExtension(context: PageContext): Extension {
  const { controls } = context;
  return Extension.create({
    name: 'page',
    // Before the keys of TipTap's own extensions.
    priority: 2000,
    addProseMirrorPlugins() {
      return [
        keysPlugin(this.editor, controls),
        pastePlugin(this.editor, context),
        caretBlockPlugin(),
        undirectedBlocksPlugin(),
        keptSelectionPlugin(),
        controls.suggestions.plugin,
        controls.flash.plugin,
        controls.found.plugin,
      ];
    },
  });
}

function keysPlugin(editor: Editor, controls: PageControls): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view) => {
          if (!view.composing) readSelection(view);
          return false;
        },
      },
      handleKeyDown: (view, event) => {
        if (view.composing) return false;
        if (event.key === 'ArrowUp' && isPlain(event) && isAtStart(editor)) {
          controls.focusFields();
          return true;
        }
        if (isPlain(event)) {
          if (event.key === 'Enter' && openFootnote(view.state, controls)) return true;
          if (event.key === 'Enter' && leaveFigure(view.state, view.dispatch)) return true;
          if (figureKey(view, event)) return true;
        }
        const id = matchShortcut(event, isMac);
        return id !== undefined && runPageAction(id, editor, controls);
      },
      handleTextInput: (view, _from, _to, text) =>
        typeBehindFootnote(text)(view.state, view.dispatch),
    },
  });
}

/** Enter on a selected footnote opens it. */
function openFootnote({ selection }: EditorState, controls: PageControls): boolean {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote')
    return false;
  controls.open({ kind: 'footnote', position: selection.from });
  return true;
}

/**
 * A key that moved the caret is told to ProseMirror by a `selectionchange` event, which may come after the next key:
 * that key would then act on the old selection. `flush` is what that event calls.
 */
function readSelection(view: EditorView): void {
  const { domObserver } = view as unknown as { domObserver?: { flush(): void } };
  domObserver?.flush();
}

function pastePlugin(editor: Editor, context: PageContext): Plugin {
  const insert = (files: readonly File[], position?: number) => {
    void insertImages(
      editor,
      files,
      context.putImage,
      (failure) => context.controls.tellFailure(failure),
      position,
    );
  };
  return new Plugin({
    props: {
      transformPastedHTML: (html) => cleanPastedHtml(html),
      clipboardTextParser: (text, $context) => textToSlice(text, $context),
      transformPasted: (slice) => sliceWithoutUnknownAnnotations(slice, context.isKnownAnnotation),
      handlePaste: (_view, event) => {
        const files = imagesOf(event.clipboardData);
        // A copied piece of a page often brings a picture of itself: its text is meant.
        if (files.length === 0 || event.clipboardData?.types.includes('text/html') === true) {
          return false;
        }
        insert(files);
        return true;
      },
      handleDrop: (view, event) => {
        const files = imagesOf(event.dataTransfer);
        if (files.length === 0) return false;
        event.preventDefault();
        insert(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos);
        return true;
      },
    },
  });
}

function imagesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));
}

function isPlain(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
}

function isAtStart({ state, view }: Editor): boolean {
  const { selection } = state;
  if (!selection.empty) return false;
  const { $head } = selection;
  for (let depth = $head.depth - 1; depth >= 0; depth -= 1) {
    if ($head.index(depth) > 0) return false;
  }
  return view.endOfTextblock('up');
}
