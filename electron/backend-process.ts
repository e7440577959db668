import type { MessagePortMain, UtilityProcess } from 'electron';
import type { BackendRequest } from '../backend/process-messages.ts';
import { decideRestart } from './restart-policy.ts';

export interface BackendFailure {
  /** A code of `core/errors.ts`, or `BACKEND_STOPPED` when the process died before it could say anything. */
  code: string;
  details: unknown;
}

/** A library that cannot be written, and the copy of it that is worked in. */
export interface LibraryCopy {
  path: string;
  original: string;
}

export interface BackendOptions {
  /** `copy`: what an earlier backend of this start worked in. It holds the saves, so it is opened again. */
  fork: (copy: LibraryCopy | undefined) => UtilityProcess;
  /** The library could not be opened at the program's start. Called once at most; nothing is tried again. */
  onFailed: (failure: BackendFailure) => void;
  /** The backend had been there, died, and did not come back by itself. It is given up until `connect` with `retry`. */
  onUnavailable: (failure: BackendFailure) => void;
}

export interface Backend {
  /**
   * Hands the page's port over, at once or as soon as the backend is there (again). Where the backend was given up the
   * port is closed and the failure returned, unless `retry`.
   */
  connect: (port: MessagePortMain, retry: boolean) => BackendFailure | undefined;
  /** Resolves when the backend has finished its calls and closed the library, or did not within ten seconds. */
  close: () => Promise<void>;
}

/** Starts the backend process and keeps it alive until `close`. */
export function startBackend(options: BackendOptions): Backend {
  const deaths: number[] = [];
  const waiting: MessagePortMain[] = [];
  let child: UtilityProcess | undefined;
  let ready = false;
  let everReady = false;
  let closing = false;
  let givenUp: BackendFailure | undefined;
  let copy: LibraryCopy | undefined;
  let pause: NodeJS.Timeout | undefined;

  start();
  return { connect, close };

  function start(): void {
    const made = options.fork(copy);
    let failure: BackendFailure | undefined;
    child = made;
    ready = false;
    made.on('message', (message: unknown) => {
      const type = typeOf(message);
      if (type === 'ready') {
        ready = everReady = true;
        copy = readCopy(message);
        for (const port of waiting.splice(0)) hand(made, port);
      } else if (type === 'failed') failure = readFailure(message);
    });
    made.once('exit', () => {
      child = undefined;
      ready = false;
      if (!closing) died(failure);
    });
  }

  function died(failure: BackendFailure | undefined): void {
    deaths.push(performance.now());
    const decision = decideRestart(deaths);
    // A library that cannot be opened does not get better by trying again at once.
    if (failure === undefined && decision.restart) {
      pause = setTimeout(start, decision.after);
      return;
    }
    givenUp = failure ?? { code: 'BACKEND_STOPPED', details: undefined };
    for (const port of waiting.splice(0)) port.close();
    if (everReady) options.onUnavailable(givenUp);
    else options.onFailed(givenUp);
  }

  function connect(port: MessagePortMain, retry: boolean): BackendFailure | undefined {
    if (closing || (givenUp !== undefined && !retry)) {
      port.close();
      return givenUp;
    }
    if (child !== undefined && ready) hand(child, port);
    else waiting.push(port);
    if (givenUp !== undefined) {
      givenUp = undefined;
      deaths.length = 0;
      start();
    }
    return undefined;
  }

  async function close(): Promise<void> {
    closing = true;
    clearTimeout(pause);
    for (const port of waiting.splice(0)) port.close();
    const last = child;
    if (last === undefined) return;
    await new Promise<void>((resolve) => {
      // Every acknowledged save is on disk already: killing a backend that hangs loses none.
      const limit = setTimeout(() => last.kill(), 10_000);
      last.once('exit', () => {
        clearTimeout(limit);
        resolve();
      });
      const request: BackendRequest = { type: 'close' };
      last.postMessage(request, []);
    });
  }
}

function hand(child: UtilityProcess, port: MessagePortMain): void {
  child.postMessage({ type: 'connect' } satisfies BackendRequest, [port]);
}

function typeOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'type' in message
    ? message.type
    : undefined;
}

function readCopy(message: unknown): LibraryCopy | undefined {
  const { path, readOnlyOriginal } = message as { path?: unknown; readOnlyOriginal?: unknown };
  return typeof path === 'string' && typeof readOnlyOriginal === 'string'
    ? { path, original: readOnlyOriginal }
    : undefined;
}

function readFailure(message: unknown): BackendFailure {
  const { code, details } = message as { code?: unknown; details?: unknown };
  return { code: typeof code === 'string' ? code : 'BACKEND_STOPPED', details };
}
