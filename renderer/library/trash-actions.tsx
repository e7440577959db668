import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ArticleSummary } from '../../core/article/article.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { useStrings } from '../strings/strings.ts';
import { useArticleActions } from './use-article-actions.ts';

/** What may be done with the row that is active in the trash: back into the library, or gone for good after a question. */
export function TrashActions({ article }: { article: ArticleSummary }): ReactNode {
  const { shell, library } = useStrings();
  const { restore, destroy } = useArticleActions();
  const [isAsking, setAsking] = useState(false);
  const name = article.headline || article.opening || library.untitled;
  const named = { id: article.id, headline: name };
  return (
    <footer className="flex shrink-0 flex-col gap-2 border-t border-line px-4.5 py-3">
      <p dir="auto" className="one-line text-hint text-ink-2">
        {name}
      </p>
      <div className="flex gap-2">
        <Button onPress={() => void restore(named)}>{library.restore}</Button>
        <Button variant="danger" onPress={() => setAsking(true)}>
          {library.destroy}
        </Button>
      </div>
      <Dialog
        title={library.destroyTitle}
        role="alertdialog"
        size="small"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>{shell.cancel}</Button>
            <Button
              variant="danger"
              onPress={() => {
                setAsking(false);
                void destroy(named);
              }}
            >
              {library.destroy}
            </Button>
          </>
        }
      >
        <p className="text-ui text-ink-2">{library.destroyHint(name)}</p>
      </Dialog>
    </footer>
  );
}
