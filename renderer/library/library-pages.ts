import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Article, ArticleSummary } from '../../core/article/article.ts';
import { api } from '../api/client.ts';

/** A page of the list as the backend gives it, and all pages loaded so far. */
export interface LibraryPage {
  items: ArticleSummary[];
  nextCursor: string | null;
  total: number;
}
export type LibraryPages = InfiniteData<LibraryPage, string | null>;

/** The list as an infinite query: newest change first, a hundred rows a page. */
export function libraryQuery(query: string, trash: boolean) {
  return api.articles.list.infiniteOptions({
    input: (cursor: string | null) => ({ query, trash, cursor, limit: 100 }),
    queryKey: [...api.articles.list.key(), { query, trash }],
    initialPageParam: null as string | null,
    getNextPageParam: (page: LibraryPage) => page.nextCursor,
    staleTime: 10_000,
  });
}

/** All rows in order, each article once. */
export function rowsOf(pages: LibraryPages | undefined): ArticleSummary[] {
  const rows = new Map<string, ArticleSummary>();
  for (const page of pages?.pages ?? []) {
    for (const item of page.items) if (!rows.has(item.id)) rows.set(item.id, item);
  }
  return [...rows.values()];
}

export function totalOf(pages: LibraryPages | undefined): number | undefined {
  return pages?.pages.at(-1)?.total;
}

/** `pages` without the article. */
export function withoutArticle(pages: LibraryPages, id: string): LibraryPages {
  const isThere = pages.pages.some(({ items }) => items.some((item) => item.id === id));
  if (!isThere) return pages;
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.filter((item) => item.id !== id),
      total: page.total - 1,
    })),
  };
}

/** `pages` after a save of the article: first in the list, or in its place among search results. */
export function withSaved(
  pages: LibraryPages,
  article: Article,
  opening: string,
  isSearch: boolean,
): LibraryPages {
  const before = rowsOf(pages).find((row) => row.id === article.id);
  const row = toSummary(article, opening, before);
  if (isSearch) {
    return {
      ...pages,
      pages: pages.pages.map((page) => ({
        ...page,
        items: page.items.map((item) => (item.id === row.id ? row : item)),
      })),
    };
  }
  const grown = before === undefined ? 1 : 0;
  return {
    ...pages,
    pages: pages.pages.map((page, index) => ({
      ...page,
      items: [...(index === 0 ? [row] : []), ...page.items.filter((item) => item.id !== row.id)],
      total: page.total + grown,
    })),
  };
}

/** Shows a save in every list that is loaded, without asking the backend again. */
export function showSaved(cache: QueryClient, article: Article, opening: string): void {
  updateLists(cache, (pages, { query, trash }) =>
    trash ? pages : withSaved(pages, article, opening, query !== ''),
  );
}

/** Takes an article out of the lists, and lets those it may have gone to ask again. */
export function showRemoved(cache: QueryClient, id: string): void {
  updateLists(cache, (pages) => withoutArticle(pages, id));
}

/** Asks again from the first page on, after something came in that the lists do not know. */
export async function refreshLibrary(cache: QueryClient): Promise<void> {
  updateLists(cache, ({ pages, pageParams }) => ({
    pages: pages.slice(0, 1),
    pageParams: pageParams.slice(0, 1),
  }));
  await cache.invalidateQueries({ queryKey: api.articles.list.key() });
}

interface ListChoice {
  query: string;
  trash: boolean;
}

function updateLists(
  cache: QueryClient,
  update: (pages: LibraryPages, choice: ListChoice) => LibraryPages,
): void {
  for (const query of cache.getQueryCache().findAll({ queryKey: api.articles.list.key() })) {
    const { data, dataUpdatedAt, isInvalidated } = query.state;
    if (data === undefined) continue;
    const pages = update(data as LibraryPages, query.queryKey.at(-1) as ListChoice);
    if (pages === data) continue;
    cache.setQueryData<LibraryPages>(query.queryKey, pages, { updatedAt: dataUpdatedAt });
    // A list out of sight that was to ask again still has to.
    if (isInvalidated) query.invalidate();
  }
}

function toSummary(
  article: Article,
  opening: string,
  before: ArticleSummary | undefined,
): ArticleSummary {
  return {
    id: article.id,
    headline: article.headline,
    kicker: article.kicker,
    status: article.status,
    language: article.language,
    desk: article.desk,
    wordCount: article.wordCount,
    publishedOn: article.publishedOn,
    updatedAt: article.updatedAt,
    revision: article.revision,
    deletedAt: article.deletedAt,
    opening,
    ...(before?.snippet === undefined ? {} : { snippet: before.snippet }),
  };
}
