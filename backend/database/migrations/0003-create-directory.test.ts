import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeFolder, makeLibrary, paragraphs } from '../../library.fixture.ts';
import { createArticle, openArticle, saveArticle } from '../../services/articles.ts';
import { checkLibrary } from '../../services/check-library.ts';
import { migrate } from '../migrate.ts';
import { applicationId } from '../sqlite-file.ts';
import { migrations } from './migrations.ts';

const now = () => new Date('2026-02-01T10:00:00Z');
const id = '019c1a2b-0000-7000-8000-000000000001';
const name = '019c1a2b-0000-7000-8000-000000000002';

test('names confirmed before there was a directory stay, and point to it once they are saved again', async () => {
  const path = join(makeFolder(), 'desk.muharrir');
  const db = new Database(path);
  db.pragma(`application_id = ${applicationId}`);
  migrate(db, migrations.slice(0, 2), now);
  db.prepare(
    `INSERT INTO articles (key, id, headline, kicker, deck, slug, bylines, dateline_place, dateline_date, desk, language,
       tags, published_on, status, created_at, updated_at, deleted_at, revision, word_count, opening, change_sequence)
     VALUES (1, ?, 'عنوان', '', '', '', '[]', '', NULL, '', 'ar', '[]', NULL, 'draft', ?, ?, NULL, 1, 0, '', 1)`,
  ).run(id, now().toISOString(), now().toISOString());
  const value = { kind: 'name', name: 'أمل القاسم', nameKind: 'person', role: '', note: '' };
  db.prepare("INSERT INTO annotations VALUES (1, ?, 'name', ?, 'accepted', 'editor')").run(
    name,
    JSON.stringify(value),
  );
  db.close();

  const library = makeLibrary(path);
  const rows = library.db.prepare('SELECT id, value, entity_key FROM annotations').all();
  expect(rows).toEqual([{ id: name, value: JSON.stringify(value), entity_key: null }]);
  expect(library.db.prepare('SELECT count(*) FROM entities').pluck().get()).toBe(0);

  const { article } = createArticle(library, { fields: {}, document: paragraphs('نص') });
  expect(openArticle(library, article.id).rejected).toEqual([]);
  const record = {
    id: name,
    value: { ...value, kind: 'name', nameKind: 'person' },
    origin: 'editor',
  } as const;
  const saved = saveArticle(library, {
    id: article.id,
    baseRevision: 1,
    records: [{ ...record, state: 'accepted' }],
  });
  expect(saved.annotations[0]?.entityId).toMatch(/^[0-9a-f-]{36}$/);
  // The article made by hand above has no document and no revision; nothing else is wrong.
  const { problems } = await checkLibrary(library);
  expect(new Set(problems.map(({ articleId }) => articleId))).toEqual(new Set([id]));
});
