import { setImmediate } from 'node:timers/promises';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { AppError } from '../core/errors.ts';
import type { Library } from './library.ts';
import { openLibrary } from './open-library.ts';
import type { BackendNotice } from './process-messages.ts';
import { createRouter } from './services/create-router.ts';

/** The part of Electron's `process.parentPort` and of its message ports that is used here. */
export interface ParentPort {
  on(
    event: 'message',
    listener: (event: { data: unknown; ports: TransferredPort[] }) => void,
  ): unknown;
  postMessage(message: unknown): void;
}

export type TransferredPort = SupportedMessagePort & { start(): void; close(): void };

/**
 * Serves a library to the ports that the main process hands over, in the words of `process-messages.ts`.
 * `exit` is called once, after the last message.
 */
export function serveParentPort(
  parent: ParentPort,
  { path, copyOf }: { path: string; copyOf?: string },
  exit: (code: number) => void,
): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
  const tell = (notice: BackendNotice) => parent.postMessage(notice);
  let library: Library;
  try {
    if (path === '') throw new AppError('LIBRARY_UNREACHABLE', { path, reason: 'no path' });
    library = openLibrary({ path, door: 'desktop', ...(copyOf !== undefined && { copyOf }) });
  } catch (error) {
    const { code, details } = error instanceof AppError ? error : new AppError('INTERNAL');
    tell({ type: 'failed', code, details });
    exit(1);
    return;
  }

  const handler = new RPCHandler(createRouter(library));
  const close = async () => {
    await library.shutdown();
    // The answers of the last calls are posted after the calls themselves have ended.
    await setImmediate();
    await setImmediate();
    tell({ type: 'closed' });
    exit(0);
  };
  let closing: Promise<void> | undefined;
  parent.on('message', ({ data, ports }) => {
    const type = typeof data === 'object' && data !== null && 'type' in data ? data.type : null;
    if (type === 'close') closing ??= close();
    const port = ports[0];
    if (port === undefined) return;
    if (type !== 'connect') {
      port.close();
      return;
    }
    handler.upgrade(port);
    port.start();
  });
  tell({ type: 'ready', path: library.path, readOnlyOriginal: library.readOnlyOriginal });
}
