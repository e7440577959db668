import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Agent as HttpAgent, get as httpGet, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, get as httpsGet } from 'node:https';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../terminal.ts';

export interface DownloadOptions {
  /** `sha512-` and base64. */
  integrity: string;
  /** Bytes so far, and the whole where the server names it. */
  onProgress: (received: number, total: number | undefined) => void;
  signal: AbortSignal;
}

/**
 * Streams `url` into `file` and checks the hash of what arrived. The caller removes `file` after a failure.
 * @throws Refusal in one sentence: unreachable, refused by the server, cut short, or not the expected bytes.
 */
export async function downloadFile(
  url: URL,
  file: string,
  options: DownloadOptions,
): Promise<void> {
  const response = await openResponse(url, { signal: options.signal });
  const length = Number(response.headers['content-length']);
  const total = Number.isFinite(length) && length > 0 ? length : undefined;
  const hash = createHash('sha512');
  let received = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      received += chunk.length;
      options.onProgress(received, total);
      done(null, chunk);
    },
  });
  try {
    await pipeline(response, meter, createWriteStream(file, { flags: 'wx' }), {
      signal: options.signal,
    });
  } catch (error) {
    options.signal.throwIfAborted();
    throw new Refusal(
      `The download from ${url.host} stopped after ${received} bytes: ${reason(error)}.`,
    );
  }
  if (`sha512-${hash.digest('base64')}` !== options.integrity) {
    throw new Refusal(
      `The download from ${url.host} was refused: it is not the file this project has pinned.`,
    );
  }
}

export interface RequestOptions {
  headers?: Record<string, string>;
  signal: AbortSignal;
  redirects?: number;
  /** Milliseconds without a byte after which the connection is given up; 30,000 if not given. */
  idle?: number;
}

/** The response of a GET with status 200 or 206, redirects followed, `HTTPS_PROXY` and the like obeyed. @throws Refusal */
export async function openResponse(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  const response = await request(url, options);
  const status = response.statusCode ?? 0;
  const location = response.headers.location;
  if (status >= 300 && status < 400 && location !== undefined) {
    response.destroy();
    const redirects = options.redirects ?? 0;
    const next = URL.parse(location, url.href);
    const stepsDown = url.protocol === 'https:' && next?.protocol !== 'https:';
    if (next === null || stepsDown || redirects >= 5)
      throw new Refusal(`${url.host} redirects to no usable address.`);
    return openResponse(next, { ...options, redirects: redirects + 1 });
  }
  if (status !== 200 && status !== 206) {
    response.destroy();
    throw new Refusal(`${url.host} answered ${status} for ${url.pathname}.`);
  }
  return response;
}

function request(
  url: URL,
  { headers, signal, idle = 30_000 }: RequestOptions,
): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const agent = secure
    ? new HttpsAgent({ proxyEnv: process.env })
    : new HttpAgent({ proxyEnv: process.env });
  return new Promise((resolve, reject) => {
    const call = (secure ? httpsGet : httpGet)(
      url,
      { agent, headers, signal, timeout: idle },
      resolve,
    );
    call.on('timeout', () => call.destroy(new Error('no answer')));
    call.on('error', (error) => {
      reject(
        signal.aborted
          ? signal.reason
          : new Refusal(`${url.host} could not be reached: ${reason(error)}.`),
      );
    });
  });
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}
