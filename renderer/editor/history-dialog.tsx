import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { RotateCcwIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { toFailure } from '../api/app-failure.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorState, Skeleton } from '../components/states.tsx';
import { showToast } from '../components/toast.tsx';
import { useFormat, useNow } from '../format/use-format.ts';
import { useStrings } from '../strings/strings.ts';
import { useSessionState } from './article-session.ts';
import type { ArticleSession } from './article-session.ts';
import { DocumentView } from './document-view.tsx';

/** Every kept version of the article: by whom, when, how long; one to read, and to bring back. */
export function HistoryDialog({
  session,
  onClose,
}: {
  session: ArticleSession;
  onClose: () => void;
}): ReactNode {
  const { editor, errors } = useStrings();
  const s = editor.history;
  const format = useFormat();
  const now = useNow();
  const [chosen, setChosen] = useState<number>();
  const current = useSessionState(session, ({ article }) => article.revision);
  const isReadOnly = useSessionState(session, ({ readOnly }) => readOnly !== null);

  const list = useInfiniteQuery({
    queryKey: ['revisions', session.id, current],
    queryFn: ({ pageParam }) =>
      client.articles.revisions({
        id: session.id,
        ...(pageParam === undefined ? {} : { before: pageParam }),
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.more ? page.items.at(-1)?.revision : undefined),
  });
  const version = useQuery({
    queryKey: ['revision', session.id, chosen],
    queryFn: () => client.articles.revision({ id: session.id, revision: chosen ?? 1 }),
    enabled: chosen !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const revisions = list.data?.pages.flatMap((page) => page.items) ?? [];

  const restore = async () => {
    if (chosen === undefined || version.data === undefined) return;
    try {
      const undo = await session.restoreRevision(chosen);
      onClose();
      showToast({
        tone: 'done',
        title: s.restored(format.moment(version.data.summary.savedAt)),
        action: { label: s.undo, run: undo },
      });
    } catch (error) {
      const { code, details } = toFailure(error);
      showToast({ tone: 'failed', title: errors[code](details).what });
    }
  };

  return (
    <Dialog
      title={s.title}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <Button
          variant="primary"
          icon={<RotateCcwIcon />}
          isDisabled={version.data === undefined || isReadOnly}
          onPress={() => void restore()}
        >
          {s.restore}
        </Button>
      }
    >
      <div className="grid h-[52vh] grid-cols-[15rem_minmax(0,1fr)] gap-4">
        <div className="flex min-h-0 flex-col overflow-y-auto border-e border-line pe-2">
          {list.isError && (
            <ErrorState failure={toFailure(list.error)} onRetry={() => void list.refetch()} />
          )}
          {list.isPending && <Skeleton lines={5} />}
          {revisions.length > 0 && (
            <ListBox
              aria-label={s.list}
              // The dialog is opened to go through them: arrows show one after the other.
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- as above
              autoFocus="first"
              selectionMode="single"
              selectionBehavior="replace"
              selectedKeys={chosen === undefined ? [] : [String(chosen)]}
              onSelectionChange={(keys) => {
                const [key] = keys === 'all' ? [] : [...keys];
                setChosen(key === undefined ? undefined : Number(key));
              }}
              className="flex flex-col gap-0.5 outline-none"
            >
              {revisions.map((revision, index) => (
                <ListBoxItem
                  key={revision.revision}
                  id={String(revision.revision)}
                  textValue={s.revision(format.number(revision.revision))}
                  className="focus-ring cursor-default rounded-md px-2 py-1.5 -outline-offset-2 hover:bg-hover data-selected:bg-selected"
                >
                  <span className="flex items-baseline justify-between gap-2 text-ui font-medium">
                    {format.ago(revision.savedAt, now)}
                    {index === 0 && (
                      <span className="text-hint font-normal text-ink-3">{s.current}</span>
                    )}
                  </span>
                  <span className="block text-hint text-ink-3">
                    <bdi>{revision.author || s.unknownAuthor}</bdi> ·{' '}
                    {format.count(revision.wordCount, editor.words)}
                  </span>
                </ListBoxItem>
              ))}
            </ListBox>
          )}
          {list.hasNextPage && (
            <Button
              variant="quiet"
              className="mt-2"
              isDisabled={list.isFetchingNextPage}
              onPress={() => void list.fetchNextPage()}
            >
              {s.more}
            </Button>
          )}
        </div>
        <section
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
          tabIndex={0}
          aria-label={s.title}
          className="min-h-0 overflow-y-auto -outline-offset-2"
        >
          {chosen === undefined && <p className="p-4 text-ui text-ink-3">{s.choose}</p>}
          {version.isError && <ErrorState failure={toFailure(version.error)} />}
          {version.data !== undefined && (
            <DocumentView
              page={session.page}
              fields={version.data.fields}
              document={version.data.document}
            />
          )}
        </section>
      </div>
    </Dialog>
  );
}
