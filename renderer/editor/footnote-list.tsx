import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useFormat } from '../format/use-format.ts';
import { useStrings } from '../strings/strings.ts';
import { useSessionState } from './article-session.ts';
import type { ArticleSession } from './article-session.ts';

/** The notes under the text, numbered as they stand in it; one opens by a click. */
export function FootnoteList({ session }: { session: ArticleSession }): ReactNode {
  const { footnote: s } = useStrings().editor;
  const format = useFormat();
  const notes = useSessionState(session, ({ footnotes }) => footnotes);
  if (notes.length === 0) return null;
  return (
    <section aria-label={s.list} className="page-notes">
      <ol>
        {notes.map(({ position, text }, index) => (
          <li key={position} dir="auto">
            <Button
              className="focus-ring page-note"
              aria-label={s.edit(format.number(index + 1))}
              onPress={() => session.page.open({ kind: 'footnote', position })}
            >
              <span className="page-note-number">{format.number(index + 1)}</span>
            </Button>
            {text === '' ? <em>{s.empty}</em> : text}
          </li>
        ))}
      </ol>
    </section>
  );
}
