import type { FailureCode } from './app-failure.ts';

/**
 * Whether the backend can be reached. `stopped`: it did not come back by itself; `code` says why where that is known.
 */
export type ConnectionState =
  | { kind: 'connecting' }
  | { kind: 'connected' }
  | { kind: 'lost' }
  | { kind: 'stopped'; code: FailureCode };

/** The state of the door, for banners and for whoever wants to try again. */
export class Connection {
  #state: ConnectionState = { kind: 'connecting' };
  readonly #listeners = new Set<() => void>();
  #retry: () => void = () => {};

  get state(): ConnectionState {
    return this.#state;
  }

  set(state: ConnectionState): void {
    if (state.kind === this.#state.kind && state.kind !== 'stopped') return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): ConnectionState => this.#state;

  /** Tries at once, after the shell gave up. */
  readonly retry = (): void => this.#retry();

  onRetry(retry: () => void): void {
    this.#retry = retry;
  }
}
