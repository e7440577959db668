import type { ClientLink, ClientOptions } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { keyHeader } from '../../core/loopback-key.ts';
import { BackendLostError, isRetryable } from './app-failure.ts';
import type { CallContext } from './call-context.ts';
import type { Connection } from './connection.ts';

export interface LoopbackLinkOptions {
  origin: string;
  /** Sent with every call. */
  key: string;
  connection: Connection;
  fetch: (request: Request, init: RequestInit) => Promise<Response>;
  wait: (milliseconds: number) => Promise<void>;
}

/** The browser door: calls go to `/api` of the page's own origin. While nothing answers there, asks again by itself. */
export class LoopbackLink implements ClientLink<CallContext> {
  readonly #link: RPCLink<CallContext>;
  readonly #connection: Connection;
  readonly #wait: (milliseconds: number) => Promise<void>;
  #asking = false;

  constructor({ origin, key, connection, fetch, wait }: LoopbackLinkOptions) {
    this.#connection = connection;
    this.#wait = wait;
    this.#link = new RPCLink({
      url: `${origin}/api`,
      headers: { [keyHeader]: key },
      fetch: async (request, init, { context }, _path, input) => {
        try {
          const keepalive = context.outlivesPage === true && fitsKeepalive(input);
          return await fetch(request, { ...init, credentials: 'same-origin', keepalive });
        } catch (error) {
          if (request.signal.aborted) throw error;
          throw new BackendLostError({ cause: error });
        }
      },
    });
    connection.onRetry(() => void this.#askAgain());
  }

  async call(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<CallContext>,
  ): Promise<unknown> {
    try {
      const output = await this.#link.call(path, input, options);
      this.#connection.set({ kind: 'connected' });
      return output;
    } catch (error) {
      if (isRetryable(error)) {
        this.#connection.set({ kind: 'lost' });
        void this.#askAgain();
      }
      throw error;
    }
  }

  async #askAgain(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- one question at a time is the point
        await this.#wait(1000);
        // oxlint-disable-next-line no-await-in-loop -- as above
        if (await this.#answers()) break;
      }
      this.#connection.set({ kind: 'connected' });
    } finally {
      this.#asking = false;
    }
  }

  async #answers(): Promise<boolean> {
    try {
      await this.#link.call(['library', 'status'], undefined, { context: {} });
      return true;
    } catch (error) {
      return !isRetryable(error);
    }
  }
}

/** Browsers send at most 64 KB after a page is gone, and refuse more at once. */
function fitsKeepalive(input: unknown): boolean {
  return new TextEncoder().encode(JSON.stringify(input)).length < 60_000;
}
