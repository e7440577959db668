import { createHash, hash } from 'node:crypto';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { emptyArticleFields } from '../../../core/article/article.ts';
import { countWords } from '../../../core/arabic/count-words.ts';
import { makeFolder, makeLibrary, paragraphs } from '../../library.fixture.ts';
import { openArticle, saveArticle } from '../../services/articles.ts';
import { checkLibrary } from '../../services/check-library.ts';
import { listPage } from '../../services/list-articles.ts';
import { readRevision } from '../../services/revisions.ts';
import { destroyArticle, trashArticle } from '../../services/trash.ts';
import { migrate } from '../migrate.ts';
import { applicationId } from '../sqlite-file.ts';
import { createLibrary } from './0001-create-library.ts';

const now = () => new Date('2026-02-01T10:00:00Z');
const id = '019c1a2b-0000-7000-8000-000000000001';
const trashed = '019c1a2b-0000-7000-8000-000000000002';

const sha256 = (data: string | Buffer) => hash('sha256', data, 'buffer');

/** A library as the first version of its form has it: an article of four revisions, one in the trash, both indexed. */
function firstLibrary(): { path: string; texts: string[] } {
  const path = join(makeFolder(), 'desk.muharrir');
  const db = new Database(path);
  db.pragma(`application_id = ${applicationId}`);
  migrate(db, [createLibrary], now);
  const texts = [1, 2, 3, 4].map((part) => `وصلت القافلة رقم ${part} إلى الميناء قبل الظهر`);
  insert(db, { key: 1, id, texts, keyframes: [1, 1, 3, 3], deletedAt: null });
  const deletedAt = now().toISOString();
  insert(db, { key: 2, id: trashed, texts: ['مسودة قديمة'], keyframes: [1], deletedAt });
  db.close();
  return { path, texts };
}

interface Inserted {
  key: number;
  id: string;
  texts: readonly string[];
  /** Of each revision, the one whose payload is its dictionary. */
  keyframes: readonly number[];
  deletedAt: string | null;
}

function insert(db: Database.Database, article: Inserted): void {
  const { key, texts, keyframes, deletedAt } = article;
  const last = texts.at(-1) ?? '';
  const savedAt = now().toISOString();
  const searchRow = deletedAt === null ? key : -key;
  const { language, status } = emptyArticleFields;
  db.prepare(
    `INSERT INTO articles (key, id, headline, kicker, deck, slug, bylines, dateline_place, dateline_date, desk, language,
       tags, published_on, status, created_at, updated_at, deleted_at, revision, word_count, opening, change_sequence, search_row)
     VALUES (:key, :id, '', '', '', '', '[]', '', NULL, '', :language, '[]', NULL, :status, :savedAt, :savedAt, :deletedAt,
       :revision, :words, :last, :key, :searchRow)`,
  ).run({
    key,
    id: article.id,
    language,
    status,
    savedAt,
    deletedAt,
    revision: texts.length,
    words: countWords(last),
    last,
    searchRow,
  });
  db.prepare('INSERT INTO article_documents VALUES (?, 1, ?, ?)').run(
    key,
    sha256(documentJson(last)),
    Buffer.from(documentJson(last)),
  );
  db.prepare('INSERT INTO article_texts VALUES (?, ?)').run(key, Buffer.from(last, 'utf16le'));
  db.prepare("INSERT INTO article_search (rowid, headline, body) VALUES (?, '', ?)").run(
    searchRow,
    last,
  );
  let chainSha256 = sha256(article.id);
  for (const [index, text] of texts.entries()) {
    const revision = index + 1;
    const keyframe = keyframes[index] ?? revision;
    const plain = payload(text);
    const dictionary = payload(texts[keyframe - 1] ?? '');
    chainSha256 = createHash('sha256')
      .update(chainSha256)
      .update(sha256(plain))
      .update(JSON.stringify([revision, 'سلمى', savedAt]))
      .digest();
    db.prepare(
      `INSERT INTO revisions VALUES (:key, :revision, :savedAt, 'سلمى', '', :words, :keyframe, :contentSha256,
         :chainSha256, :payload)`,
    ).run({
      key,
      revision,
      savedAt,
      words: countWords(text),
      keyframe,
      chainSha256,
      contentSha256: sha256(plain),
      payload: zstdCompressSync(plain, keyframe === revision ? {} : { dictionary }),
    });
  }
}

function documentJson(text: string): string {
  return JSON.stringify(paragraphs(text));
}

function payload(text: string): Buffer {
  const fields = JSON.stringify(emptyArticleFields);
  return Buffer.from(`{"fields":${fields},"document":${documentJson(text)}}`);
}

test('keeps every revision of a library of the first form, and the chain goes on', async () => {
  const { path, texts } = firstLibrary();
  const library = makeLibrary(path);
  const documents = () =>
    texts.map((_, index) => readRevision(library, { id, revision: index + 1 }).document);
  expect(documents()).toEqual(texts.map((text) => paragraphs(text)));
  expect(await checkLibrary(library)).toEqual({
    ok: true,
    articles: 2,
    revisions: 5,
    problems: [],
  });

  for (const revision of [4, 5]) {
    const document = paragraphs(`عادت القافلة ${revision}`);
    saveArticle(library, { id, baseRevision: revision, document });
  }
  expect(documents()).toEqual(texts.map((text) => paragraphs(text)));
  expect(openArticle(library, id).document).toEqual(paragraphs('عادت القافلة 5'));
  expect(readRevision(library, { id, revision: 5 }).document).toEqual(paragraphs('عادت القافلة 4'));
  expect(await checkLibrary(library)).toMatchObject({ ok: true, revisions: 7 });
});

test('indexes every article of a library of the first form again, and a beginning of four letters finds', () => {
  const { path } = firstLibrary();
  const library = makeLibrary(path);
  const find = (query: string, trash = false) =>
    listPage(library, { query, trash, cursor: null, limit: 5 }).items.map((item) => item.id);
  expect([find('القا*'), find('القافلة'), find('مسودة', true)]).toEqual([[id], [id], [trashed]]);
});

test('what hangs on an article still goes with it', () => {
  const { path } = firstLibrary();
  const library = makeLibrary(path);
  trashArticle(library, id);
  destroyArticle(library, id);
  destroyArticle(library, trashed);
  expect(library.db.prepare('SELECT count(*) FROM revisions').pluck().get()).toBe(0);
});
