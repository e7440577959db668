import type { ReactNode } from 'react';
import { FilePlusIcon, ImportIcon, NewspaperIcon } from 'lucide-react';
import { toFailure } from '../api/app-failure.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../components/states.tsx';
import { showToast } from '../components/toast.tsx';
import { EditorPane } from '../editor/editor-pane.tsx';
import type { OpeningArticle } from '../editor/use-open-article.ts';
import { useArticleActions } from '../library/use-article-actions.ts';
import { useStrings } from '../strings/strings.ts';
import { useOpening } from './open-article.tsx';
import { useShell } from './shell-state.tsx';

/** The middle of the window: the open article, or what to do without one. */
export function PageArea(): ReactNode {
  const { shell } = useStrings();
  const opening = useOpening();
  // The article's page is a landmark by itself.
  if (opening.status === 'open') return <EditorPane session={opening.session} />;
  return (
    <main aria-label={shell.pagePane} className="flex min-h-0 flex-1 flex-col">
      <WithoutPage opening={opening} />
    </main>
  );
}

function WithoutPage({ opening }: { opening: Exclude<OpeningArticle, { status: 'open' }> }) {
  switch (opening.status) {
    case 'none':
      return <NoArticle />;
    case 'opening':
      return (
        <div className="mx-auto w-full max-w-2xl pt-20">
          <Skeleton lines={9} />
        </div>
      );
    case 'failed':
      return (
        <div className="flex h-full flex-col justify-center">
          <ErrorState
            failure={opening.failure}
            onRetry={opening.retry}
            action={<RestoreGood opening={opening} />}
          />
        </div>
      );
  }
}

/** For an article damaged on the disk: its last good revision becomes the newest. */
function RestoreGood({ opening }: { opening: Extract<OpeningArticle, { status: 'failed' }> }) {
  const { shell, errors } = useStrings();
  const { code, details } = opening.failure;
  const { articleId: id, revision, goodRevision } = details;
  if (code !== 'ARTICLE_DAMAGED' || typeof id !== 'string') return null;
  if (typeof revision !== 'number' || typeof goodRevision !== 'number') return null;
  const restore = async () => {
    try {
      const { fields, document } = await client.articles.revision({ id, revision: goodRevision });
      await client.articles.save({ id, baseRevision: revision, fields, document });
    } catch (error) {
      const failure = toFailure(error);
      const { what, todo } = errors[failure.code](failure.details);
      showToast({ tone: 'failed', title: what, detail: todo });
    }
    opening.retry();
  };
  return (
    <Button variant="primary" onPress={() => void restore()}>
      {shell.restoreGood}
    </Button>
  );
}

function NoArticle() {
  const { shell } = useStrings();
  const { showDialog } = useShell();
  const { create } = useArticleActions();
  return (
    <div className="flex h-full flex-col justify-center pb-20">
      <EmptyState
        icon={<NewspaperIcon />}
        title={shell.noArticleTitle}
        actions={
          <>
            <Button icon={<FilePlusIcon />} onPress={() => void create()}>
              {shell.newArticle}
            </Button>
            <Button icon={<ImportIcon />} onPress={() => showDialog('import')}>
              {shell.importFiles}
            </Button>
          </>
        }
      >
        {shell.noArticleHint}
      </EmptyState>
    </div>
  );
}
