import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { BackendLostError, isRetryable } from './app-failure.ts';
import type { Connection } from './connection.ts';

/** The browser door: calls go to `/api` of the page's own origin. While nothing answers there, asks again by itself. */
export class LoopbackLink implements ClientLink<ClientContext> {
  readonly #link: RPCLink<ClientContext>;
  readonly #connection: Connection;
  readonly #wait: (milliseconds: number) => Promise<void>;
  #asking = false;

  constructor(
    origin: string,
    connection: Connection,
    fetchApi: typeof fetch,
    wait: (milliseconds: number) => Promise<void>,
  ) {
    this.#connection = connection;
    this.#wait = wait;
    this.#link = new RPCLink({
      url: `${origin}/api`,
      fetch: async (request, init) => {
        try {
          return await fetchApi(request, { ...init, credentials: 'same-origin' });
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
    options: ClientOptions<ClientContext>,
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
