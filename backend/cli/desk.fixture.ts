import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { withoutPrivileges } from '../without-privileges.fixture.ts';
import { runCli } from './main.ts';

/** The folder of the running test, with two texts in it. */
export let folder: string;

/** Gives each test of a file a desk of its own: a folder, two texts and a library that is not there yet. */
export function setUpDesk(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'muharrir-cli-'));
    write('سوق.txt', market);
    write('جسر.txt', bridge);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
}

export const marketHeadline = 'بلدية الوادي تعيد افتتاح سوق الخضار بعد ترميمه';
export const market = `${marketHeadline}

أعادت بلدية الوادي صباح الأحد افتتاح سوق الخضار القديم بعد أعمال ترميم استمرت سبعة أشهر، وشملت السقف والأرضية وشبكة الإنارة.

وقال رئيس البلدية إن السوق يضم اليوم أربعين محلًا، وإن الإيجارات بقيت على حالها في السنة الأولى.
`;
export const bridgeHeadline = 'إغلاق جسر النهر أسبوعين لأعمال الصيانة';
export const bridge = `${bridgeHeadline}

تغلق مديرية الطرق جسر النهر أمام السيارات مدة أسبوعين ابتداء من الثلاثاء، على أن يبقى ممر المشاة مفتوحًا طوال مدة العمل.

ودعت المديرية السائقين إلى استعمال الطريق الجنوبي، ووعدت بإنهاء الأعمال قبل بدء العام الدراسي.
`;

/** Writes a file of the desk and gives its name back. */
export function write(name: string, content: string | Uint8Array): string {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
  return name;
}

export interface Run {
  code: number;
  out: string;
  err: string;
}

/** Runs a command in `folder` with its own library. */
export async function cli(...argv: string[]): Promise<Run> {
  return cliWith({}, ...argv);
}

export async function cliWith(
  io: { signal?: AbortSignal; isTTY?: boolean; env?: Record<string, string>; rendererDir?: string },
  ...argv: string[]
): Promise<Run> {
  const captured = { out: '', err: '' };
  const capture = (key: 'out' | 'err') => ({
    isTTY: io.isTTY,
    write: (text: string, done: () => void) => {
      captured[key] += text;
      done();
    },
  });
  const code = await runCli(argv, {
    stdout: capture('out'),
    stderr: capture('err'),
    env: { MUHARRIR_LIBRARY: 'a.muharrir', ...io.env },
    cwd: () => folder,
    signal: io.signal ?? new AbortController().signal,
    ...(io.rendererDir === undefined ? {} : { rendererDir: io.rendererDir }),
  });
  return { code, ...captured };
}

/** The JSON document that a command prints. */
export async function cliJson<T>(...argv: string[]): Promise<T> {
  return JSON.parse((await cli(...argv, '--json')).out) as T;
}

export interface Listed {
  total: number;
  articles: { id: string; headline: string; publishedOn: string | null; status: string }[];
}
export const list = (...argv: string[]) => cliJson<Listed>('list', ...argv);

/** Imports both texts in one command. */
export async function importBoth(): Promise<{ marketId: string; bridgeId: string }> {
  const { imported } = await cliJson<{ imported: { articleId: string }[] }>(
    'import',
    'سوق.txt',
    'جسر.txt',
  );
  return { marketId: imported[0]?.articleId ?? '', bridgeId: imported[1]?.articleId ?? '' };
}

/** Everything on standard error when one thing is wrong. */
export const oneLine = /^muharrir: [^\n]+\n$/;
export const noTrace = /\n\s+at |node:internal|\.ts:\d/;

export const entry = fileURLToPath(new URL('run.fixture.ts', import.meta.url));

export function childEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: folder,
    MUHARRIR_LIBRARY: join(folder, 'a.muharrir'),
    ...more,
  };
}

/** The same command line as a process of its own. */
export function startProcess(
  argv: string[],
  env: Record<string, string> = {},
  prepare: typeof withoutPrivileges = (command, args) => [command, [...args]],
) {
  const child = spawn(...prepare(process.execPath, [entry, ...argv]), {
    cwd: folder,
    env: childEnvironment(env),
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
  });
  const ended = new Promise<Run & { code: number }>((resolve) => {
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
  const firstOutput = new Promise<string>((resolve, reject) => {
    child.stdout.once('data', () => setImmediate(() => resolve(out)));
    child.on('close', () => reject(new Error(`ended without output: ${err}`)));
  });
  firstOutput.catch(() => {});
  return { child, ended, firstOutput };
}

/** The command line as somebody whom file permissions bind. */
export async function cliAsOrdinaryUser(...argv: string[]): Promise<Run> {
  return startProcess(argv, {}, withoutPrivileges).ended;
}
