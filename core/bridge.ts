/**
 * The words spoken between the page and the desktop shell. They travel as `window.postMessage` between page and
 * preload, and unchanged over the one IPC channel between preload and main process.
 *
 * Page: post `{ type: 'muharrir:connect' }` to `window`, then wait for a `message` event whose data is
 * `{ type: 'muharrir:connected' }`; its `ports[0]` is the port to the backend. When that port closes (the backend died),
 * post `connect` again: calls over the new port are answered as soon as the backend is back. `muharrir:unavailable` says
 * that it did not come back by itself and is the answer to every `connect` from then on, until a person's wish to try
 * again is posted as `muharrir:retry`.
 */
export type BridgeRequest =
  | { type: 'muharrir:connect' }
  /** `connect` that also starts a backend that was given up. */
  | { type: 'muharrir:retry' }
  /** What the page looks like now, so that dialogs, menus and the next window's background match it. */
  | { type: 'muharrir:appearance'; language: Language; theme: Theme };

export type BridgeNotice =
  /** `ports[0]` of the message event is the port to the backend. */
  | { type: 'muharrir:connected' }
  /** The backend died repeatedly and was given up. `code` is an error code of `core/errors.ts`, or `BACKEND_STOPPED`. */
  | { type: 'muharrir:unavailable'; code: string };

export type Language = 'ar' | 'en';
export type Theme = 'light' | 'dark';

/** The one IPC channel between preload and main process, both ways. */
export const bridgeChannel = 'muharrir';

/** Where the desktop window's page lives. A page of another origin was reached through the browser door. */
export const desktopOrigin = 'muharrir://app';

/** The request in `value`, or undefined when it is anything else. Never throws. */
export function parseBridgeRequest(value: unknown): BridgeRequest | undefined {
  if (!isRecord(value)) return undefined;
  if (value['type'] === 'muharrir:connect') return { type: 'muharrir:connect' };
  if (value['type'] === 'muharrir:retry') return { type: 'muharrir:retry' };
  if (value['type'] !== 'muharrir:appearance') return undefined;
  const { language, theme } = value;
  if (language !== 'ar' && language !== 'en') return undefined;
  if (theme !== 'light' && theme !== 'dark') return undefined;
  return { type: 'muharrir:appearance', language, theme };
}

/** The notice in `value`, or undefined when it is anything else. Never throws. */
export function parseBridgeNotice(value: unknown): BridgeNotice | undefined {
  if (!isRecord(value)) return undefined;
  if (value['type'] === 'muharrir:connected') return { type: 'muharrir:connected' };
  if (value['type'] !== 'muharrir:unavailable' || typeof value['code'] !== 'string')
    return undefined;
  return { type: 'muharrir:unavailable', code: value['code'] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
