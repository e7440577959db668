import { LockIcon } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { baseDirection } from '../../core/exporters/base-direction.ts';
import { showToast } from '../components/toast.tsx';
import { useFormat } from '../format/use-format.ts';
import { isolate } from '../strings/isolate.ts';
import { useStrings } from '../strings/strings.ts';
import { useSessionState } from './article-session.ts';
import type { ArticleSession } from './article-session.ts';
import { ConflictView } from './conflict-view.tsx';
import { EditorToolbar } from './editor-toolbar.tsx';
import './editor.css';
import './page-text.css';
import './prosemirror.css';
import { FindBar } from './find-bar.tsx';
import { FootnoteList } from './footnote-list.tsx';
import { PageFields } from './page-fields.tsx';
import { PagePanels } from './page-panels.tsx';
import { SelectionBubble } from './selection-bubble.tsx';

/** The page in the middle with its toolbar. */
export function EditorPane({ session }: { session: ArticleSession }): ReactNode {
  const { editor: s } = useStrings();
  const theirs = useSessionState(session, ({ saveState }) =>
    saveState.kind === 'conflict' ? saveState.theirs : null,
  );
  const readOnly = useSessionState(session, (state) => state.readOnly);
  const language = useSessionState(session, ({ article }) => article.language);
  const panel = useSyncExternalStore(session.page.subscribe, session.page.panel);
  const fileInput = useRef<HTMLInputElement>(null);
  useFailures(session);

  useEffect(
    () => session.page.attach({ chooseImages: () => fileInput.current?.click() }),
    [session],
  );

  if (theirs !== null) {
    return (
      <main aria-label={s.page} className="flex min-h-0 min-w-0 flex-1 flex-col bg-paper">
        <ConflictView session={session} theirs={theirs} />
      </main>
    );
  }
  return (
    <main aria-label={s.page} className="flex min-h-0 min-w-0 flex-1 flex-col bg-paper">
      {readOnly === null ? (
        <EditorToolbar session={session} />
      ) : (
        <output className="flex items-center gap-2 border-b border-line bg-warn-wash px-4 py-2 text-ui [&_svg]:size-4">
          <LockIcon aria-hidden />
          {readOnly.code === 'TRASHED' ? s.readOnly.trashed : s.readOnly.other}
        </output>
      )}
      {panel?.kind === 'find' && (
        <FindBar
          session={session}
          onDone={() => {
            session.page.close();
            session.focusPage();
          }}
        />
      )}
      <div className="page-scroll">
        <div className="page-sheet" lang={language} data-direction={baseDirection(language)}>
          <PageFields session={session} />
          <PageText session={session} label={s.text} placeholder={s.textPlaceholder} />
          <FootnoteList session={session} />
          <SelectionBubble session={session} isHidden={panel !== null} />
          <PagePanels session={session} />
        </div>
      </div>
      <PageFigures session={session} />
      <input
        ref={fileInput}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void session.insertImages(files);
        }}
      />
    </main>
  );
}

/** Where ProseMirror lives. React renders it once; after that the editor alone touches what is inside. */
function PageText({
  session,
  label,
  placeholder,
}: {
  session: ArticleSession;
  label: string;
  placeholder: string;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const host = ref.current;
    const { editor } = session;
    if (host === null) return undefined;
    editor.mount(host);
    return () => {
      if (!editor.isDestroyed) editor.unmount();
      host.replaceChildren();
    };
  }, [session]);
  useLayoutEffect(() => {
    const { editor } = session;
    if (!editor.isDestroyed) describePage(editor.view.dom, label, placeholder);
  }, [session, label, placeholder]);
  const isLong = useSessionState(session, ({ wordCount }) => wordCount > longArticle);
  return <div ref={ref} className="page-text" data-long={isLong || undefined} />;
}

function describePage(page: HTMLElement, label: string, placeholder: string): void {
  page.ariaLabel = label;
  page.ariaMultiLine = 'true';
  page.spellcheck = false;
  page.style.setProperty('--placeholder', JSON.stringify(isolate(placeholder)));
}

/** Words from which on blocks out of sight are not laid out. */
const longArticle = 4000;

/** Word count and reading time, quietly at the foot of the page. */
function PageFigures({ session }: { session: ArticleSession }) {
  const { editor: s } = useStrings();
  const format = useFormat();
  const words = useSessionState(session, ({ wordCount }) => wordCount);
  const minutes = useSessionState(session, ({ readingMinutes }) => readingMinutes);
  return (
    <footer className="flex h-7 shrink-0 items-center justify-center gap-2 text-hint text-ink-3 tabular">
      <span>{format.count(words, s.words)}</span>
      <span aria-hidden>·</span>
      <span>{format.count(minutes, s.readingTime)}</span>
    </footer>
  );
}

function useFailures(session: ArticleSession): void {
  const { errors, editor: s, shell, suggestions } = useStrings();
  const format = useFormat();
  useEffect(
    () =>
      session.page.attach({
        tellFailure: ({ code, details }) => {
          const { what, kept, todo } = errors[code](details);
          showToast({ tone: 'failed', title: what, detail: `${kept} ${todo}` });
        },
        tellUnmarkable: (selected) =>
          showToast({
            tone: 'hint',
            title: selected === 'none' ? s.annotation.selectWords : s.annotation.oneBlock,
          }),
        tellDatesRead: (count, undo) =>
          showToast({
            tone: 'done',
            title: format.count(count, suggestions.datesRead),
            action: { label: shell.undo, run: undo },
          }),
      }),
    [session, errors, s, shell, suggestions, format],
  );
}
