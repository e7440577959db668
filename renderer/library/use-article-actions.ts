import { use, useMemo } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { toFailure } from '../api/app-failure.ts';
import { api, client } from '../api/client.ts';
import { showToast } from '../components/toast.tsx';
import { ArticleSessionContext } from '../editor/article-session.ts';
import { useShell } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import { refreshLibrary, showRemoved } from './library-pages.ts';

interface Named {
  id: string;
  headline: string;
}

export interface ArticleActions {
  /** Makes an empty article and opens it. */
  create: () => Promise<void>;
  /** Into the trash, with a message that takes it back. Saves what was typed first. */
  trash: (article: Named) => Promise<void>;
  restore: (article: Named) => Promise<void>;
  destroy: (article: Named) => Promise<void>;
}

/** What may be done with articles from the library and the command palette; every failure is shown. */
export function useArticleActions(): ArticleActions {
  const cache = useQueryClient();
  const session = use(ArticleSessionContext);
  const { articleId, openArticle, wantCaret } = useShell();
  const { shell, library, errors } = useStrings();

  return useMemo(() => {
    const attempt = async (run: () => Promise<void>) => {
      try {
        await run();
      } catch (error) {
        const { code, details } = toFailure(error);
        const { what, kept, todo } = errors[code](details);
        showToast({ tone: 'failed', title: what, detail: `${kept} ${todo}` });
      }
    };
    const refreshTrash = () =>
      cache.invalidateQueries({
        queryKey: [...api.articles.list.key(), { query: '', trash: true }],
      });
    const nameOf = ({ headline }: Named) => headline || library.untitled;

    const restore = (article: Named) =>
      attempt(async () => {
        await client.articles.restore({ id: article.id });
        showRemoved(cache, article.id);
        await refreshLibrary(cache);
        if (articleId === article.id) openArticle(null);
        showToast({
          tone: 'done',
          title: library.restored(nameOf(article)),
          action: { label: shell.openArticle, run: () => openArticle(article.id) },
        });
      });

    return {
      create: () =>
        attempt(async () => {
          const { article } = await client.articles.create({});
          openArticle(article.id);
          wantCaret('headline');
          await refreshLibrary(cache);
        }),
      trash: (article) =>
        attempt(async () => {
          const isOpen = article.id === articleId;
          if (isOpen) await session?.flush();
          await client.articles.trash({ id: article.id });
          if (isOpen) openArticle(null);
          showRemoved(cache, article.id);
          void refreshTrash();
          showToast({
            tone: 'done',
            title: library.movedToTrash(nameOf(article)),
            action: { label: shell.undo, run: () => void undoTrash(article, isOpen) },
          });
        }),
      restore,
      destroy: (article) =>
        attempt(async () => {
          if (article.id === articleId) openArticle(null);
          await client.articles.destroy({ id: article.id });
          showRemoved(cache, article.id);
          showToast({ tone: 'done', title: library.destroyed(nameOf(article)) });
        }),
    };

    function undoTrash(article: Named, wasOpen: boolean) {
      return attempt(async () => {
        await client.articles.restore({ id: article.id });
        await refreshLibrary(cache);
        if (wasOpen) openArticle(article.id);
      });
    }
  }, [articleId, cache, errors, library, openArticle, session, shell, wantCaret]);
}
