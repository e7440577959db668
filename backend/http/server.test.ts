import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../core/content-security-policy.ts';
import type { Contract } from '../../core/contract.ts';
import { openLibrary } from '../open-library.ts';
import { bodyLimit } from './request-guard.ts';
import { startLoopbackServer } from './server.ts';
import type { LoopbackServer } from './server.ts';

let folder: string;
let server: LoopbackServer;
let origin: string;
let token: string;
let cookie: string;
let key: string;
const libraryPath = () => join(folder, 'library.muharrir');
const rendererDir = () => join(folder, 'page');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muharrir-door-'));
  mkdirSync(join(rendererDir(), 'assets'), { recursive: true });
  writeFileSync(join(rendererDir(), 'index.html'), '<!doctype html><title>محرّر</title>');
  writeFileSync(join(rendererDir(), 'assets', 'index-AbC1.js'), 'export {};');
  writeFileSync(join(rendererDir(), 'assets', 'index-AbC1.js.map'), '{}');
  writeFileSync(join(rendererDir(), '.secret'), 'x');
  writeFileSync(join(folder, 'outside.html'), 'outside');
  server = await startLoopbackServer({
    libraryPath: libraryPath(),
    rendererDir: rendererDir(),
    door: 'browser',
  });
  const url = new URL(server.url);
  origin = url.origin;
  token = url.searchParams.get('token') ?? '';
  await enter();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A PNG of two by two pixels. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEUlEQVR4nGP4z8DA8B+MgBgAHfAD/dPQfSYAAAAASUVORK5CYII=';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request with exactly these headers; `Host` is the right one unless it is given. */
function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(origin);
    const request = httpRequest(
      { hostname, port, path, method, headers: { Host: host, ...headers }, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** As a browser does at the address: keeps the cookie, and the key out of the fragment. */
async function enter(): Promise<Answer> {
  const answer = await send('GET', `/?token=${token}`, { 'Sec-Fetch-Site': 'none' });
  cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  key = answer.headers.location?.replace('/#key=', '') ?? '';
  return answer;
}

const get = (path: string, headers: Record<string, string> = {}) =>
  send('GET', path, { Cookie: cookie, ...headers });

const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  send(
    'POST',
    path,
    {
      Cookie: cookie,
      'X-Muharrir-Key': key,
      Origin: origin,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      ...headers,
    },
    body,
  );

function facts({ headers }: Answer) {
  return [headers['content-type'], headers['cache-control']];
}

/** Sends bytes as they are and gives all that comes back until the door hangs up. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (part) => {
      answer += part.toString();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

function connectClient(): ContractRouterClient<Contract> {
  return createORPCClient(
    new RPCLink({
      url: `${origin}/api`,
      headers: { cookie, origin, 'sec-fetch-site': 'same-origin', 'x-muharrir-key': key },
    }),
  );
}

describe('the way in', () => {
  test('the address gives a strict cookie and a key, and sends on to a page without the token', async () => {
    const answer = await enter();
    expect([answer.status, answer.headers.location, answer.headers['set-cookie']]).toEqual([
      303,
      `/#key=${key}`,
      [`${cookie}; Path=/; HttpOnly; SameSite=Strict`],
    ]);
    const [name, secret = ''] = cookie.split('=');
    expect(name).toBe(`muharrir-${new URL(origin).port}`);
    for (const made of [token, secret, key])
      expect(Buffer.from(made, 'base64url')).toHaveLength(32);
    expect(new Set([token, secret, key]).size).toBe(3);
    const page = await get('/');
    expect([page.status, page.body]).toEqual([200, '<!doctype html><title>محرّر</title>']);
  });

  test('each start has its own token', async () => {
    await server.close();
    const first = server.url;
    server = await startLoopbackServer({
      libraryPath: libraryPath(),
      rendererDir: rendererDir(),
      port: Number(new URL(first).port),
      door: 'browser',
    });
    expect(new URL(server.url).origin).toBe(origin);
    expect(server.url).not.toBe(first);
    expect((await get('/')).status).toBe(401);
    expect((await get(`/?token=${token}`)).status).toBe(401);
  });

  test('what a listener on another port gets from the browser calls nothing', async () => {
    // Browsers send a host's cookies to all of its ports; the key they send nowhere.
    const secret = cookie.split('=')[1] ?? '';
    for (const stolen of [undefined, secret, token]) {
      const answer = await post('/api/articles/list', '{"json":{}}', {
        'X-Muharrir-Key': stolen ?? '',
      });
      expect(answer.status).toBe(401);
    }
    expect((await get(`/?token=${secret}`)).status).toBe(401);
    expect((await post('/api/articles/list', '{"json":{}}')).status).toBe(200);
  });

  test('a browser without the cookie gets a page in both languages that loads nothing', async () => {
    for (const path of ['/', '/?token=old']) {
      const answer = await send('GET', path, { Accept: 'text/html' });
      expect(answer.status).toBe(401);
      expect(answer.body).toContain('هذه الصفحة مقفلة');
      expect(answer.body).toContain('This page is locked');
      expect(answer.body).not.toMatch(/<script|<link|<img|https?:/);
      expect(answer.headers['content-security-policy']).not.toContain('unsafe');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test('the contract’s client works through the door, files, errors and all', async () => {
    const client = connectClient();
    const { article } = await client.articles.create({
      fields: { headline: 'افتتاح مكتبة البلدة' },
    });
    expect(await client.articles.list({ query: 'مكتبه' })).toMatchObject({
      total: 1,
      items: [{ id: article.id, headline: 'افتتاح مكتبة البلدة' }],
    });
    const bytes = Uint8Array.from(Buffer.from(picture, 'base64'));
    const { src } = await client.assets.put({
      file: new File([bytes], 'صورة.png', { type: 'image/png' }),
    });
    const file = await client.assets.get({ src });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    await expect(
      client.articles.save({ id: article.id, baseRevision: 7, fields: { headline: 'آخر' } }),
    ).rejects.toMatchObject({ defined: true, code: 'CONFLICT' });
  });
});

describe('every answer', () => {
  test('carries the safe headers and never a CORS one', async () => {
    const answers = await Promise.all([
      get('/'),
      get('/assets/index-AbC1.js'),
      get('/nothing.js'),
      send('GET', '/'),
      send('GET', `/?token=${token}`),
      send('OPTIONS', '/api/articles/list', {
        Origin: 'http://evil.example',
        'Access-Control-Request-Method': 'POST',
      }),
      post('/api/library/status', '{}'),
      post('/api/library/status', '{}', { Origin: 'http://evil.example' }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([
      200, 200, 404, 401, 303, 403, 200, 403,
    ]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-dns-prefetch-control': 'off',
      });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|http/);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
    }
    expect(answers[0].headers['content-security-policy']).toBe(contentSecurityPolicy);
  });

  test('files have their type, and only hashed ones are kept', async () => {
    const [page, script, head] = await Promise.all([
      get('/'),
      get('/assets/index-AbC1.js'),
      send('HEAD', '/', { Cookie: cookie }),
    ]);
    expect([facts(page), facts(script)]).toEqual([
      ['text/html; charset=utf-8', 'no-store'],
      ['text/javascript; charset=utf-8', 'private, max-age=31536000, immutable'],
    ]);
    expect([head.status, head.body, head.headers['content-length']]).toEqual([
      200,
      '',
      page.headers['content-length'],
    ]);
  });

  test.each([
    ['not JSON', '{"json":', {}],
    ['a form that is none', 'x', { 'Content-Type': 'multipart/form-data; boundary=b' }],
    ['a wrong shape', '{"json":{"id":7}}', {}],
    ['a polluted prototype', '{"json":{"__proto__":{"id":"x"}},"meta":[[1,"__proto__","id"]]}', {}],
  ])('to %s is an error without a trace of the inside', async (_name, body, headers) => {
    const answer = await post('/api/articles/open', body, headers);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toMatch(/\bat |node_modules|\.ts\b|file:|\/home|SqliteError|stack/);
    expect(Object.hasOwn(Object.prototype, 'id')).toBe(false);
  });
});

describe('attacks over the wire', () => {
  test('a rebound name, another origin, a foreign page: refused with the secret in hand', async () => {
    const answers = await Promise.all([
      get('/', { Host: 'evil.example' }),
      get(`/?token=${token}`, { Host: `localhost:${new URL(origin).port}` }),
      post('/api/library/status', '{}', { Host: 'evil.example', Origin: 'http://evil.example' }),
      post('/api/library/status', '{}', { Origin: 'null' }),
      post('/api/library/status', '{}', { 'Sec-Fetch-Site': 'cross-site' }),
      post('/api/library/status', '{}', { 'Sec-Fetch-Site': 'same-site' }),
      post('/api/library/status', '{}', { 'Content-Type': 'text/plain' }),
      post('/api/library/status', '{}', { Cookie: '' }),
      get('/api/library/status'),
      post('/', 'token=x'),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([
      403, 403, 403, 403, 403, 403, 415, 401, 405, 405,
    ]);
  });

  test('a refused call is told to the contract’s client by its code', async () => {
    const stranger: ContractRouterClient<Contract> = createORPCClient(
      new RPCLink({ url: `${origin}/api`, headers: { origin } }),
    );
    await expect(stranger.library.status()).rejects.toMatchObject({
      defined: true,
      code: 'UNAUTHORIZED',
    });
  });

  test('no other file of the disk is ever served', async () => {
    symlinkSync(join(folder, 'outside.html'), join(rendererDir(), 'link.html'));
    symlinkSync(folder, join(rendererDir(), 'up'));
    const paths = [
      '/../outside.html',
      '/assets/../../outside.html',
      '/%2e%2e/outside.html',
      '/..%2foutside.html',
      '/..%5coutside.html',
      '/%252e%252e/outside.html',
      '/link.html',
      '/up/outside.html',
      '/.secret',
      '/assets/index-AbC1.js.map',
      '/assets',
      '/library.muharrir',
      '//127.0.0.1/outside.html',
    ];
    const { host } = new URL(origin);
    const answers = await Promise.all(
      paths.map(async (path) => {
        const answer = await sendRaw(
          `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
        );
        return {
          path,
          refused: /^HTTP\/1\.1 40[04] [^]*"code":"(NOT_FOUND|INVALID_INPUT)"/.test(answer),
        };
      }),
    );
    expect(answers).toEqual(paths.map((path) => ({ path, refused: true })));
  });

  test('a link in the built page leads nowhere', async () => {
    await server.close();
    symlinkSync(join(folder, 'outside.html'), join(rendererDir(), 'link.html'));
    symlinkSync(folder, join(rendererDir(), 'up'));
    server = await startLoopbackServer({
      libraryPath: libraryPath(),
      rendererDir: rendererDir(),
      port: Number(new URL(origin).port),
      door: 'browser',
    });
    token = new URL(server.url).searchParams.get('token') ?? '';
    await enter();
    expect((await get('/')).status).toBe(200);
    expect((await get('/link.html')).status).toBe(404);
    expect((await get('/up/outside.html')).status).toBe(404);
  });

  test('a request that can be read in two ways reaches nothing', async () => {
    const { host } = new URL(origin);
    const call = (headers: string, body: string) =>
      sendRaw(
        `POST /api/library/status HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nX-Muharrir-Key: ${key}\r\n` +
          `Content-Type: application/json\r\n${headers}Connection: close\r\n\r\n${body}`,
      );
    const hidden = `POST /api/library/status HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\n\r\n`;
    const answers = await Promise.all([
      call('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${hidden}`),
      call('Transfer-Encoding: chunked\r\n', `2\r\n{}\r\n0\r\n\r\n${hidden}`),
      call('Transfer-Encoding: xchunked\r\n', hidden),
      call('Content-Length: 2\r\nContent-Length: 200\r\n', '{}'),
      call('Content-Length: 2\r\nHost: evil.example\r\n', '{}'),
      call('Content-Length: 2\r\nOrigin: http://evil.example\r\n', '{}'),
      call('Content-Length : 2\r\n', '{}'),
      call('X: a\r\n b\r\nContent-Length: 2\r\n', '{}'),
      call('Content-Length: +2\r\n', '{}'),
      call('Content-Length: 2\r\nExpect: 100-continue\r\n', '{}'),
      sendRaw(`GET http://${host}/ HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`),
      sendRaw(`GET / HTTP/1.1\r\nCookie: ${cookie}\r\n\r\n`),
      sendRaw(`GET / HTTP/1.0\r\n\r\n`),
      sendRaw('\u0016\u0003\u0001'),
    ]);
    // One answer each, and no good one.
    expect(answers.map((answer) => answer.match(/HTTP\/1\.1 \d/g))).toEqual(
      answers.map(() => ['HTTP/1.1 4']),
    );
  });

  test('too much is refused: headers, address, body', async () => {
    const { host } = new URL(origin);
    expect(
      await sendRaw(`GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 431 /);
    expect((await get(`/?x=${'a'.repeat(4000)}`)).status).toBe(414);
    const large = await post('/api/imports/create', Buffer.alloc(bodyLimit + 1), {
      'Content-Type': 'multipart/form-data; boundary=b',
    });
    expect([large.status, JSON.parse(large.body)]).toEqual([
      413,
      {
        json: {
          defined: true,
          code: 'FILE_TOO_LARGE',
          status: 413,
          message: 'FILE_TOO_LARGE',
          data: { limit: bodyLimit },
        },
      },
    ]);
    // A stranger's large body is not even waited for.
    const head = `POST /api/imports/create HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nContent-Length: ${bodyLimit}\r\n\r\n`;
    expect(await sendRaw(head)).toMatch(/^HTTP\/1\.1 401 /);
  });

  test('no other address of this machine answers', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address))
      .filter((address) => address !== '127.0.0.1' && !address.includes('%'));
    const port = Number(new URL(origin).port);
    const answered = await Promise.all(
      [...others, '127.0.0.2'].map(
        (host) =>
          new Promise<string | undefined>((resolve) => {
            const socket = connect({ host, port }, () => {
              socket.destroy();
              resolve(host);
            });
            socket.on('error', () => resolve(undefined));
          }),
      ),
    );
    expect(answered.filter((host) => host !== undefined)).toEqual([]);
  });
});

describe('start and close', () => {
  test('every call that was answered before the close is in the library, and the library is free', async () => {
    const client = connectClient();
    const calls = Array.from({ length: 30 }, (_, index) =>
      client.articles.create({ fields: { headline: `خبر رقم ${index}` } }),
    );
    const settling = Promise.allSettled(calls);
    await calls[0];
    await server.close();
    const settled = await settling;
    const made = settled
      .filter((call) => call.status === 'fulfilled')
      .map((call) => call.value.article.id);
    const library = openLibrary({ path: libraryPath(), door: 'cli' });
    const kept = library.db.prepare('SELECT count(*) AS count FROM articles').get();
    library.close();
    expect(made.length).toBeGreaterThan(0);
    expect(kept).toEqual({ count: made.length });
  });

  test('closing twice is closing once', async () => {
    await Promise.all([server.close(), server.close()]);
    await expect(get('/')).rejects.toThrow('ECONNREFUSED');
  });

  test('a connection that says nothing does not hold up the close', async () => {
    const { host } = new URL(origin);
    const silent = sendRaw(`POST /api/library/status HTTP/1.1\r\nHost: ${host}\r\n`);
    await get('/');
    await server.close();
    expect(await silent).not.toContain('200');
  });

  test('a taken port is said, and the library is let go', async () => {
    const options = {
      libraryPath: join(folder, 'other.muharrir'),
      rendererDir: rendererDir(),
      door: 'browser',
    } as const;
    await expect(
      startLoopbackServer({ ...options, port: Number(new URL(origin).port) }),
    ).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { option: 'port', reason: 'EADDRINUSE' },
    });
    const other = await startLoopbackServer(options);
    await other.close();
  });

  test('without a built page nothing is opened', async () => {
    const path = join(folder, 'other.muharrir');
    await expect(
      startLoopbackServer({ libraryPath: path, rendererDir: folder, door: 'browser' }),
    ).rejects.toMatchObject({ code: 'FILE_UNREADABLE', details: { fileName: folder } });
    expect(() => readFileSync(path)).toThrow('ENOENT');
  });
});
