import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressLimit, bodyLimit, judgeRequest } from './request-guard.ts';
import type { Gate } from './request-guard.ts';

const token = 'kZ0f7Q2mV9xT4nB1cR8yH5sL3wE6uJ0aD2gP7iO4qX1';
const secrets = {
  token,
  cookie: 'Qm3nW8eR5tY2uI9oP6aS1dF4gH7jK0lZ5xC8vB3nM6q',
  key: 'T6yU1iO4pA9sD2fG7hJ0kL5zX8cV3bN6mQ1wE4rT9yU',
};
const gate: Gate = {
  host: '127.0.0.1:8080',
  origin: 'http://127.0.0.1:8080',
  secrets,
  cookieName: 'muharrir-8080',
};
const cookie = `muharrir-8080=${secrets.cookie}`;

type Headers = Record<string, string | undefined>;

function judge(method: string, target: string, headers: Headers, more: string[] = []) {
  const rawHeaders = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [name, value],
  );
  return judgeRequest({ method, target, rawHeaders: [...rawHeaders, ...more] }, gate);
}

const get = (target: string, headers: Headers = {}, more: string[] = []) =>
  judge(
    'GET',
    target,
    { Host: gate.host, Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', ...headers },
    more,
  );

const post = (target: string, headers: Headers = {}, more: string[] = []) =>
  judge(
    'POST',
    target,
    {
      Host: gate.host,
      Origin: gate.origin,
      Cookie: cookie,
      'X-Muharrir-Key': secrets.key,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/json',
      'Content-Length': '2',
      ...headers,
    },
    more,
  );

const refusal = (status: number, reason: string) =>
  expect.objectContaining({ kind: 'refuse', status, reason });

describe('what a browser of this desk sends', () => {
  test('is let in at the address with the token, typed or opened by the system', () => {
    expect(judge('GET', `/?token=${token}`, { Host: gate.host, 'Sec-Fetch-Site': 'none' })).toEqual(
      { kind: 'admit' },
    );
  });

  test('gets the page and its files', () => {
    expect([get('/'), get('/?x=1'), get('/index.html'), get('/assets/index-B7_x-9.js')]).toEqual([
      { kind: 'file', path: 'index.html' },
      { kind: 'file', path: 'index.html' },
      { kind: 'file', path: 'index.html' },
      { kind: 'file', path: 'assets/index-B7_x-9.js' },
    ]);
    expect(get('/', { 'Sec-Fetch-Site': 'none' }).kind).toBe('file');
    expect(judge('HEAD', '/', { Host: gate.host, Cookie: cookie }).kind).toBe('file');
  });

  test('calls the contract with JSON or a form', () => {
    expect([
      post('/api/articles/list'),
      post('/api/imports/create', {
        'Content-Type': 'multipart/form-data; boundary=----WebKitFormBoundaryAb12',
        'Content-Length': String(bodyLimit),
      }),
    ]).toEqual([
      { kind: 'call', path: '/api/articles/list', length: 2, contentType: 'application/json' },
      {
        kind: 'call',
        path: '/api/imports/create',
        length: bodyLimit,
        contentType: 'multipart/form-data; boundary=----WebKitFormBoundaryAb12',
      },
    ]);
  });

  test('may carry other cookies beside ours', () => {
    expect(get('/', { Cookie: `a=b; ${cookie}; c=d` }).kind).toBe('file');
  });
});

describe('DNS rebinding', () => {
  test.each([
    'evil.example',
    'evil.example:8080',
    'localhost:8080',
    '127.0.0.1',
    '127.0.0.1:80',
    '127.0.0.1:8080.',
    '127.0.0.1.:8080',
    '127.1:8080',
    '[::1]:8080',
    '0.0.0.0:8080',
    'user@127.0.0.1:8080',
    '127.0.0.1:8080,evil.example',
    ' 127.0.0.1:8080',
    '',
    undefined,
  ])('refuses the host %j, token, cookie and all', (host) => {
    expect(get('/', { Host: host })).toEqual(refusal(403, 'host'));
    expect(get(`/?token=${token}`, { Host: host })).toEqual(refusal(403, 'host'));
    expect(post('/api/articles/list', { Host: host })).toEqual(refusal(403, 'host'));
  });
});

describe('a page of another site', () => {
  test.each([
    'null',
    'http://evil.example',
    'https://127.0.0.1:8080',
    'http://127.0.0.1:8081',
    'http://127.0.0.1',
    'http://localhost:8080',
    'http://127.0.0.1:8080/',
    'http://127.0.0.1:8080.evil.example',
    'HTTP://127.0.0.1:8080',
    '',
  ])('is refused as origin %j', (origin) => {
    expect(post('/api/articles/list', { Origin: origin })).toEqual(refusal(403, 'origin'));
    expect(get('/', { Origin: origin })).toEqual(refusal(403, 'origin'));
  });

  test.each(['cross-site', 'same-site', 'Same-Origin', ''])(
    'is refused when the browser says %j',
    (site) => {
      expect(post('/api/articles/list', { 'Sec-Fetch-Site': site })).toEqual(
        refusal(403, 'cross-site'),
      );
      expect(get('/assets/x.js', { 'Sec-Fetch-Site': site })).toEqual(refusal(403, 'cross-site'));
      expect(get(`/?token=${token}`, { 'Sec-Fetch-Site': site })).toEqual(
        refusal(403, 'cross-site'),
      );
    },
  );

  test('cannot post by way of the address bar', () => {
    expect(post('/api/articles/list', { 'Sec-Fetch-Site': 'none' })).toEqual(
      refusal(403, 'cross-site'),
    );
  });

  test('cannot post without an origin', () => {
    expect(post('/api/articles/list', { Origin: undefined })).toEqual(refusal(403, 'origin'));
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'text/event-stream',
    'application/jsonp',
    'application/json, text/plain',
    'multipart/form-data',
    '',
    undefined,
  ])('cannot send a body of type %j', (type) => {
    expect(post('/api/articles/list', { 'Content-Type': type })).toEqual(
      refusal(415, 'media-type'),
    );
  });
});

describe('without the secret', () => {
  const wrong = `${token.slice(0, -1)}_`;
  const wrongCookie = `${secrets.cookie.slice(0, -1)}_`;

  test.each([
    undefined,
    '',
    'muharrir-8080=',
    `muharrir-8080=${wrongCookie}`,
    `muharrir-8080=${token}`,
    `muharrir-8080=${secrets.key}`,
    `muharrir-8081=${secrets.cookie}`,
    `Muharrir-8080=${secrets.cookie}`,
    `xmuharrir-8080=${secrets.cookie}`,
    `muharrir-8080="${secrets.cookie}"`,
    `muharrir-8080=${secrets.cookie}x`,
    `${cookie}; ${cookie}`,
    `${cookie}; muharrir-8080=${wrongCookie}`,
  ])('refuses the cookie %j', (value) => {
    expect(get('/', { Cookie: value })).toEqual(refusal(401, 'cookie'));
    expect(get('/assets/x.js', { Cookie: value })).toEqual(refusal(401, 'cookie'));
    expect(post('/api/articles/list', { Cookie: value })).toEqual(refusal(401, 'cookie'));
  });

  test.each([
    undefined,
    '',
    secrets.cookie,
    secrets.token,
    `${secrets.key.slice(0, -1)}_`,
    `${secrets.key}, ${secrets.key}`,
  ])('a browser’s cookie calls nothing with the key %j', (key) => {
    expect(post('/api/articles/list', { 'X-Muharrir-Key': key })).toEqual(refusal(401, 'key'));
  });

  test('the key calls nothing without the cookie, and opens no page', () => {
    expect(post('/api/articles/list', { Cookie: undefined })).toEqual(refusal(401, 'cookie'));
    expect(get('/', { Cookie: undefined, 'X-Muharrir-Key': secrets.key })).toEqual(
      refusal(401, 'cookie'),
    );
  });

  test.each([
    '/?token=',
    `/?token=${secrets.cookie}`,
    `/?token=${secrets.key}`,
    `/?token=${wrong}`,
    `/?token=${token.slice(1)}`,
    `/?token=${token}%00`,
    `/?token=${wrong}&token=${token}`,
  ])('refuses the address %j, even with the cookie', (target) => {
    expect(get(target)).toEqual(refusal(401, 'token'));
  });

  test.each([`/assets/x.js?token=${token}`, `/?TOKEN=${token}`, `/index.html?token=${token}`])(
    'takes the token at the root only: %s',
    (target) => {
      expect(get(target, { Cookie: undefined })).toEqual(refusal(401, 'cookie'));
    },
  );

  test('tells nobody which files or methods there are', () => {
    expect([
      get('/nothing', { Cookie: undefined }),
      get('/api/articles/list', { Cookie: undefined }),
      post('/api/nothing', { Cookie: undefined }),
      post('/index.html', { Cookie: undefined }),
    ]).toEqual(Array.from({ length: 4 }, () => refusal(401, 'cookie')));
  });

  test('answers a person with a page, a program without', () => {
    const accept = { Cookie: undefined, Accept: 'text/html,application/xhtml+xml' };
    expect([get('/', accept), get('/', { Cookie: undefined }), post('/api/x', accept)]).toEqual([
      expect.objectContaining({ page: true }),
      expect.objectContaining({ page: false }),
      expect.objectContaining({ page: false }),
    ]);
  });
});

describe('method confusion', () => {
  test.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'CONNECT', 'get', 'Post', ''])(
    'refuses %j',
    (method) => {
      const headers = { Host: gate.host, Cookie: cookie, Origin: gate.origin };
      expect(judge(method, '/', headers)).toEqual(refusal(405, 'method'));
      expect(judge(method, '/api/articles/list', headers)).toEqual(refusal(405, 'method'));
    },
  );

  test('refuses to call by GET and to post to a file', () => {
    expect([
      get('/api/articles/list'),
      get('/api/articles/list?data={}', { 'X-HTTP-Method-Override': 'POST' }),
      post('/index.html', { 'X-HTTP-Method-Override': 'GET' }),
      post(`/?token=${token}`),
    ]).toEqual(Array.from({ length: 4 }, () => refusal(405, 'method')));
  });
});

describe('paths', () => {
  test.each([
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%2e%2e%2fpackage.json',
    '/%252e%252e/package.json',
    '/..;/package.json',
    '/%c0%ae%c0%ae/package.json',
    '/assets/..',
    '/./index.html',
    '/.git/config',
    '/.env',
    '/assets/.hidden.js',
    '/assets//x.js',
    '/assets/',
    '/index.html.',
    '/index.html%00.js',
    '/index.html::$DATA',
    '/C:/Windows/win.ini',
    '/con',
    '/assets/aux.js',
    '/index.html%20',
    '/%D9%85.js',
  ])('finds no file at %s', (target) => {
    expect(get(target)).toEqual(refusal(404, 'path'));
  });

  test.each([
    '//evil.example/x',
    'http://evil.example/',
    'http://127.0.0.1:8080/',
    '*',
    '',
    'index.html',
    '/a b',
    '/a\tb',
    '/صفحة',
    '/#x',
    '\\..\\package.json',
  ])('refuses the target %j', (target) => {
    expect(get(target)).toEqual(refusal(400, 'path'));
  });

  test.each([
    '/api/',
    '/api/articles/../settings/set',
    '/api/articles%2flist',
    '/api//list',
    '/api/articles/list/',
    '/api/__proto__/x',
  ])('calls nothing at %s', (target) => {
    expect(post(target)).toEqual(refusal(404, 'path'));
  });

  test('refuses an address longer than the limit', () => {
    expect(get(`/${'a'.repeat(addressLimit - 1)}`).kind).toBe('file');
    expect(get(`/${'a'.repeat(addressLimit)}`)).toEqual(refusal(414, 'long-address'));
  });

  test('whatever the target, a file it leads to is below the root and plain', () => {
    const bits = fc.constantFrom(
      '..',
      '.',
      '/',
      '%2e',
      '%2f',
      '%5c',
      '\\',
      'a',
      'index.html',
      ':',
      '~',
      '%00',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webPath(),
          fc.array(bits).map((all) => `/${all.join('')}`),
        ),
        (target) => {
          const verdict = get(target);
          if (verdict.kind !== 'file') return;
          expect(verdict.path).toMatch(/^[A-Za-z0-9_-][\w.-]*(\/[A-Za-z0-9_-][\w.-]*)*$/);
          expect(verdict.path.split('/')).not.toContain('..');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('bodies', () => {
  test('refuses what is over the limit before it is read', () => {
    expect(post('/api/imports/create', { 'Content-Length': String(bodyLimit + 1) })).toEqual(
      expect.objectContaining({ status: 413, code: 'FILE_TOO_LARGE' }),
    );
  });

  test.each([undefined, '', '-1', '+5', '1e3', '0x10', '1, 1', ' 2', '9'.repeat(16)])(
    'refuses the length %j',
    (length) => {
      expect(post('/api/articles/list', { 'Content-Length': length })).toEqual(
        refusal(411, 'length'),
      );
    },
  );
});

describe('headers that can be read in two ways', () => {
  test.each([
    ['Host', gate.host],
    ['host', 'evil.example'],
    ['Origin', gate.origin],
    ['ORIGIN', 'http://evil.example'],
    ['Content-Length', '2'],
    ['content-length', '0'],
    ['Content-Type', 'text/plain'],
    ['Cookie', cookie],
    ['Sec-Fetch-Site', 'cross-site'],
    ['Transfer-Encoding', 'chunked'],
    ['transfer-encoding', 'identity'],
    ['Content-Encoding', 'gzip'],
    ['Upgrade', 'websocket'],
    ['Expect', '100-continue'],
    ['Service-Worker', 'script'],
    ['x-muharrir-key', secrets.key],
  ])('refuses a further %s: %s', (name, value) => {
    expect(post('/api/articles/list', {}, [name, value])).toEqual(refusal(400, 'headers'));
  });
});
