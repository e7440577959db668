import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { parseBridgeNotice } from '../../core/bridge.ts';
import type { BridgeRequest } from '../../core/bridge.ts';
import { errorCodes } from '../../core/errors.ts';
import { BackendLostError } from './app-failure.ts';
import type { FailureCode } from './app-failure.ts';
import type { Connection } from './connection.ts';

/**
 * The desktop door: calls travel over a MessagePort that the shell hands to the page. When the backend dies its port
 * closes: calls on their way fail with BackendLostError, and calls made from then on wait for the next port; where it did
 * not come back, they fail at once until somebody tries again.
 */
export class PortLink implements ClientLink<ClientContext> {
  readonly #page: PageMessages;
  readonly #connection: Connection;
  #link: Promise<Live>;
  #arrive: (live: Live) => void = () => {};
  #giveUp: (error: Error) => void = () => {};
  #port: MessagePort | undefined;

  constructor(page: PageMessages, connection: Connection) {
    this.#page = page;
    this.#connection = connection;
    this.#link = this.#expect();
    page.listen((data, ports) => this.#receive(data, ports));
    connection.onRetry(() => {
      if (connection.state.kind === 'stopped') this.#link = this.#expect();
      connection.set({ kind: 'lost' });
      page.post({ type: 'muharrir:retry' });
    });
    page.post({ type: 'muharrir:connect' });
  }

  async call(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<ClientContext>,
  ): Promise<unknown> {
    const live = await this.#link;
    if (live.isClosed) throw new BackendLostError();
    // A promise of the call's own: one that lived as long as the port would hold on to every answer raced with it.
    const { promise: lost, reject } = Promise.withResolvers<never>();
    live.waiting.add(reject);
    try {
      return await Promise.race([live.link.call(path, input, options), lost]);
    } catch (error) {
      throw live.isClosed && !options.signal?.aborted ? new BackendLostError() : error;
    } finally {
      live.waiting.delete(reject);
    }
  }

  #receive(data: unknown, ports: readonly MessagePort[]): void {
    const notice = parseBridgeNotice(data);
    if (notice?.type === 'muharrir:unavailable') {
      this.#giveUp(new BackendLostError());
      // Nobody knows when it is back: calls fail until then, rather than wait.
      this.#link = this.#expect();
      this.#giveUp(new BackendLostError());
      this.#connection.set({ kind: 'stopped', code: toCode(notice.code) });
    }
    const port = ports[0];
    if (notice?.type === 'muharrir:connected' && port !== undefined) this.#connect(port);
  }

  #connect(port: MessagePort): void {
    this.#port?.close();
    this.#port = port;
    // A port that arrives while another one serves replaces it, also for those who asked before.
    const arrive = this.#arrive;
    // Before RPCLink listens: its own rejection of the calls on their way must find `isClosed` set.
    port.addEventListener('close', () => {
      live.isClosed = true;
      for (const fail of live.waiting) fail(new BackendLostError());
      if (this.#port !== port) return;
      this.#port = undefined;
      this.#link = this.#expect();
      this.#connection.set({ kind: 'lost' });
      this.#page.post({ type: 'muharrir:connect' });
    });
    const live: Live = { link: new RPCLink({ port }), waiting: new Set(), isClosed: false };
    this.#link = Promise.resolve(live);
    port.start();
    arrive(live);
    this.#connection.set({ kind: 'connected' });
  }

  #expect(): Promise<Live> {
    const link = new Promise<Live>((resolve, reject) => {
      this.#arrive = resolve;
      this.#giveUp = reject;
    });
    link.catch(() => {});
    return link;
  }
}

/** How the page speaks with the preload: messages of other windows and origins never reach `listener`. */
export interface PageMessages {
  post(request: BridgeRequest): void;
  listen(listener: (data: unknown, ports: readonly MessagePort[]) => void): void;
}

interface Live {
  link: RPCLink<ClientContext>;
  /** Each fails one call on its way. */
  waiting: Set<(error: Error) => void>;
  isClosed: boolean;
}

function toCode(code: string): FailureCode {
  return errorCodes.find((known) => known === code) ?? 'BACKEND_LOST';
}
