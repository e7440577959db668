import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  cli,
  cliAsOrdinaryUser,
  cliJson,
  folder,
  importBoth,
  market,
  oneLine,
  setUpDesk,
} from './desk.fixture.ts';

setUpDesk();

test('writes every article under its own safe name and never over another', async () => {
  await importBoth();
  await cli('import', 'سوق.txt', '--again');
  const run = await cli('export', '--all', '--format', 'html', '--out', 'ناتج/صفحات');
  expect(run.code).toBe(0);
  const names = readdirSync(join(folder, 'ناتج/صفحات'));
  expect(names).toHaveLength(3);
  expect(names.filter((name) => name.endsWith(' (2).html'))).toHaveLength(1);
  expect(run.out.trimEnd().split('\n').toSorted()).toEqual(
    names.map((name) => join(folder, 'ناتج/صفحات', name)).toSorted(),
  );
  await cli('export', '--all', '--format', 'html', '--out', 'ناتج/صفحات');
  expect(readdirSync(join(folder, 'ناتج/صفحات'))).toHaveLength(6);
});

test('writes one article to standard output, bare or as JSON', async () => {
  const { bridgeId } = await importBoth();
  const run = await cli('export', bridgeId, '--format', 'markdown', '--out', '-');
  expect([run.code, run.err]).toEqual([0, '']);
  expect(run.out).toContain('مديرية الطرق');
  expect(
    await cliJson('export', bridgeId, '--format', 'html-fragment', '--out', '-'),
  ).toMatchObject({ id: bridgeId, mediaType: expect.stringContaining('html') as string });
  expect(readdirSync(folder).filter((name) => name.endsWith('.md'))).toEqual([]);
});

test('gives one JSON document', async () => {
  const { marketId, bridgeId } = await importBoth();
  const result = await cliJson<{ exported: { id: string; file: string }[] }>(
    'export',
    marketId,
    bridgeId,
    '--format',
    'markdown',
    '--out',
    'ناتج',
  );
  expect(result).toMatchObject({ failed: [], interrupted: false, left: 0 });
  expect(result.exported.map(({ id }) => id)).toEqual([marketId, bridgeId]);
  for (const { file } of result.exported) expect(readFileSync(file, 'utf8')).toMatch(/^---\n/);
});

test('a wrong id among good ones writes nothing', async () => {
  const { marketId } = await importBoth();
  const run = await cli('export', marketId, '00000000', '--format', 'html', '--out', 'ناتج');
  expect(run.code).toBe(1);
  expect(run.err).toMatch(oneLine);
  expect(existsSync(join(folder, 'ناتج'))).toBe(false);
});

test('a folder that is a file is said', async () => {
  await importBoth();
  const run = await cli('export', '--all', '--format', 'html', '--out', 'سوق.txt');
  expect([run.code, run.out]).toEqual([2, '']);
  expect(run.err).toMatch(oneLine);
  expect(readFileSync(join(folder, 'سوق.txt'), 'utf8')).toBe(market);
});

// Windows has no permission bits that a test could take away.
test.skipIf(process.platform === 'win32')(
  'a folder that may not be written fails each article by name',
  async () => {
    await importBoth();
    mkdirSync(join(folder, 'ناتج'));
    chmodSync(join(folder, 'ناتج'), 0o555);
    const run = await cliAsOrdinaryUser('export', '--all', '--format', 'html', '--out', 'ناتج');
    expect(run.code).toBe(1);
    expect(run.err.match(/cannot be written/g)).toHaveLength(2);
  },
);
