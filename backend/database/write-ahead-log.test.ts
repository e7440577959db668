import { expect, test } from 'vitest';
import { makeLibrary, paragraphs } from '../library.fixture.ts';
import { createArticle } from '../services/articles.ts';
import { writeBackWhenLong } from './write-ahead-log.ts';

test('writes a long log back into the file, and leaves a short one', () => {
  const library = makeLibrary();
  const { db } = library;
  const pagesWaiting = () => {
    const [state] = db.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[];
    return state === undefined ? 0 : state.log - state.checkpointed;
  };
  createArticle(library, { fields: {}, document: paragraphs('نص') });
  const short = pagesWaiting();
  expect(short).toBeGreaterThan(0);
  writeBackWhenLong(db);
  expect(pagesWaiting()).toBe(short);
  createArticle(library, { fields: {}, document: paragraphs('كلمة '.repeat(250_000)) });
  db.pragma('wal_autocheckpoint = 0');
  createArticle(library, { fields: {}, document: paragraphs('كلمة '.repeat(250_000)) });
  expect(pagesWaiting()).toBeGreaterThan(400);
  writeBackWhenLong(db);
  expect(pagesWaiting()).toBe(0);
});
