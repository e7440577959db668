import { ORPCError } from '@orpc/client';
import { errorCodes } from '../../core/errors.ts';
import type { ErrorCode, ErrorDetails } from '../../core/errors.ts';

/** `BACKEND_LOST`: the backend went away during or before the call; the same call may be tried again. */
export type FailureCode = ErrorCode | 'BACKEND_LOST';

/** What went wrong, in a form that `strings/<language>/errors.ts` has words for. */
export interface Failure {
  code: FailureCode;
  details: ErrorDetails;
}

/** Thrown by every call that was on its way when the backend went away. */
export class BackendLostError extends Error {
  constructor(options?: ErrorOptions) {
    super('The backend went away', options);
    this.name = 'BackendLostError';
  }
}

/** Any error a call of the client can throw, as a failure. Never throws; what it does not know is INTERNAL. */
export function toFailure(error: unknown): Failure {
  if (error instanceof BackendLostError) return { code: 'BACKEND_LOST', details: {} };
  if (error instanceof ORPCError) {
    const code = knownCodes.find((known) => known === error.code) ?? httpCodes[error.code];
    return { code: code ?? 'INTERNAL', details: toDetails(error.data) };
  }
  return { code: 'INTERNAL', details: {} };
}

/** Whether the same call may succeed a moment later without anybody changing anything. */
export function isRetryable(error: unknown): boolean {
  return toFailure(error).code === 'BACKEND_LOST';
}

const knownCodes: readonly ErrorCode[] = errorCodes;

/** Codes that the transport itself answers with, before any of our services is reached. */
const httpCodes: Readonly<Record<string, FailureCode>> = {
  BAD_REQUEST: 'INVALID_INPUT',
  FORBIDDEN: 'UNAUTHORIZED',
  PAYLOAD_TOO_LARGE: 'FILE_TOO_LARGE',
  SERVICE_UNAVAILABLE: 'BACKEND_LOST',
  BAD_GATEWAY: 'BACKEND_LOST',
  GATEWAY_TIMEOUT: 'BACKEND_LOST',
};

function toDetails(data: unknown): ErrorDetails {
  if (typeof data !== 'object' || data === null) return {};
  const details: Record<string, string | number | boolean | null> = {};
  for (const [key, value] of Object.entries(data)) {
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
      details[key] = value as string | number | boolean | null;
    }
  }
  return details;
}
