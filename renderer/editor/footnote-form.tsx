import { Editor, Node } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import type { Command } from '@tiptap/pm/state';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { BoldIcon, ItalicIcon, Trash2Icon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { documentExtensions } from '../../core/article/document-schema.ts';
import type { DocumentNode } from '../../core/article/document.ts';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useFormat } from '../format/use-format.ts';
import { useStrings } from '../strings/strings.ts';
import type { ArticleSession } from './article-session.ts';
import { useSessionState } from './article-session.ts';
import { removeEmptyFootnote, setFootnote } from './editing-commands.ts';
import { cleanPastedHtml } from './paste-filter.ts';

/**
 * A footnote's own little page. What is written goes into the article when it closes, as one step of undo; a note that
 * is left empty goes.
 */
export function FootnoteForm({
  session,
  position,
  isNew,
  onDone,
}: {
  session: ArticleSession;
  position: number;
  /** Inserted by the step before: left empty, that step is undone. */
  isNew: boolean;
  onDone: () => void;
}): ReactNode {
  const { footnote: s, actions } = useStrings().editor;
  const format = useFormat();
  const hostRef = useRef<HTMLDivElement>(null);
  const editorRef = useRef<Editor>(undefined);
  const isRemoved = useRef(false);
  const doneRef = useRef(onDone);
  useEffect(() => {
    doneRef.current = onDone;
  });
  const number = useSessionState(
    session,
    ({ footnotes }) => footnotes.filter((note) => note.position < position).length + 1,
  );

  useEffect(() => {
    const host = hostRef.current;
    const node = session.editor.state.doc.nodeAt(position);
    if (host === null || node?.type.name !== 'footnote') return undefined;
    const editor = openNote(host, node.toJSON() as DocumentNode, s.placeholder, () =>
      doneRef.current(),
    );
    editorRef.current = editor;
    const { doc } = session.editor.state;
    isRemoved.current = false;
    return () => {
      const content = (editor.getJSON().content?.[0]?.content ?? []) as DocumentNode[];
      editor.destroy();
      if (isRemoved.current) return;
      const main = session.editor;
      if (content.length === 0 && isNew && main.state.doc === doc) {
        main.commands.undo();
        return;
      }
      const run = (command: Command) => command(main.state, main.view.dispatch);
      run(setFootnote(position, content));
      if (!run(removeEmptyFootnote(position))) leaveFootnote(main, position);
    };
  }, [session, position, isNew, s.placeholder]);

  const remove = () => {
    isRemoved.current = true;
    const { state, view } = session.editor;
    view.dispatch(
      state.tr.delete(position, position + (state.doc.nodeAt(position)?.nodeSize ?? 0)),
    );
    onDone();
  };

  return (
    <div className="flex w-96 flex-col gap-2">
      <span className="text-hint font-medium text-ink-3">{s.title(format.number(number))}</span>
      <div ref={hostRef} className="footnote-editor" />
      <div className="flex items-center gap-1">
        <Button variant="primary" onPress={onDone}>
          {s.done}
        </Button>
        <IconButton
          label={actions.bold}
          icon={<BoldIcon />}
          onPress={() => editorRef.current?.chain().focus().toggleMark('bold').run()}
        />
        <IconButton
          label={actions.italic}
          icon={<ItalicIcon />}
          onPress={() => editorRef.current?.chain().focus().toggleMark('italic').run()}
        />
        <span className="flex-1" />
        <IconButton label={s.remove} icon={<Trash2Icon />} onPress={remove} />
      </div>
    </div>
  );
}

/** The caret goes behind the note: typing would replace one that is still selected. */
function leaveFootnote({ state, view }: Editor, position: number): void {
  const { selection } = state;
  if (!(selection instanceof NodeSelection) || selection.from !== position) return;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, selection.to)));
}

/** The marks and breaks of the article's schema, in one paragraph. */
const noteExtensions = [
  Node.create({ name: 'doc', topNode: true, content: 'paragraph' }),
  ...documentExtensions.filter(
    (extension) =>
      extension.type === 'mark' || ['text', 'paragraph', 'hardBreak'].includes(extension.name),
  ),
  UndoRedo,
];

function openNote(
  host: HTMLElement,
  footnote: DocumentNode,
  label: string,
  onDone: () => void,
): Editor {
  return new Editor({
    element: host,
    injectCSS: false,
    enableCoreExtensions: { delete: false, textDirection: false },
    extensions: noteExtensions,
    content: {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { dir: 'auto' }, content: footnote.content ?? [] }],
    },
    autofocus: 'end',
    editorProps: {
      attributes: { 'aria-label': label, 'aria-multiline': 'true', 'data-placeholder': label },
      transformPastedHTML: cleanPastedHtml,
      handleKeyDown: (_view, event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return false;
        onDone();
        return true;
      },
    },
  });
}
