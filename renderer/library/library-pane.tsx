import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ArrowLeftIcon, FilePlusIcon, ImportIcon, Trash2Icon } from 'lucide-react';
import { unfinishedQuery } from '../../core/search/query.ts';
import type { ArticleSummary } from '../../core/article/article.ts';
import { toFailure } from '../api/app-failure.ts';
import { IconButton } from '../components/icon-button.tsx';
import { ErrorState, Skeleton } from '../components/states.tsx';
import { useFormat } from '../format/use-format.ts';
import { shellShortcuts } from '../shell/shell-shortcuts.ts';
import { useShell } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import { EmptyLibrary } from './empty-library.tsx';
import { LibraryList } from './library-list.tsx';
import type { LibraryListControl } from './library-list.tsx';
import { libraryQuery, rowsOf, totalOf } from './library-pages.ts';
import { LibrarySearch } from './library-search.tsx';
import { TrashActions } from './trash-actions.tsx';
import { useArticleActions } from './use-article-actions.ts';

/** The library at the start side: search, list, trash. */
export function LibraryPane(): ReactNode {
  const { library } = useStrings();
  const {
    articleId,
    openArticle,
    wantCaret,
    isSearchWanted,
    wantSearch,
    isTrashShown: isTrash,
    showTrash,
  } = useShell();
  const { trash } = useArticleActions();
  const [text, setText] = useState('');
  const settled = useSettled(text.trimStart(), 150);
  const query = unfinishedQuery(settled);
  const list = useRef<LibraryListControl>(null);
  const search = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState<ArticleSummary>();

  const listQuery = useInfiniteQuery({
    ...libraryQuery(query, isTrash),
    placeholderData: keepPreviousData,
  });
  const { data, error, isPending, isPlaceholderData, fetchNextPage, refetch } = listQuery;
  const rows = useMemo(() => rowsOf(data), [data]);
  const total = totalOf(data);
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);

  useEffect(() => {
    if (!isSearchWanted) return;
    search.current?.focus();
    search.current?.select();
    wantSearch(false);
  }, [isSearchWanted, wantSearch]);

  return (
    <div className="flex h-full min-h-0 flex-col bg-desk">
      <LibraryHeader
        isTrash={isTrash}
        total={isPlaceholderData ? undefined : total}
        isSearch={query !== ''}
        onSwitch={(toTrash) => {
          showTrash(toTrash);
          setText('');
        }}
      />
      {!isTrash && (
        <LibrarySearch
          value={text}
          onChange={setText}
          inputRef={search}
          onLeaveDown={() => list.current?.focus()}
        />
      )}
      {error !== null && rows.length === 0 ? (
        <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Skeleton lines={12} />
      ) : rows.length === 0 ? (
        <EmptyLibrary isTrash={isTrash} query={settled.trim()} />
      ) : (
        <LibraryList
          key={isTrash ? 'trash' : query}
          control={list}
          label={isTrash ? library.trashList : library.list}
          rows={rows}
          total={total ?? rows.length}
          openId={articleId}
          hasMore={listQuery.hasNextPage && !isPlaceholderData}
          isLoadingMore={listQuery.isFetchingNextPage}
          onLoadMore={loadMore}
          onOpen={openArticle}
          onEnter={(id) => {
            openArticle(id);
            // An article in the trash is only looked at: what can be done with it is below the list.
            if (!isTrash) wantCaret('text');
          }}
          onTrash={isTrash ? undefined : (article) => void trash(article)}
          onActive={setActive}
          onLeaveUp={() => search.current?.focus()}
        />
      )}
      {isTrash && active !== undefined && rows.length > 0 && <TrashActions article={active} />}
    </div>
  );
}

function LibraryHeader({
  isTrash,
  total,
  isSearch,
  onSwitch,
}: {
  isTrash: boolean;
  total: number | undefined;
  isSearch: boolean;
  onSwitch: (toTrash: boolean) => void;
}) {
  const { shell, library } = useStrings();
  const { showDialog } = useShell();
  const { create } = useArticleActions();
  const format = useFormat();
  return (
    <header className="flex h-11 shrink-0 items-center gap-0.5 ps-4.5 pe-2">
      {isTrash && (
        <IconButton
          label={library.backToLibrary}
          icon={<ArrowLeftIcon className="mirror" />}
          onPress={() => onSwitch(false)}
          className="-ms-2"
        />
      )}
      <h2 className="text-body font-semibold">{isTrash ? library.trash : library.title}</h2>
      <output className="ms-2 me-auto min-w-0 truncate text-hint text-ink-3 tabular">
        {total !== undefined && format.count(total, isSearch ? library.found : library.articles)}
      </output>
      {!isTrash && (
        <>
          <IconButton
            label={shell.newArticle}
            shortcut={shellShortcuts.newArticle}
            icon={<FilePlusIcon />}
            onPress={() => void create()}
          />
          <IconButton
            label={shell.importFiles}
            shortcut={shellShortcuts.importFiles}
            icon={<ImportIcon />}
            onPress={() => showDialog('import')}
          />
          <IconButton label={library.trash} icon={<Trash2Icon />} onPress={() => onSwitch(true)} />
        </>
      )}
    </header>
  );
}

/** `value` once it has stayed the same for `delay` milliseconds; an empty one at once. */
function useSettled(value: string, delay: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
}
