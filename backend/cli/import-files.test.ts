import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  bridge,
  cli,
  cliWith,
  folder,
  importBoth,
  list,
  market,
  marketHeadline,
  noTrace,
  oneLine,
  setUpDesk,
  write,
} from './desk.fixture.ts';
import { runCli } from './main.ts';

setUpDesk();

test('brings in a text with its headline, paragraphs and day of publication', async () => {
  const run = await cli('import', 'سوق.txt', '--published', '2026-01-28');
  expect([run.code, run.err]).toEqual([0, '']);
  expect(run.out).toContain(marketHeadline);
  const { total, articles } = await list();
  expect([total, articles[0]?.headline, articles[0]?.publishedOn]).toEqual([
    1,
    marketHeadline,
    '2026-01-28',
  ]);
  const shown = await cli('show', articles[0]?.id ?? '');
  expect(shown.out).toContain('وقال رئيس البلدية إن السوق يضم اليوم أربعين محلًا');
  expect(shown.out.startsWith(`${marketHeadline}\n`)).toBe(true);
});

test('brings in a folder, names what fails, and does the rest', async () => {
  write('وارد/1.txt', market);
  write('وارد/2.txt', '');
  write(
    'وارد/3.txt',
    Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256),
  );
  write('وارد/4/5.txt', bridge);
  write('وارد/.خفي.txt', 'نص مخفي');
  const run = await cli('import', 'وارد', 'لا يوجد.txt');
  expect(run.code).toBe(1);
  expect(run.out.trim().split('\n')).toHaveLength(2);
  expect(run.err).toContain(`muharrir: ${join('وارد', '2.txt')}: the file is empty`);
  expect(run.err).toContain(`muharrir: ${join('وارد', '3.txt')}: it is not a text`);
  expect(run.err).toContain('muharrir: لا يوجد.txt: there is no such file');
  expect(run.err).toContain('imported 2, failed 3\n');
  expect(run.err).toContain(`[4/4] ${join('وارد', '4', '5.txt')}\n`);
  expect(run.err).not.toMatch(noTrace);
  expect((await list()).total).toBe(2);
});

test('says of the same bytes that they are here, and which article they are', async () => {
  const { marketId } = await importBoth();
  write('نسخة.txt', market);
  const run = await cli('import', 'نسخة.txt');
  expect(run.code).toBe(0);
  expect(run.out).toMatch(new RegExp(`^already here  ${marketId}  ${marketHeadline}  \\(نسخة.txt`));
  expect((await list()).total).toBe(2);
  expect((await cli('import', 'نسخة.txt', '--again')).out).toMatch(/^imported /);
  expect((await list()).total).toBe(3);
});

test('gives one JSON document of the documented shape', async () => {
  write('فارغ.txt', '');
  const run = await cli('import', 'سوق.txt', 'سوق.txt', 'فارغ.txt', '--json');
  const result = JSON.parse(run.out) as Record<string, unknown>;
  expect(run.code).toBe(1);
  expect(result).toEqual({
    imported: [
      {
        file: 'سوق.txt',
        articleId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        headline: marketHeadline,
        removed: 0,
        joined: 0,
        proposed: expect.any(Number) as number,
      },
    ],
    duplicates: [],
    failed: [
      {
        file: 'فارغ.txt',
        code: 'FILE_EMPTY',
        message: 'the file is empty; there is nothing to import',
      },
    ],
    interrupted: false,
    left: 0,
  });
});

test('stops between two files at Ctrl+C, with what was done kept and told', async () => {
  const stop = new AbortController();
  for (let index = 0; index < 20; index += 1)
    write(`د/${index}.txt`, `${market}\nالعدد ${index}.\n`);
  let out = '';
  let err = '';
  const code = await runCli(['import', 'د'], {
    stdout: {
      write: (text, done) => {
        out += text;
        if (out.split('\n').length > 3) stop.abort();
        done();
      },
    },
    stderr: {
      write: (text, done) => {
        err += text;
        done();
      },
    },
    env: { MUHARRIR_LIBRARY: 'a.muharrir' },
    cwd: () => folder,
    signal: stop.signal,
  });
  expect(code).toBe(130);
  expect(err).toContain('imported 3, stopped, not reached 17\n');
  expect((await list()).total).toBe(3);
});

test('draws its progress on a terminal only, and wipes it', async () => {
  write('وارد/1.txt', market);
  write('وارد/2.txt', bridge);
  const run = await cliWith({ isTTY: true }, 'import', 'وارد');
  expect(run.err).toContain(`\r\u001b[K[1/2] ${join('وارد', '1.txt')}`);
  expect(run.err.endsWith('\r\u001b[Kimported 2\n')).toBe(true);
});

test('a name full of control characters cannot steer the terminal', async () => {
  const name = process.platform === 'win32' ? 'x.txt' : write('a\u001b[2Jb\nc.txt', '');
  const run = await cli('import', name);
  expect(run.err).toMatch(oneLine);
  expect(run.err).not.toContain('\u001b');
});

test('with nothing to import no library is made', async () => {
  for (const argv of [
    ['import'],
    ['import', 'لا.txt'],
    ['import', 'سوق.txt', '--published', '2026-13-01'],
  ]) {
    const run = await cli(...argv);
    expect(run.code).toBe(argv[1] === 'لا.txt' ? 1 : 2);
    expect(run.err).toMatch(oneLine);
  }
  expect(existsSync(join(folder, 'a.muharrir'))).toBe(false);
});
