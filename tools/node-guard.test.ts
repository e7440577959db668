import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'node-guard-'));
  await mkdir(join(folder, 'tools'));
  await cp(new URL('node-guard.mjs', import.meta.url), join(folder, 'tools', 'node-guard.mjs'));
  await writeFile(
    join(folder, 'tools', 'entry.mjs'),
    `import { underNode24 } from './node-guard.mjs';
     underNode24(import.meta.url, async () => {
       if (process.argv[2] === 'fail') throw new Error('no library\\nsecond line');
       console.log('ran', ...process.argv.slice(2));
     });`,
  );
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs the entry as if Node were of that version. */
async function run(version: string, ...args: string[]) {
  const preload = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;
  const command = ['--import', preload, join(folder, 'tools', 'entry.mjs'), ...args];
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command, {
      env: { ...process.env, MUHARRIR_NODE_GUARD: undefined },
      timeout: 30_000,
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

test('runs under a new enough Node', async () => {
  expect(await run('24.1.0', 'a', 'b')).toEqual({ code: 0, stdout: 'ran a b\n', stderr: '' });
});

test('says in Arabic and English what is wrong where there is no newer Node, without a trace', async () => {
  const { code, stdout, stderr } = await run('20.20.2');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^محرّر يحتاج إلى Node 24[^\n]*\nMuharrir needs Node 24 or newer[^\n]*\n$/);
});

// The stand-in program is a shell script.
test.skipIf(process.platform === 'win32')(
  'starts again under the Node that npm has installed',
  async () => {
    const name = `node-${process.platform}-${process.arch}`;
    const bin = join(folder, 'node_modules', name, 'bin');
    await mkdir(bin, { recursive: true });
    await writeFile(
      join(bin, 'node'),
      `#!/bin/sh\necho "new node: $(basename "$1") $2"; exit 3\n`,
      { mode: 0o755 },
    );
    expect(await run('20.20.2', 'list')).toMatchObject({
      code: 3,
      stdout: 'new node: entry.mjs list\n',
    });
  },
);

test('shows one line of what went wrong', async () => {
  expect(await run('24.1.0', 'fail')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'no library\n',
  });
});

test.each(['start.mjs', 'test.mjs', '../bin/muharrir.mjs'])(
  '%s keeps to the guard before anything else',
  async (file) => {
    const text = await readFile(new URL(file, import.meta.url), 'utf8');
    expect(text.match(/^import .*$/gm)).toHaveLength(1);
    expect(text).toContain('underNode24(import.meta.url');
  },
);
