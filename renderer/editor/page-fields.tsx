import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ArticleFields } from '../../core/article/article.ts';
import { isolate } from '../strings/isolate.ts';
import { useStrings } from '../strings/strings.ts';
import type { ArticleSession } from './article-session.ts';
import { useSessionState } from './article-session.ts';
import { caretToStart } from './editing-commands.ts';

/** Kicker, headline and deck above the text: plain lines that grow. Enter and arrow down go on, into the text at last. */
export function PageFields({ session }: { session: ArticleSession }): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  const { page } = session;
  useEffect(
    () =>
      page.attach({
        focusFields: () => {
          const last = fieldsIn(ref.current).at(-1);
          last?.focus();
          last?.setSelectionRange(last.value.length, last.value.length);
        },
        focusHeadline: () => ref.current?.querySelector<HTMLElement>('.page-headline')?.focus(),
      }),
    [page],
  );

  const move = (from: HTMLTextAreaElement, step: 1 | -1) => {
    const fields = fieldsIn(ref.current);
    const next = fields[fields.indexOf(from) + step];
    if (next !== undefined) {
      next.focus();
      const caret = step === 1 ? 0 : next.value.length;
      next.setSelectionRange(caret, caret);
    } else if (step === 1) {
      caretToStart(session.editor.state, (transaction) =>
        session.editor.view.dispatch(transaction),
      );
      session.focusPage();
    }
  };

  return (
    <div ref={ref} className="page-fields">
      <PageField session={session} field="kicker" maxLength={500} onMove={move} />
      <PageField session={session} field="headline" maxLength={1000} onMove={move} />
      <PageField session={session} field="deck" maxLength={2000} onMove={move} />
    </div>
  );
}

function PageField({
  session,
  field,
  maxLength,
  onMove,
}: {
  session: ArticleSession;
  field: keyof Pick<ArticleFields, 'kicker' | 'headline' | 'deck'>;
  maxLength: number;
  onMove: (from: HTMLTextAreaElement, step: 1 | -1) => void;
}) {
  const { editor: s } = useStrings();
  const value = useSessionState(session, ({ article }) => article[field]);
  const isReadOnly = useSessionState(session, ({ readOnly }) => readOnly !== null);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.shiftKey || event.altKey) return;
    const target = event.currentTarget;
    const { selectionStart, selectionEnd } = target;
    const isCaret = selectionStart === selectionEnd;
    const isForward =
      event.key === 'Enter' ||
      (event.key === 'ArrowDown' && isCaret && selectionEnd === value.length);
    const isBack = event.key === 'ArrowUp' && isCaret && selectionStart === 0;
    if (!isForward && !isBack) return;
    event.preventDefault();
    onMove(target, isForward ? 1 : -1);
  };

  return (
    <textarea
      className={`page-field page-${field}`}
      aria-label={s[field]}
      placeholder={isolate(s[field])}
      dir="auto"
      rows={1}
      maxLength={maxLength}
      readOnly={isReadOnly}
      spellCheck={false}
      value={value}
      onChange={(event) =>
        session.setFields({ [field]: event.currentTarget.value.replace(/\s*[\r\n]+\s*/g, ' ') })
      }
      onKeyDown={onKeyDown}
    />
  );
}

function fieldsIn(host: HTMLElement | null): HTMLTextAreaElement[] {
  return [...(host?.querySelectorAll('textarea') ?? [])];
}
