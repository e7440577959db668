import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { api, queryClient } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { showToast } from '../components/toast.tsx';
import { useFormat } from '../format/use-format.ts';
import { useStrings } from '../strings/strings.ts';
import { useSessionState } from './article-session.ts';
import type { ArticleSession, OpenArticle } from './article-session.ts';
import { differingBlocks } from './differing-blocks.ts';
import { DocumentView } from './document-view.tsx';

/** Both versions side by side, and the choice between them. Takes the page's place until it is made. */
export function ConflictView({
  session,
  theirs,
}: {
  session: ArticleSession;
  theirs: OpenArticle;
}): ReactNode {
  const { conflict: s } = useStrings().editor;
  const format = useFormat();
  const [isBusy, setBusy] = useState(false);
  const article = useSessionState(session, (state) => state.article);
  const mine = useMemo(() => session.document(), [session]);
  const differing = useMemo(
    () => differingBlocks(mine.doc, theirs.document.doc),
    [mine, theirs.document],
  );
  const isSameText = differing.mine.size === 0 && differing.theirs.size === 0;
  // Before it both are the same, block by block.
  const first = isSameText ? 0 : Math.min(...differing.mine, ...differing.theirs);

  const choose = async (choice: 'mine' | 'theirs' | 'copy') => {
    setBusy(true);
    try {
      const copied = await session.resolveConflict(choice);
      // Once the page is back.
      requestAnimationFrame(() => session.focusPage());
      if (copied !== undefined) {
        showToast({ tone: 'done', title: s.copied });
        await queryClient.invalidateQueries({ queryKey: api.articles.list.key() });
      }
    } catch {
      showToast({ tone: 'failed', title: s.failed });
    } finally {
      setBusy(false);
    }
  };

  return (
    <section aria-label={s.title} className="flex min-h-0 flex-1 flex-col">
      <header className="flex flex-col gap-2 border-b border-line bg-warn-wash px-6 py-3">
        <h2 className="text-head font-semibold">{s.title}</h2>
        <p className="max-w-3xl text-ui text-ink-2">
          {s.explain} {isSameText && s.same}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" isDisabled={isBusy} onPress={() => void choose('mine')}>
            {s.keepMine}
          </Button>
          <Button isDisabled={isBusy} onPress={() => void choose('theirs')}>
            {s.takeTheirs}
          </Button>
          <Button isDisabled={isBusy} onPress={() => void choose('copy')}>
            {s.copy}
          </Button>
        </div>
      </header>
      <div className="grid min-h-0 flex-1 grid-cols-2 [&>:first-child]:border-e [&>:first-child]:border-line">
        <Version title={s.mine}>
          <DocumentView
            page={session.page}
            fields={article}
            document={mine}
            marked={differing.mine}
            startAt={first}
            markLabel={s.changedHere}
          />
        </Version>
        <Version title={s.theirs(format.moment(theirs.article.updatedAt))}>
          <DocumentView
            page={session.page}
            fields={theirs.article}
            document={theirs.document}
            marked={differing.theirs}
            startAt={first}
            markLabel={s.changedHere}
          />
        </Version>
      </div>
    </section>
  );
}

function Version({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex min-h-0 min-w-0 flex-col">
      <p className="border-b border-line px-6 py-2 text-ui font-medium text-ink-2">{title}</p>
      <section
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
        tabIndex={0}
        aria-label={title}
        className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
      >
        {children}
      </section>
    </div>
  );
}
