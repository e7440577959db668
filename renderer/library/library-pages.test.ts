import { expect, test } from 'vitest';
import { emptyArticleFields } from '../../core/article/article.ts';
import type { Article, ArticleSummary } from '../../core/article/article.ts';
import { rowsOf, totalOf, withoutArticle, withSaved } from './library-pages.ts';
import type { LibraryPages } from './library-pages.ts';

const ids = (pages: LibraryPages) => rowsOf(pages).map(({ id }) => id);

test('puts a saved article first, once, and keeps the count', () => {
  const after = withSaved(
    pagesOf(['أ', 'ب'], ['ج', 'د']),
    article('ج', 'عنوان جديد'),
    'بدايته',
    false,
  );
  expect(ids(after)).toEqual(['ج', 'أ', 'ب', 'د']);
  expect(totalOf(after)).toBe(4);
  expect(rowsOf(after)[0]).toMatchObject({ headline: 'عنوان جديد', opening: 'بدايته' });
});

test('counts an article that was not in the list', () => {
  const after = withSaved(pagesOf(['أ']), article('ب', ''), '', false);
  expect(ids(after)).toEqual(['ب', 'أ']);
  expect(totalOf(after)).toBe(2);
});

test('leaves search results in their order and keeps their snippets', () => {
  const before = pagesOf(['أ', 'ب']);
  const snippet = { text: 'وصل الوفد', marks: [[0, 3]] as [number, number][] };
  const [first] = before.pages;
  if (first !== undefined) first.items = first.items.map((item) => ({ ...item, snippet }));
  const after = withSaved(before, article('ب', 'عنوان'), '', true);
  expect(ids(after)).toEqual(['أ', 'ب']);
  expect(rowsOf(after)[1]).toMatchObject({ headline: 'عنوان', snippet });
});

test('takes an article out and counts one less; an unknown one changes nothing', () => {
  const pages = pagesOf(['أ', 'ب'], ['ج']);
  expect(ids(withoutArticle(pages, 'ب'))).toEqual(['أ', 'ج']);
  expect(totalOf(withoutArticle(pages, 'ب'))).toBe(2);
  expect(withoutArticle(pages, 'ي')).toBe(pages);
});

function pagesOf(...groups: string[][]): LibraryPages {
  const total = groups.flat().length;
  return {
    pages: groups.map((group) => ({ items: group.map((id) => row(id)), nextCursor: null, total })),
    pageParams: groups.map(() => null),
  };
}

function row(id: string): ArticleSummary {
  const { headline, kicker, status, language, desk, wordCount, publishedOn, updatedAt, revision } =
    article(id, `عنوان ${id}`);
  const fields = { headline, kicker, status, language, desk, wordCount, publishedOn, updatedAt };
  return { ...fields, id, revision, deletedAt: null, opening: '' };
}

function article(id: string, headline: string): Article {
  return {
    ...emptyArticleFields,
    id,
    headline,
    createdAt: '2026-01-28T10:00:00.000Z',
    updatedAt: '2026-01-28T10:00:00.000Z',
    revision: 1,
    wordCount: 12,
    deletedAt: null,
  };
}
