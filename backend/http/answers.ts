import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { contentSecurityPolicy } from '../../core/content-security-policy.ts';
import type { ErrorCode, ErrorDetails } from '../../core/errors.ts';
import { keyFragment } from '../../core/loopback-key.ts';
import { lockedPage, lockedPagePolicy } from './locked-page.ts';
import type { Gate } from './request-guard.ts';
import type { StaticFile } from './static-files.ts';

/** A file of the page; NOT_FOUND where there is none. Rejects where it cannot be read any more. */
export async function sendFile(
  response: ServerResponse,
  file: StaticFile | undefined,
): Promise<void> {
  if (file === undefined) {
    sendError(response, 404, 'NOT_FOUND');
    return;
  }
  const body = await file.read();
  const headers = {
    'Content-Type': file.contentType,
    'Content-Security-Policy': contentSecurityPolicy,
    'Cache-Control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-store',
  };
  send(response, 200, headers, body);
}

/** What a call of the contract gave. */
export async function sendReply(response: ServerResponse, reply: Response): Promise<void> {
  const headers: Record<string, string> = { ...closedHeaders };
  for (const name of ['Content-Type', 'Content-Disposition']) {
    const value = reply.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  send(response, reply.status, headers, new Uint8Array(await reply.arrayBuffer()));
}

/** An error in the form in which the contract's clients read one; `status` is the HTTP one. */
export function sendError(
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  data: ErrorDetails = {},
): void {
  const error = { json: { defined: true, code, status, message: code, data } };
  const headers = { ...closedHeaders, 'Content-Type': 'application/json' };
  send(response, status, headers, Buffer.from(JSON.stringify(error)));
}

/**
 * Gives the browser its cookie, and sends it on to an address with the key in place of the token: behind a `#`, which
 * no browser sends to anybody.
 */
export function sendAdmission(response: ServerResponse, { cookieName, secrets }: Gate): void {
  send(response, 303, {
    ...closedHeaders,
    Location: `/${keyFragment}${secrets.key}`,
    'Set-Cookie': `${cookieName}=${secrets.cookie}; Path=/; HttpOnly; SameSite=Strict`,
  });
}

export function sendLockedPage(response: ServerResponse, status: number): void {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': lockedPagePolicy,
    'Cache-Control': 'no-store',
  };
  send(response, status, headers, Buffer.from(lockedPage));
}

/** Answers bytes that are no request, and hangs up. */
export function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  // Bytes after an answer get none of their own.
  if (socket.bytesWritten > 0) {
    socket.end();
    return;
  }
  const status = malformedStatus.get(error.code ?? '') ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const malformedStatus: ReadonlyMap<string, string> = new Map([
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
]);

/** On every answer. */
const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  // A name looked up ahead of time tells the name server what an article links to.
  'X-DNS-Prefetch-Control': 'off',
} as const;

/** For answers that are data: should a browser ever show one as a page, it can do nothing. */
const closedHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cache-Control': 'no-store',
} as const;

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array = new Uint8Array(),
): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...commonHeaders, ...headers, 'Content-Length': body.byteLength });
  // To HEAD, Node sends the headers alone.
  response.end(body);
}
