import { readFileSync } from 'node:fs';
import { isDefinedError, safe } from '@orpc/client';
import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeLibrary, paragraphs } from '../library.fixture.ts';
import { programVersion } from '../version.ts';
import { createRouter } from './create-router.ts';
import { toContractError } from './map-errors.ts';

const packageVersion = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  }
).version;

function codeOfSqlite(code: string): string {
  return toContractError(new Database.SqliteError('خبر سري', code)).code;
}

async function failure(call: Promise<unknown>) {
  const { error } = await safe(call);
  if (!(error instanceof Error) || !('code' in error)) throw new Error('no error');
  return {
    code: error.code,
    details: 'data' in error ? error.data : undefined,
    defined: isDefinedError(error),
  };
}

test('does every step of an article’s life by the contract', async () => {
  const library = makeLibrary();
  const client = createRouterClient(createRouter(library));
  const { article } = await client.articles.create({ fields: { headline: ' عنوان\n' } });
  expect(article.headline).toBe('عنوان');
  await client.articles.save({ id: article.id, baseRevision: 1, document: paragraphs('نص قصير') });
  expect((await client.articles.list({ query: 'قصير' })).items.map(({ id }) => id)).toEqual([
    article.id,
  ]);
  expect((await client.articles.revisions({ id: article.id })).items.length).toBe(2);
  expect((await client.exports.render({ id: article.id, format: 'html' })).text).toContain(
    'نص قصير',
  );
  const markdown = await client.exports.render({ id: article.id, format: 'markdown' });
  expect([markdown.fileName, markdown.mediaType]).toEqual(['عنوان.md', 'text/markdown']);
  expect(
    (await client.exports.render({ id: article.id, format: 'html-fragment' })).text,
  ).not.toContain('<html');
  await client.articles.trash({ id: article.id });
  expect(await client.library.status()).toEqual({
    path: library.path,
    readOnlyOriginal: null,
    articles: 0,
    trashed: 1,
    version: packageVersion,
  });
  await client.articles.destroy({ id: article.id });
  expect(await client.library.check()).toMatchObject({ ok: true, articles: 0 });
});

test('answers failures with the contract’s errors', async () => {
  const library = makeLibrary();
  const client = createRouterClient(createRouter(library));
  const { article } = await client.articles.create({});
  const { id } = article;
  expect(await failure(client.articles.save({ id, baseRevision: 7 }))).toEqual({
    code: 'CONFLICT',
    details: { revision: 1 },
    defined: true,
  });
  expect(await failure(client.articles.open({ id: library.newId() }))).toMatchObject({
    code: 'NOT_FOUND',
    defined: true,
  });
  expect(await failure(client.articles.open({ id: 'x' }))).toEqual({
    code: 'INVALID_INPUT',
    details: { field: 'id' },
    defined: true,
  });
  expect(await failure(client.articles.list({ cursor: 'x' }))).toMatchObject({
    code: 'INVALID_INPUT',
  });
});

test('says DISK_FULL when the disk is full, and has then written nothing', async () => {
  const library = makeLibrary();
  const client = createRouterClient(createRouter(library));
  const { article } = await client.articles.create({ document: paragraphs('نص') });
  library.db.pragma(
    `max_page_count = ${String(library.db.pragma('page_count', { simple: true }))}`,
  );
  const big = paragraphs('كلمة '.repeat(50_000));
  expect(
    await failure(client.articles.save({ id: article.id, baseRevision: 1, document: big })),
  ).toEqual({ code: 'DISK_FULL', details: {}, defined: true });
  expect((await client.articles.open({ id: article.id })).article.revision).toBe(1);
  library.db.pragma('max_page_count = 1000000');
  const saved = await client.articles.save({ id: article.id, baseRevision: 1, document: big });
  expect(saved.article.revision).toBe(2);
});

test('tells nothing of an unforeseen error but its name and code', () => {
  const secret = Object.assign(new TypeError('/home/salma/خبر سري'), { code: 'E_X' });
  expect(toContractError(secret)).toMatchObject({
    code: 'INTERNAL',
    data: { reason: 'TypeError E_X' },
  });
  expect(toContractError('نص')).toMatchObject({ code: 'INTERNAL', data: { reason: 'string' } });
  expect(
    [
      'SQLITE_FULL',
      'SQLITE_CORRUPT_INDEX',
      'SQLITE_READONLY',
      'SQLITE_BUSY',
      'SQLITE_IOERR_READ',
      'SQLITE_RANGE',
    ].map(codeOfSqlite),
  ).toEqual([
    'DISK_FULL',
    'LIBRARY_DAMAGED',
    'READ_ONLY',
    'LIBRARY_IN_USE',
    'LIBRARY_UNREACHABLE',
    'INTERNAL',
  ]);
});

test('finishes running calls before it closes, and refuses those that come later', async () => {
  const library = makeLibrary();
  const client = createRouterClient(createRouter(library));
  await client.articles.create({ document: paragraphs('نص') });
  const running = client.library.check();
  // The check is under way when a later call is answered.
  await client.settings.get();
  const closed = library.shutdown();
  expect(await failure(client.articles.list({}))).toEqual({
    code: 'CLOSING',
    details: {},
    defined: true,
  });
  expect(library.db.open).toBe(true);
  expect(await running).toMatchObject({ ok: true });
  await closed;
  expect(library.db.open).toBe(false);
});

test('has the version of the package', () => {
  expect(programVersion).toBe(packageVersion);
});
