import { useEffect, useRef, useState } from 'react';
import { AppError } from '../../core/errors.ts';
import { toFailure } from '../api/app-failure.ts';
import type { Failure } from '../api/app-failure.ts';
import { client } from '../api/client.ts';
import { showToast } from '../components/toast.tsx';
import { useStrings } from '../strings/strings.ts';
import type { ArticleSession, OpenArticle } from './article-session.ts';
import { LiveArticleSession } from './live-article-session.ts';
import { openSessions } from './open-sessions.ts';
import type { PageText } from './page-words.ts';
import { useCloseGuard } from './use-close-guard.ts';

export type OpeningArticle =
  | { status: 'none' }
  | { status: 'opening' }
  | { status: 'open'; session: ArticleSession }
  | { status: 'failed'; failure: Failure; retry: () => void };

/**
 * The session of the article `id`. The one before is saved first, and kept until it is on disk; an article that cannot
 * be opened says why.
 */
export function useOpenArticle(id: string | null): OpeningArticle {
  const { editor: s, errors } = useStrings();
  const [opened, setOpened] = useState<{
    id: string;
    attempt: number;
    state: OpeningArticle;
  } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef({ s, errors });
  useCloseGuard();

  useEffect(() => {
    latest.current = { s, errors };
    if (opened?.state.status === 'open') opened.state.session.page.words.set(s.onPage);
  }, [s, errors, opened]);

  useEffect(() => {
    if (id === null) return undefined;
    let session: LiveArticleSession | undefined;
    let isWanted = true;
    void (async () => {
      try {
        // Another opening of the same article may have begun since: an article has one session.
        const found = openSessions.takeBack(id) ?? (await client.articles.open({ id }));
        if (!isWanted) return;
        session =
          found instanceof LiveArticleSession
            ? found
            : startSession(found, latest.current.s.onPage);
        setOpened({ id, attempt, state: { status: 'open', session } });
      } catch (error) {
        if (!isWanted) return;
        const failure =
          error instanceof AppError
            ? { code: error.code, details: error.details }
            : toFailure(error);
        const retry = () => setAttempt((count) => count + 1);
        setOpened({ id, attempt, state: { status: 'failed', failure, retry } });
      }
    })();
    return () => {
      isWanted = false;
      setOpened(null);
      if (session !== undefined) void leave(session, latest.current);
    };
  }, [id, attempt]);

  if (id === null) return none;
  return opened?.id === id && opened.attempt === attempt ? opened.state : opening;
}

function startSession(opened: OpenArticle, words: PageText): LiveArticleSession {
  const session = new LiveArticleSession({ client, opened, words });
  openSessions.add(session);
  return session;
}

/** An article left behind unsaved is told about: its own state line is no longer in sight. */
async function leave(
  session: LiveArticleSession,
  {
    s,
    errors,
  }: Pick<ReturnType<typeof useStrings>, 'errors'> & {
    s: ReturnType<typeof useStrings>['editor'];
  },
): Promise<void> {
  if (await openSessions.leave(session)) return;
  const { article, saveState } = session.getSnapshot();
  const why = saveState.kind === 'failed' ? errors[saveState.code](saveState.details).what : '';
  showToast({
    tone: 'failed',
    title: `${s.saving.failed}: ${article.headline || s.history.untitled}`,
    detail:
      saveState.kind === 'failed' && saveState.retryAt !== null
        ? `${why}. ${s.saving.willRetry}`
        : why,
    action: { label: s.saving.retryNow, run: () => void session.flush() },
  });
}

const none: OpeningArticle = { status: 'none' };
const opening: OpeningArticle = { status: 'opening' };
