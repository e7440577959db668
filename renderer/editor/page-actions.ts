import type { Editor } from '@tiptap/core';
import type { Command, Transaction } from '@tiptap/pm/state';
import type { AnnotationKind } from '../../core/article/annotation.ts';
import { cycleDirection } from './direction-commands.ts';
import {
  clearFormatting,
  indent,
  insertBlock,
  insertFootnote,
  insertHardBreak,
  outdent,
  toggleBlockStyle,
} from './editing-commands.ts';
import type { PageControls } from './page-controls.ts';
import { selectedWords } from './selected-words.ts';
import type { ShortcutId } from './shortcuts.ts';

/**
 * What a shortcut or a button of the toolbar does, by name. True when it was taken care of; false leaves the key to
 * the editor and the browser.
 */
export function runPageAction(id: ShortcutId, editor: Editor, controls: PageControls): boolean {
  const chain = () => editor.chain();
  const run = (command: Command) => {
    command(editor.state, (transaction) => editor.view.dispatch(transaction), editor.view);
    return true;
  };
  switch (id) {
    case 'undo':
      editor.commands.undo();
      return true;
    case 'redo':
      editor.commands.redo();
      return true;
    case 'paragraph':
      return setStyle(editor, 'paragraph');
    case 'pullQuote':
      return setStyle(editor, 'pullQuote');
    case 'heading2':
    case 'heading3':
    case 'heading4':
      return setStyle(editor, 'heading', id === 'heading2' ? 2 : id === 'heading3' ? 3 : 4);
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
    case 'highlight':
    case 'superscript':
    case 'subscript':
    case 'code':
      return always(chain().toggleMark(id).run());
    case 'bulletList':
      return always(chain().toggleBulletList().run());
    case 'orderedList':
      return always(chain().toggleOrderedList().run());
    case 'taskList':
      return always(chain().toggleTaskList().run());
    case 'indent':
    case 'outdent':
      // Elsewhere Tab moves between cells, or out of the page.
      return isInList(editor) && run(id === 'indent' ? indent : outdent);
    case 'blockquote':
      return always(chain().toggleWrap('blockquote').run());
    case 'horizontalRule':
      return run(insertBlock({ type: 'horizontalRule' }));
    case 'hardBreak':
      return run(insertHardBreak);
    case 'footnote': {
      const before = editor.state.doc;
      run(insertFootnote);
      if (editor.state.doc === before) return true;
      const { selection } = editor.state;
      if (editor.state.doc.nodeAt(selection.from)?.type.name === 'footnote') {
        controls.open({ kind: 'footnote', position: selection.from, isNew: true });
      }
      return true;
    }
    case 'direction':
      return run(cycleDirection);
    case 'clearFormatting':
      return run(clearFormatting);
    case 'figure':
      controls.chooseImages();
      return true;
    case 'table':
      controls.open({ kind: 'tableSize' });
      return true;
    case 'link':
    case 'find':
      controls.open({ kind: id });
      return true;
    case 'name':
    case 'date':
    case 'source':
      return openAnnotation(id, editor, controls);
    case 'toolbar':
    default:
      controls.focusToolbar();
      return true;
  }
}

function openAnnotation(kind: AnnotationKind, { state }: Editor, controls: PageControls): true {
  const selected = selectedWords(state.doc, state.selection);
  if (typeof selected === 'string') controls.tellUnmarkable(selected);
  else controls.open({ kind: 'annotation', annotationKind: kind });
  return true;
}

/** Where a list cannot hold such a block, it leaves the list. */
function setStyle(
  editor: Editor,
  type: 'paragraph' | 'heading' | 'pullQuote',
  level?: 2 | 3 | 4,
): true {
  const command = toggleBlockStyle(type, level === undefined ? {} : { level });
  const dispatch = (transaction: Transaction) => editor.view.dispatch(transaction);
  if (!command(editor.state, dispatch)) {
    editor.commands.clearNodes();
    command(editor.state, dispatch);
  }
  return true;
}

function isInList(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (['listItem', 'taskItem'].includes($from.node(depth).type.name)) return true;
  }
  return false;
}

/** The key was meant for this, whether or not there was anything to do. */
function always(_done: boolean): true {
  return true;
}
