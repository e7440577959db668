import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RPCHandler } from '@orpc/server/fetch';
import { AppError } from '../../core/errors.ts';
import { openLibrary } from '../open-library.ts';
import { createRouter } from '../services/create-router.ts';
import {
  refuseMalformed,
  sendAdmission,
  sendError,
  sendFile,
  sendLockedPage,
  sendReply,
} from './answers.ts';
import { bodyLimit, judgeRequest } from './request-guard.ts';
import type { Gate, Verdict } from './request-guard.ts';
import { listStaticFiles } from './static-files.ts';

export interface LoopbackServerOptions {
  libraryPath: string;
  /** The built page: the folder with `index.html`. */
  rendererDir: string;
  /** 0 or absent: a free one. */
  port?: number;
  door: 'browser';
}

export interface LoopbackServer {
  /** The address with this start's token: whoever has it can read and write the library. */
  url: string;
  /** Refuses new calls, waits for the running ones, then closes the library. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * The browser's door to a library: the built page and the contract's calls at `/api`, on 127.0.0.1 only. Holds the
 * library until `close`. What is let in is decided in `request-guard.ts`.
 *
 * Throws an AppError: what `openLibrary` throws; FILE_UNREADABLE `{ fileName }` where no built page is in
 * `rendererDir`; INVALID_INPUT `{ option: 'port', value, reason }` where the port cannot be had. Nothing stays open then.
 */
export async function startLoopbackServer(options: LoopbackServerOptions): Promise<LoopbackServer> {
  const files = await listStaticFiles(options.rendererDir).catch(() => undefined);
  if (files?.has('index.html') !== true)
    throw new AppError('FILE_UNREADABLE', { fileName: options.rendererDir });

  const library = openLibrary({ path: options.libraryPath, door: options.door });
  const secrets = { token: makeSecret(), cookie: makeSecret(), key: makeSecret() };
  const handler = new RPCHandler(createRouter(library));
  const running = new Set<Promise<void>>();
  const answering = new Set<ServerResponse>();
  let gate: Gate | undefined;
  let closing: Promise<void> | undefined;

  const server = createServer(limits, (request, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
    answer(request, response).catch(() => {
      // The reason stays here: a stack trace helps an attacker and nobody else.
      if (response.headersSent) response.destroy();
      else sendError(response, 500, 'INTERNAL');
    });
  });
  server.maxConnections = 64;
  server.on('clientError', refuseMalformed);
  server.on('checkContinue', (_request, response: ServerResponse) => {
    response.shouldKeepAlive = false;
    sendError(response, 417, 'INVALID_INPUT');
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (gate === undefined || closing !== undefined) return sendError(response, 503, 'CLOSING');
    const verdict = judgeRequest(
      {
        method: request.method ?? '',
        target: request.url ?? '',
        rawHeaders: request.rawHeaders,
      },
      gate,
    );
    switch (verdict.kind) {
      case 'admit':
        return sendAdmission(response, gate);
      case 'refuse':
        return refuse(request, response, verdict);
      case 'file':
        return sendFile(response, files?.get(verdict.path));
      case 'call': {
        const body = await readBody(request, verdict.length);
        if (body === undefined) return sendError(response, 400, 'INVALID_INPUT');
        // The body may have taken its time to come.
        if (closing !== undefined) return sendError(response, 503, 'CLOSING');
        const call = sendCall(response, gate, verdict, body);
        running.add(call);
        return call.finally(() => running.delete(call));
      }
      default:
        return verdict satisfies never;
    }
  }

  async function sendCall(
    response: ServerResponse,
    { origin }: Gate,
    { path, contentType }: Extract<Verdict, { kind: 'call' }>,
    body: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    const request = new Request(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body,
    });
    const result = await handler.handle(request, { prefix: '/api' });
    if (!result.matched) return sendError(response, 404, 'NOT_FOUND');
    return sendReply(response, result.response);
  }

  async function close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    while (running.size > 0) await Promise.allSettled(running);
    // An answer on its way to a slow browser gets a moment more; one that never comes to read it does not.
    const patience = setTimeout(() => server.closeAllConnections(), 2000);
    await Promise.all([...answering].map(whenSent));
    server.closeAllConnections();
    await closed;
    clearTimeout(patience);
    await library.shutdown();
  }

  try {
    const port = await listen(server, options.port ?? 0);
    const { host, origin } = new URL(`http://127.0.0.1:${port}`);
    // Cookies are shared by all ports of a host; the name keeps two libraries apart.
    gate = { host, origin, secrets, cookieName: `muharrir-${port}` };
  } catch (error) {
    library.close();
    throw error;
  }
  return { url: `${gate.origin}/?token=${secrets.token}`, close: () => (closing ??= close()) };
}

function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 60_000,
  requireHostHeader: true,
  insecureHTTPParser: false,
} as const;

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new AppError(
          'INVALID_INPUT',
          { option: 'port', value: port, reason: error.code ?? 'unknown' },
          { cause: error },
        ),
      ),
    );
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

async function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, reason, page }: Extract<Verdict, { kind: 'refuse' }>,
): Promise<void> {
  response.shouldKeepAlive = false;
  if (page && (reason === 'cookie' || reason === 'token' || reason === 'cross-site')) {
    return sendLockedPage(response, status);
  }
  if (reason === 'method') response.setHeader('Allow', 'GET, HEAD, POST');
  if (reason === 'too-large') {
    // A browser reads no answer before it has sent everything; cut off, it would only report a broken connection.
    if (Number(request.headers['content-length']) <= 16 * bodyLimit) await discardBody(request);
    return sendError(response, status, code, { limit: bodyLimit });
  }
  return sendError(response, status, code);
}

/** Undefined where the connection broke off before all of it came. */
async function readBody(
  request: IncomingMessage,
  length: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const body = new Uint8Array(length);
  let received = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      if (received + chunk.length > length) return undefined;
      body.set(chunk, received);
      received += chunk.length;
    }
  } catch {
    return undefined;
  }
  return received === length ? body : undefined;
}

/** Once all of an answer is with the system, or nobody waits for it any more. */
function whenSent(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    // What was not begun is refused: its body has not even come.
    if (response.writableFinished || response.destroyed || !response.headersSent) resolve();
    response.once('finish', resolve);
    response.once('close', resolve);
  });
}

async function discardBody(request: IncomingMessage): Promise<void> {
  await new Promise<void>((resolve) => {
    request.once('close', resolve);
    request.once('end', resolve);
    request.resume();
  });
}
