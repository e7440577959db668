import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../open-library.ts';
import {
  bridgeHeadline,
  cli,
  cliJson,
  folder,
  importBoth,
  list,
  market,
  marketHeadline,
  oneLine,
  setUpDesk,
  write,
} from './desk.fixture.ts';

setUpDesk();

test('lists newest first, searches, limits and pages', async () => {
  const { marketId, bridgeId } = await importBoth();
  const all = await cli('list');
  const rows = all.out
    .trimEnd()
    .split('\n')
    .map((row) => row.split('\t'));
  expect(rows.map((row) => [row[0], row[4]])).toEqual([
    [bridgeId, bridgeHeadline],
    [marketId, marketHeadline],
  ]);
  expect(rows[0]?.[1]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  expect((await list('--query', 'الترميم')).articles.map((article) => article.id)).toEqual([]);
  expect((await list('--query', 'ترميم')).articles.map((article) => article.id)).toEqual([
    marketId,
  ]);
  const one = await cli('list', '--limit', '1');
  expect([one.out.trimEnd().split('\n').length, one.err]).toEqual([
    1,
    '1 of 2; --limit shows more\n',
  ]);
  expect(await cli('list', '--trash')).toEqual({ code: 0, out: '', err: 'nothing found\n' });
});

test('pages through more than a page', async () => {
  const library = openLibrary({ path: join(folder, 'a.muharrir'), door: 'cli' });
  library.close();
  for (let index = 0; index < 230; index += 1)
    write(`د/${index}.txt`, `${market}\nالعدد رقم ${index} من النشرة.\n`);
  await cli('import', 'د');
  const { total, articles } = await list('--limit', '220');
  expect([total, articles.length, new Set(articles.map(({ id }) => id)).size]).toEqual([
    230, 220, 220,
  ]);
});

test('shows an article by the beginning of its id, in each format', async () => {
  const { marketId } = await importBoth();
  expect((await cli('show', marketId)).out).toContain('استمرت سبعة أشهر');
  expect((await cli('show', marketId, '--format', 'markdown')).out).toContain(marketHeadline);
  expect((await cli('show', marketId, '--format', 'html')).out).toMatch(/^<!doctype html>/i);
  const json = await cliJson<{ article: { id: string }; text: string }>('show', marketId);
  expect([json.article.id, json.text.includes('أربعين محلًا')]).toEqual([marketId, true]);
  expect(await cliJson('show', marketId.slice(0, 35))).toMatchObject({
    article: { id: marketId },
  });
});

test('an id that is not there, or begins two, is one line', async () => {
  const { marketId } = await importBoth();
  const missing = await cli('show', '00000000-0000-7000-8000-000000000000');
  expect([missing.code, missing.out]).toEqual([1, '']);
  expect(missing.err).toMatch(oneLine);
  expect((await cli('show', '00000000')).code).toBe(1);
  const ambiguous = await cli('show', marketId.slice(0, 8));
  expect([ambiguous.code, ambiguous.out]).toEqual([2, '']);
  expect(ambiguous.err).toMatch(oneLine);
  expect(ambiguous.err).toContain(marketId);
});
