import type { ErrorCode, ErrorDetails } from '../core/errors.ts';

/**
 * What the desktop's main process and the backend process say to each other over `parentPort`. The backend
 * is started with `--library <path> --door desktop` (`process.ts`) and answers `ready` or `failed` once; after `failed` it exits
 * with code 1.
 */
export type BackendRequest =
  /** With one port transferred: a client that speaks oRPC over it. May come before `ready`; may come often. */
  | { type: 'connect' }
  /** Running calls finish, new ones get CLOSING, the library is closed; then `closed`, then exit code 0. */
  | { type: 'close' };

export type BackendNotice =
  | { type: 'ready'; path: string; readOnlyOriginal: string | null }
  | { type: 'failed'; code: ErrorCode; details: ErrorDetails }
  | { type: 'closed' };
