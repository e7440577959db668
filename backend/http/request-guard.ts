import { createHash, timingSafeEqual } from 'node:crypto';
import type { ErrorCode } from '../../core/errors.ts';
import { keyHeader } from '../../core/loopback-key.ts';
import { readFilePath } from './file-path.ts';

/** What a request said before its body was read. `rawHeaders`: name, value, name, value, as they came. */
export interface RequestHead {
  method: string;
  /** The request target as it came, undecoded. */
  target: string;
  rawHeaders: readonly string[];
}

/** What the loopback door lets in. */
export interface Gate {
  /** The only accepted `Host`, with its port: `127.0.0.1:8080`. */
  host: string;
  /** The only accepted `Origin`: `http://127.0.0.1:8080`. */
  origin: string;
  /** Three secrets of this start, each 256 bits in base64url, none of which opens what another does. */
  secrets: GateSecrets;
  cookieName: string;
}

export interface GateSecrets {
  /** In the address that the program prints: gives the other two. */
  token: string;
  /** For the files of the page, which hold nothing of the library. Browsers send cookies to every port of a host. */
  cookie: string;
  /** For calls. The page keeps it for its own origin, port and all, and no browser sends it by itself. */
  key: string;
}

export type Verdict =
  /** The address with the right token: answer with the cookie and send on to `/`. */
  | { kind: 'admit' }
  /** A file of the page, by its path from the root: `index.html`, `assets/x.js`. */
  | { kind: 'file'; path: string }
  /** A call of the contract. `path` starts with `/api/`, `length` is the announced body in bytes. */
  | { kind: 'call'; path: string; length: number; contentType: string }
  /** `page`: asked for by a browser's address bar, so the answer is a page for people. */
  | { kind: 'refuse'; status: number; code: ErrorCode; reason: Refusal; page: boolean };

export type Refusal =
  | 'host'
  | 'origin'
  | 'cross-site'
  | 'token'
  | 'cookie'
  | 'key'
  | 'method'
  | 'path'
  | 'long-address'
  | 'headers'
  | 'media-type'
  | 'length'
  | 'too-large';

export const bodyLimit = 25 * 1024 * 1024;
export const addressLimit = 2048;

/**
 * Decides over a request before a byte of its body is read. Pure; never throws.
 *
 * A page of another site may send anything at all to this address, so nothing is taken on trust: the host (DNS
 * rebinding), the origin, the browser's own word on where the request started, the cookie, the key of a call, the form
 * of the path, and a length that is known in advance.
 */
export function judgeRequest(head: RequestHead, gate: Gate): Verdict {
  const headers = readHeaders(head.rawHeaders);
  const page = head.method === 'GET' && (headers?.get('accept') ?? '').includes('text/html');
  const refuse = (status: number, reason: Refusal, code: ErrorCode = 'UNAUTHORIZED'): Verdict => ({
    kind: 'refuse',
    status,
    code,
    reason,
    page,
  });

  if (headers === undefined) return refuse(400, 'headers', 'INVALID_INPUT');
  if (headers.get('host') !== gate.host) return refuse(403, 'host');
  const origin = headers.get('origin');
  if (origin !== undefined && origin !== gate.origin) return refuse(403, 'origin');
  if (!readMethods.has(head.method) && head.method !== 'POST')
    return refuse(405, 'method', 'INVALID_INPUT');
  if (head.target.length > addressLimit) return refuse(414, 'long-address', 'INVALID_INPUT');
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(head.target) || head.target.includes('#'))
    return refuse(400, 'path', 'INVALID_INPUT');

  const isPost = head.method === 'POST';
  // Another port of this machine is the same site to a browser, so "same-site" is a stranger too. "none" is a person
  // at the address bar, who cannot post.
  const site = headers.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && (isPost || site !== 'none'))
    return refuse(403, 'cross-site');

  const query = head.target.indexOf('?');
  const path = query < 0 ? head.target : head.target.slice(0, query);
  const token = query < 0 ? null : new URLSearchParams(head.target.slice(query)).get('token');
  if (path === '/' && token !== null && !isPost) {
    return equalSecrets(token, gate.secrets.token) ? { kind: 'admit' } : refuse(401, 'token');
  }
  if (!hasCookie(headers.get('cookie'), gate)) return refuse(401, 'cookie');

  const isCall = path.startsWith('/api/');
  if (isCall !== isPost) return refuse(405, 'method', 'INVALID_INPUT');
  if (!isCall) {
    const file = readFilePath(path);
    return file === undefined
      ? refuse(404, 'path', 'NOT_FOUND')
      : { kind: 'file', path: file === '' ? 'index.html' : file };
  }

  if (!equalSecrets(headers.get(keyHeader) ?? '', gate.secrets.key)) return refuse(401, 'key');
  // Every browser names the origin of a POST; who does not is none, and is asked to.
  if (origin === undefined) return refuse(403, 'origin');
  if (!/^\/api(\/[A-Za-z]+)+$/.test(path)) return refuse(404, 'path', 'NOT_FOUND');
  const contentType = headers.get('content-type') ?? '';
  if (!callTypes.test(contentType)) return refuse(415, 'media-type', 'INVALID_INPUT');
  const length = headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(length)) return refuse(411, 'length', 'INVALID_INPUT');
  if (Number(length) > bodyLimit) return refuse(413, 'too-large', 'FILE_TOO_LARGE');
  return { kind: 'call', path, length: Number(length), contentType };
}

const readMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const callTypes =
  /^(?:application\/json(?:; ?charset=utf-8)?|multipart\/form-data; ?boundary=[^\s;,]+)$/i;

/** Two different readings of one request are how requests are smuggled: these may not appear twice, or at all. */
const single: ReadonlySet<string> = new Set([
  'host',
  'origin',
  'cookie',
  'accept',
  'content-length',
  'content-type',
  'sec-fetch-site',
  keyHeader,
]);
const refused: ReadonlySet<string> = new Set([
  'transfer-encoding',
  'content-encoding',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'service-worker',
]);

/** Headers by lower-case name, or undefined where they can be read in two ways. */
function readHeaders(rawHeaders: readonly string[]): Map<string, string> | undefined {
  const headers = new Map<string, string>();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = (rawHeaders[i] ?? '').toLowerCase();
    if (refused.has(name) || (single.has(name) && headers.has(name))) return undefined;
    headers.set(name, rawHeaders[i + 1] ?? '');
  }
  return headers;
}

function hasCookie(cookies: string | undefined, gate: Gate): boolean {
  const values = (cookies ?? '')
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie.startsWith(`${gate.cookieName}=`))
    .map((cookie) => cookie.slice(gate.cookieName.length + 1));
  // Another program of this machine can set a second cookie of the name; then neither is believed.
  return values.length === 1 && equalSecrets(values[0] ?? '', gate.secrets.cookie);
}

/** Takes the same time whatever is wrong, and whatever the lengths. */
function equalSecrets(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
