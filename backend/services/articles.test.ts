import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyArticleFields } from '../../core/article/article.ts';
import type { ArticleDocument } from '../../core/article/document.ts';
import { AppError } from '../../core/errors.ts';
import type { Library } from '../library.ts';
import { makeLibrary, paragraphs } from '../library.fixture.ts';
import { createArticle, openArticle, saveArticle } from './articles.ts';
import { checkLibrary } from './check-library.ts';
import { listRevisions, readRevision } from './revisions.ts';
import { setSettings } from './settings.ts';
import { destroyArticle, restoreArticle, trashArticle } from './trash.ts';

function thrown(work: () => unknown): { code: string; details: unknown } {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Everything stored, byte for byte, apart from the search index. */
function dump({ db }: Library): unknown[] {
  return ['articles', 'article_documents', 'revisions', 'annotations', 'annotation_places'].map(
    (table) => db.prepare(`SELECT * FROM ${table}`).all(),
  );
}

test('stores what is saved and gives it back', () => {
  const library = makeLibrary();
  const { article } = createArticle(library, { fields: { headline: 'عنوان' } });
  const fields = {
    kicker: 'تمهيد',
    bylines: ['سلمى', 'نور'],
    dateline: { place: 'حلب', date: '2026-01-28' },
    tags: ['محليات'],
    publishedOn: '2026-01',
    status: 'review' as const,
  };
  const document = paragraphs('قال الوزير', 'كلمتان هنا');
  const saved = saveArticle(library, { id: article.id, baseRevision: 1, fields, document });
  expect(saved.article).toMatchObject({ ...fields, headline: 'عنوان', revision: 2, wordCount: 4 });
  expect(openArticle(library, article.id)).toEqual({
    article: saved.article,
    document,
    annotations: [],
    imported: false,
    rejected: [],
  });
});

test('refuses a stale revision and overwrites nothing', () => {
  const library = makeLibrary();
  const { article } = createArticle(library, { fields: {}, document: paragraphs('أول') });
  saveArticle(library, { id: article.id, baseRevision: 1, document: paragraphs('ثانٍ') });
  const before = dump(library);
  for (const baseRevision of [1, 3]) {
    expect(
      thrown(() =>
        saveArticle(library, { id: article.id, baseRevision, document: paragraphs('ثالث') }),
      ),
    ).toEqual({ code: 'CONFLICT', details: { revision: 2 } });
  }
  expect(dump(library)).toEqual(before);
  expect(library.db.inTransaction).toBe(false);
});

test('keeps the revision where nothing changed', () => {
  const library = makeLibrary();
  const { article, document } = createArticle(library, {
    fields: { headline: 'عنوان' },
    document: paragraphs('نص'),
  });
  const before = dump(library);
  saveArticle(library, {
    id: article.id,
    baseRevision: 1,
    document,
    fields: { headline: 'عنوان' },
  });
  saveArticle(library, { id: article.id, baseRevision: 1 });
  expect(dump(library)).toEqual(before);
});

test('refuses what is no document, and one of a later program, and keeps what it has', () => {
  const library = makeLibrary();
  const { article } = createArticle(library, { fields: {}, document: paragraphs('نص') });
  const before = dump(library);
  const save = (document: ArticleDocument) => () =>
    saveArticle(library, { id: article.id, baseRevision: 1, document });
  expect(
    thrown(save({ schemaVersion: 1, doc: { type: 'doc', content: [{ type: 'text', text: 'x' }] } }))
      .code,
  ).toBe('INVALID_DOCUMENT');
  expect(thrown(save({ schemaVersion: 99, doc: { type: 'doc' } })).code).toBe('DOCUMENT_NEWER');
  expect(dump(library)).toEqual(before);

  library.db.exec('UPDATE article_documents SET schema_version = 99');
  expect(thrown(save(paragraphs('آخر'))).code).toBe('DOCUMENT_NEWER');
});

test('tells a damaged document from a sound one and leads to the last good revision', async () => {
  const library = makeLibrary();
  const { article } = createArticle(library, { fields: {}, document: paragraphs('أول') });
  saveArticle(library, { id: article.id, baseRevision: 1, document: paragraphs('ثانٍ') });
  library.db.exec(
    "UPDATE article_documents SET document = CAST(replace(document, 'ثانٍ', 'زائف') AS BLOB)",
  );
  expect(thrown(() => openArticle(library, article.id))).toEqual({
    code: 'ARTICLE_DAMAGED',
    details: { articleId: article.id, revision: 2, goodRevision: 2 },
  });
  expect((await checkLibrary(library)).problems).toContainEqual({
    articleId: article.id,
    problem: 'the document is not what was saved',
  });
  const good = readRevision(library, { id: article.id, revision: 2 });
  saveArticle(library, { id: article.id, baseRevision: 2, document: good.document });
  expect(openArticle(library, article.id).document).toEqual(paragraphs('ثانٍ'));
});

test('goes back past a damaged revision to the last good one', () => {
  const library = makeLibrary();
  const { article } = createArticle(library, { fields: {}, document: paragraphs('أول') });
  saveArticle(library, { id: article.id, baseRevision: 1, document: paragraphs('ثانٍ') });
  library.db.exec("UPDATE revisions SET payload = x'00' WHERE revision = 2");
  library.db.exec("UPDATE article_documents SET document = x'7b7d'");
  expect(thrown(() => openArticle(library, article.id)).details).toMatchObject({ goodRevision: 1 });
  expect(thrown(() => readRevision(library, { id: article.id, revision: 2 }))).toEqual({
    code: 'ARTICLE_DAMAGED',
    details: { articleId: article.id, revision: 2 },
  });
});

test('moves to the trash and back, and destroys only from there', () => {
  const library = makeLibrary();
  const { article } = createArticle(library, { fields: {}, document: paragraphs('نص') });
  expect(thrown(() => destroyArticle(library, article.id)).code).toBe('INVALID_INPUT');
  const trashed = trashArticle(library, article.id);
  expect(trashed.deletedAt).not.toBeNull();
  expect(trashArticle(library, article.id)).toEqual(trashed);
  expect(restoreArticle(library, article.id)).toEqual(article);
  trashArticle(library, article.id);
  destroyArticle(library, article.id);
  expect(thrown(() => openArticle(library, article.id)).code).toBe('NOT_FOUND');
  expect(dump(library)).toEqual([[], [], [], [], []]);
});

test('writes down who saved: the name in the settings, or the computer’s', () => {
  const library = makeLibrary();
  const { article } = createArticle(library, { fields: {} });
  setSettings(library, { authorName: 'نور' });
  saveArticle(library, { id: article.id, baseRevision: 1, fields: { headline: 'أ' } });
  const { items } = listRevisions(library, { id: article.id, limit: 10 });
  expect(items.map(({ revision, author, headline }) => [revision, author, headline])).toEqual([
    [2, 'نور', 'أ'],
    [1, 'سلمى', ''],
  ]);
});

function numbers(page: ReturnType<typeof listRevisions>): unknown[] {
  return [page.items.map(({ revision }) => revision), page.more];
}

test('lists revisions page by page', () => {
  const library = makeLibrary();
  const { article } = createArticle(library, { fields: {} });
  for (let revision = 1; revision < 5; revision += 1) {
    saveArticle(library, {
      id: article.id,
      baseRevision: revision,
      fields: { desk: `${revision}` },
    });
  }
  expect(numbers(listRevisions(library, { id: article.id, limit: 3 }))).toEqual([[5, 4, 3], true]);
  expect(numbers(listRevisions(library, { id: article.id, limit: 3, before: 3 }))).toEqual([
    [2, 1],
    false,
  ]);
});

test('gives back every revision of any history, from a chain that checks', async () => {
  const unit = fc.constantFrom(...'ابت ثجح', 'كلمة ', '𝐀', '"\\');
  const step = fc.record({
    headline: fc.string({ unit, maxLength: 20 }),
    texts: fc.array(fc.string({ unit, maxLength: 60 }), { minLength: 1, maxLength: 4 }),
    stale: fc.constantFrom(-1, 1),
  });
  const library = makeLibrary();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 120 }), async (steps) => {
      const { article } = createArticle(library, { fields: {} });
      const { id } = article;
      const model = [{ fields: emptyArticleFields, document: paragraphs('') }];
      for (const { headline, texts, stale } of steps) {
        const last = model.at(-1);
        const document = paragraphs(...texts);
        const fields = { ...emptyArticleFields, headline };
        const save = (baseRevision: number) =>
          saveArticle(library, { id, baseRevision, fields, document });
        expect(thrown(() => save(model.length + stale)).code).toBe('CONFLICT');
        const saved = save(model.length);
        if (JSON.stringify(last) !== JSON.stringify({ fields, document }))
          model.push({ fields, document });
        expect(saved.article.revision).toBe(model.length);
      }
      expect(
        model.map((_, index) => {
          const { fields, document } = readRevision(library, { id, revision: index + 1 });
          return { fields, document };
        }),
      ).toEqual(model);
      expect(await checkLibrary(library)).toMatchObject({ ok: true });
      trashArticle(library, id);
      destroyArticle(library, id);
    }),
    { numRuns: 25 },
  );
});

test('keeps a revision of a long text small, and starts anew where the text is another', () => {
  const library = makeLibrary();
  const words = Array.from({ length: 1500 }, (_, i) => `كلمة${(i * 7919) % 1000}`);
  const { article } = createArticle(library, { fields: {}, document: paragraphs(words.join(' ')) });
  for (let revision = 1; revision < 110; revision += 1) {
    words.splice(revision * 3, 0, `جديد${revision}`);
    saveArticle(library, {
      id: article.id,
      baseRevision: revision,
      document: paragraphs(words.join(' ')),
    });
  }
  const rows = library.db
    .prepare<[], { revision: number; base: number; size: number }>(
      'SELECT revision, base, length(payload) AS size FROM revisions ORDER BY revision',
    )
    .all();
  const whole = rows.filter(({ revision, base }) => revision === base);
  expect(whole.map(({ revision }) => revision)).toEqual([1, 65]);
  expect(rows.reduce((sum, { size }) => sum + size, 0) / rows.length).toBeLessThan(512);

  const random = Array.from({ length: 3000 }, (_, i) =>
    ((i * 2654435761) % 4294967296).toString(36),
  );
  saveArticle(library, {
    id: article.id,
    baseRevision: 110,
    document: paragraphs(random.join(' ')),
  });
  expect(library.db.prepare('SELECT base FROM revisions WHERE revision = 111').pluck().get()).toBe(
    111,
  );
});
