import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../open-library.ts';
import {
  childEnvironment,
  cli,
  cliAsOrdinaryUser,
  cliJson,
  cliWith,
  entry,
  folder,
  importBoth,
  list,
  market,
  noTrace,
  oneLine,
  setUpDesk,
  startProcess,
  write,
} from './desk.fixture.ts';

setUpDesk();

describe('the library', () => {
  test('check passes a sound one and finds a broken one', async () => {
    await importBoth();
    expect(await cli('check')).toEqual({
      code: 0,
      out: 'everything is in order: articles 2, revisions 2\n',
      err: '',
    });
    const library = openLibrary({ path: join(folder, 'a.muharrir'), door: 'cli' });
    const { name } = library.db
      .prepare(
        `SELECT m.name AS name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND m.name LIKE '%document%' AND c.name = 'sha256' LIMIT 1`,
      )
      .get() as { name: string };
    library.db.prepare(`UPDATE ${name} SET sha256 = zeroblob(32)`).run();
    library.close();
    const run = await cli('check');
    expect(run.code).toBe(4);
    expect(run.err).toMatch(oneLine);
    expect(await cliJson('check')).toMatchObject({ ok: false, articles: 2 });
  });

  test('one that is not there is not made by reading', async () => {
    for (const argv of [
      ['list'],
      ['check'],
      ['show', '00000000'],
      ['export', '--all', '--format', 'html', '--out', 'x'],
    ]) {
      const run = await cli(...argv, '--library', 'غائبة.muharrir');
      expect([run.code, run.out]).toEqual([3, '']);
      expect(run.err).toMatch(oneLine);
      expect(run.err).toContain('غائبة.muharrir');
    }
    expect(existsSync(join(folder, 'غائبة.muharrir'))).toBe(false);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test('one that is open elsewhere is said, with who has it', async () => {
    await importBoth();
    const page = join(folder, 'page');
    mkdirSync(page);
    writeFileSync(join(page, 'index.html'), '<!doctype html>');
    const holder = startProcess(['serve', '--json'], { RENDERER_DIR: page });
    await holder.firstOutput;
    const run = await cli('import', 'سوق.txt', '--again');
    holder.child.kill('SIGINT');
    const ended = await holder.ended;
    expect([run.code, run.out]).toEqual([3, '']);
    expect(run.err).toMatch(oneLine);
    expect(run.err).toContain(`browser door (process ${holder.child.pid})`);
    expect(ended.code).toBe(0);
    expect((await list()).total).toBe(2);
  });

  // Windows has no permission bits that a test could take away.
  test.skipIf(process.platform === 'win32')(
    'one that cannot be written is read as a copy, said so, and never written',
    async () => {
      const { bridgeId } = await importBoth();
      chmodSync(join(folder, 'a.muharrir'), 0o444);
      const listed = await cliAsOrdinaryUser('list');
      expect([listed.code, listed.out.split('\n')[0]?.split('\t')[0]]).toEqual([0, bridgeId]);
      expect(listed.err).toContain('a copy of it is read instead');
      const run = await cliAsOrdinaryUser('import', 'سوق.txt', '--again');
      expect([run.code, run.out]).toEqual([3, '']);
      expect(run.err).toMatch(oneLine);
      expect((await list()).total).toBe(2);
    },
  );

  test('a file that is none is refused and left as it is', async () => {
    const run = await cli('list', '--library', 'سوق.txt');
    expect([run.code, run.out]).toEqual([3, '']);
    expect(run.err).toMatch(oneLine);
    expect(run.err).toContain('سوق.txt');
    expect(readFileSync(join(folder, 'سوق.txt'), 'utf8')).toBe(market);
    expect(readdirSync(folder).toSorted()).toEqual(['جسر.txt', 'سوق.txt']);
  });
});

describe('serve', () => {
  test('opens the door, says where, and closes in good order at Ctrl+C', async () => {
    const page = join(folder, 'page');
    mkdirSync(page);
    writeFileSync(join(page, 'index.html'), '<!doctype html>');
    const door = startProcess(['serve', '--json'], { RENDERER_DIR: page });
    const { url, library } = JSON.parse(await door.firstOutput) as { url: string; library: string };
    const answer = await fetch(url, { redirect: 'manual' });
    door.child.kill('SIGINT');
    const { code, err } = await door.ended;
    expect([answer.status, code, library]).toEqual([303, 0, join(folder, 'a.muharrir')]);
    expect(err).not.toMatch(noTrace);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  test('without a built page, or with a taken port, is one line', async () => {
    const unbuilt = await cliWith({ rendererDir: folder }, 'serve');
    expect([unbuilt.code, unbuilt.out]).toEqual([1, '']);
    expect(unbuilt.err).toMatch(oneLine);
  });
});

describe('words', () => {
  test('help and version go to standard output, in the reader’s language', async () => {
    expect((await cli('help')).out).toContain('Exit codes');
    expect((await cliWith({ env: { LANG: 'ar_SY.UTF-8' } }, 'help', 'import')).out).toContain(
      'يستورد نصوصًا',
    );
    expect((await cli('export', '--help', '--lang', 'ar')).out).toContain('يكتب ملفًا لكل مقال');
    expect((await cli('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await cliJson('--version')).toEqual({ version: (await cli('--version')).out.trim() });
  });

  test('a wrong word is one line in the reader’s language, and JSON where asked for', async () => {
    expect(await cli('imprt')).toEqual({
      code: 2,
      out: '',
      err: 'muharrir: imprt: there is no such command; see "muharrir help"\n',
    });
    expect((await cli('imprt', '--lang', 'ar')).err).toContain('لا أمر بهذا الاسم');
    const run = await cli('list', '--limit', 'x', '--json');
    expect(JSON.parse(run.out)).toEqual({
      error: {
        code: 'USAGE',
        message: '--limit: "x" is not a number from 1 to 1000000',
        details: {},
      },
    });
  });
});

describe('as a process', () => {
  test('a reader that goes away is no error', async () => {
    await importBoth();
    const { code, err } = await new Promise<{ code: number | null; err: string }>((resolve) => {
      const { child, ended } = startProcess(['help']);
      child.stdout.destroy();
      void ended.then(resolve);
    });
    expect([code, err]).toEqual([0, '']);
  });

  // /dev/full is the disk that is always full; only Linux has it.
  test.skipIf(!existsSync('/dev/full'))(
    'a full disk under standard output is (needs /dev/full)',
    async () => {
      const { code, err } = await new Promise<{ code: number; err: string }>((resolve) => {
        execFile(
          '/bin/sh',
          ['-c', '"$0" "$@" > /dev/full', process.execPath, entry, 'help'],
          { cwd: folder, env: childEnvironment() },
          (error, _out, stderr) => resolve({ code: Number(error?.code ?? 0), err: stderr }),
        );
      });
      expect(code).toBe(1);
      expect(err).toMatch(oneLine);
    },
  );

  test('Ctrl+C ends an import in good order', async () => {
    for (let index = 0; index < 400; index += 1)
      write(`د/${index}.txt`, `${market}\nالعدد ${index}.\n`);
    const run = startProcess(['import', 'د']);
    await run.firstOutput;
    run.child.kill('SIGINT');
    const { code, out, err } = await run.ended;
    const done = out.trimEnd().split('\n').length;
    expect(code).toBe(130);
    expect(err).toContain(`imported ${done}, stopped, not reached ${400 - done}\n`);
    expect(err).not.toMatch(noTrace);
    expect((await list('--limit', '1')).total).toBe(done);
  });
});
