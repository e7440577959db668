import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Library } from '../library.ts';
import { makeLibrary, paragraphs } from '../library.fixture.ts';
import { openLibrary } from '../open-library.ts';
import { createArticle, openArticle, saveArticle } from './articles.ts';
import { checkLibrary } from './check-library.ts';
import { listPage } from './list-articles.ts';

/** Two articles, three revisions of the first, indexed. */
function populate(library: Library): { id: string; other: string } {
  const { article } = createArticle(library, {
    fields: { headline: 'عنوان' },
    document: paragraphs('قال الوزير أمس إن العمل بدأ'),
  });
  for (const revision of [1, 2]) {
    saveArticle(library, {
      id: article.id,
      baseRevision: revision,
      document: paragraphs(`قال الوزير أمس إن العمل بدأ ${revision}`),
    });
  }
  const other = createArticle(library, { fields: {}, document: paragraphs('خبر آخر') });
  listPage(library, { query: 'خبر', trash: false, cursor: null, limit: 1 });
  return { id: article.id, other: other.article.id };
}

test('finds nothing wrong with a sound library, and writes nothing', async () => {
  const library = makeLibrary();
  populate(library);
  const changes = () => library.db.prepare('SELECT total_changes()').pluck().get();
  const before = changes();
  expect(await checkLibrary(library)).toEqual({
    ok: true,
    articles: 2,
    revisions: 4,
    problems: [],
  });
  expect(changes()).toBe(before);
});

test.each([
  [
    'a changed document',
    "UPDATE article_documents SET document = x'7b7d' WHERE article_key = 1",
    'the document is not what was saved',
  ],
  [
    'a missing document',
    'DELETE FROM article_documents WHERE article_key = 1',
    'the document is missing',
  ],
  [
    'a changed payload',
    'UPDATE revisions SET payload = zeroblob(20) WHERE article_key = 1 AND revision = 2',
    'revision 2 cannot be read: ARTICLE_DAMAGED',
  ],
  [
    'another author',
    "UPDATE revisions SET author = 'غيرها' WHERE article_key = 1 AND revision = 2",
    'revision 2 breaks the chain',
  ],
  [
    'another time',
    "UPDATE revisions SET saved_at = '2020-01-01T00:00:00.000Z' WHERE article_key = 1 AND revision = 3",
    'revision 3 breaks the chain',
  ],
  [
    'a removed revision',
    'DELETE FROM revisions WHERE article_key = 1 AND revision = 2',
    'revision 2 is missing',
  ],
  [
    'a removed last revision',
    'DELETE FROM revisions WHERE article_key = 1 AND revision = 3',
    'revision 3 is missing',
  ],
  [
    'a changed headline',
    "UPDATE articles SET headline = 'آخر' WHERE key = 1",
    'the article is not its last revision',
  ],
  [
    'a changed opening',
    "UPDATE articles SET opening = 'آخر' WHERE key = 1",
    'the list shows other words than the document has',
  ],
  [
    'a lost index row',
    'DELETE FROM article_search WHERE rowid = (SELECT search_row FROM articles WHERE key = 1)',
    'the search index does not hold its words',
  ],
  [
    'an index row of other words',
    "UPDATE article_search SET headline = 'عنوان', body = 'ا ب ت ث ج ح خ' WHERE rowid = (SELECT search_row FROM articles WHERE key = 1)",
    'the search index does not hold its words',
  ],
])('finds %s', async (_name, sql, problem) => {
  const library = makeLibrary();
  const { id } = populate(library);
  library.db.exec(sql);
  const { ok, problems } = await checkLibrary(library);
  expect(ok).toBe(false);
  expect(problems).toContainEqual({ articleId: id, problem });
  expect(problems.filter((item) => item.articleId !== id)).toEqual([]);
});

test('finds a revision that was put in place of another with a hash of its own', async () => {
  const library = makeLibrary();
  const { id } = populate(library);
  library.db.exec(
    `UPDATE revisions SET (headline, payload, is_compressed, content_sha256, base, same_start, same_end) =
       (SELECT headline, payload, is_compressed, content_sha256, 3, 0, 0 FROM revisions WHERE article_key = 1 AND revision = 1)
     WHERE article_key = 1 AND revision = 3`,
  );
  expect((await checkLibrary(library)).problems).toEqual([
    { articleId: id, problem: 'revision 3 breaks the chain' },
    { articleId: id, problem: 'the article is not its last revision' },
  ]);
});

test('finds an index row of no article', async () => {
  const library = makeLibrary();
  populate(library);
  library.db.exec("INSERT INTO article_search (rowid, headline, body) VALUES (999, '', 'شارد')");
  expect((await checkLibrary(library)).problems).toEqual([
    { articleId: null, problem: 'the search index has 1 rows of no article' },
  ]);
});

test('finds flipped bits of a document’s page that SQLite’s own check does not see', async () => {
  const library = makeLibrary();
  const text = 'كلمة نادرة جدا '.repeat(2000);
  const { article } = createArticle(library, { fields: {}, document: paragraphs(text) });
  library.close();
  const db = new Database(library.path);
  // The last one: the first is in the list's opening words.
  const at = readFileSync(library.path).lastIndexOf('نادرة');
  db.close();
  const bytes = readFileSync(library.path);
  bytes[at + 1] = (bytes[at + 1] ?? 0) ^ 0x01;
  writeFileSync(library.path, bytes);
  const reopened = openLibrary({ path: library.path, door: 'cli' });
  try {
    expect((await checkLibrary(reopened)).problems).toContainEqual({
      articleId: article.id,
      problem: 'the document is not what was saved',
    });
    expect(() => openArticle(reopened, article.id)).toThrow('ARTICLE_DAMAGED');
  } finally {
    reopened.close();
  }
});
