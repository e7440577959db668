import { createContext, use, useEffect } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ArticleSessionContext } from '../editor/article-session.ts';
import type { ArticleSession } from '../editor/article-session.ts';
import { useOpenArticle } from '../editor/use-open-article.ts';
import type { OpeningArticle } from '../editor/use-open-article.ts';
import { showSaved } from '../library/library-pages.ts';
import { useStrings } from '../strings/strings.ts';
import { useShell } from './shell-state.tsx';

/** Opens the article the shell names; its session is there for everything below, and its saves show in the library. */
export function OpenArticleProvider({ children }: { children: ReactNode }): ReactNode {
  const { articleId, openArticle, caretWanted, wantCaret } = useShell();
  const { shell } = useStrings();
  const opening = useOpenArticle(articleId);
  const session = opening.status === 'open' ? opening.session : null;
  const isGone = opening.status === 'failed' && opening.failure.code === 'NOT_FOUND';

  useEffect(() => {
    if (isGone) openArticle(null);
  }, [isGone, openArticle]);
  useEffect(() => {
    if (caretWanted === null || session === null || session.id !== articleId) return;
    if (caretWanted === 'headline') session.page.focusHeadline();
    else session.focusPage();
    wantCaret(null);
  }, [articleId, caretWanted, session, wantCaret]);
  useShowSaves(session);
  useEffect(() => {
    if (session === null) {
      document.title = shell.appName;
      return undefined;
    }
    const update = () => {
      const { headline } = session.getSnapshot().article;
      document.title = `${headline || shell.untitled} — ${shell.appName}`;
    };
    update();
    return session.subscribe(update);
  }, [session, shell]);

  return (
    <OpeningContext value={opening}>
      <ArticleSessionContext value={session}>{children}</ArticleSessionContext>
    </OpeningContext>
  );
}

export function useOpening(): OpeningArticle {
  return use(OpeningContext);
}

const OpeningContext = createContext<OpeningArticle>({ status: 'none' });

/** Moves the article's row in the library as its saves come back from the disk. */
function useShowSaves(session: ArticleSession | null): void {
  const cache = useQueryClient();
  useEffect(() => {
    if (session === null) return undefined;
    let shown = session.getSnapshot().article.revision;
    return session.subscribe(() => {
      const { article, wordCount } = session.getSnapshot();
      if (article.revision === shown) return;
      shown = article.revision;
      const opening = session.plainText().trimStart().slice(0, 200);
      showSaved(cache, { ...article, wordCount }, opening);
    });
  }, [cache, session]);
}
