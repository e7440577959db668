import { ORPCError } from '@orpc/server';
import { AppError, errorCodes } from '../../core/errors.ts';
import type { ErrorCode } from '../../core/errors.ts';
import type { Messages } from './messages.ts';

/** Documented in the help. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  usage: 2,
  library: 3,
  problems: 4,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A reason to stop that only the command line has; `describe` gives its one sentence in the reader's language. */
export class CliError extends Error {
  readonly exitCode: ExitCode;
  readonly describe: (messages: Messages) => string;
  /** For `--json`. */
  readonly code: ErrorCode | 'USAGE';

  constructor(
    exitCode: ExitCode,
    code: ErrorCode | 'USAGE',
    describe: (messages: Messages) => string,
  ) {
    super(code);
    this.name = 'CliError';
    this.exitCode = exitCode;
    this.code = code;
    this.describe = describe;
  }
}

/** Wrong words on the command line. */
export class UsageError extends CliError {
  constructor(describe: (messages: Messages) => string) {
    super(exitCodes.usage, 'USAGE', describe);
    this.name = 'UsageError';
  }
}

/** What was thrown, as one of the codes that can be put into words. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ORPCError) {
    const code = errorCodes.find((item) => item === error.code);
    if (code !== undefined) return new AppError(code, readDetails(error.data), { cause: error });
    if (error.code === 'BAD_REQUEST') return new AppError('INVALID_INPUT', {}, { cause: error });
  }
  const system = systemCode(error);
  if (system === 'ENOSPC' || system === 'EDQUOT')
    return new AppError('DISK_FULL', {}, { cause: error });
  return new AppError('INTERNAL', {}, { cause: error });
}

/** `ENOENT` and its like, where the system refused something. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function exitCodeFor(code: ErrorCode): ExitCode {
  if (code === 'LIBRARY_DAMAGED' || code === 'ARTICLE_DAMAGED') return exitCodes.problems;
  return libraryCodes.has(code) ? exitCodes.library : exitCodes.failed;
}

const libraryCodes: ReadonlySet<ErrorCode> = new Set([
  'LIBRARY_IN_USE',
  'LIBRARY_NEWER',
  'LIBRARY_NOT_A_LIBRARY',
  'LIBRARY_UNREACHABLE',
  'READ_ONLY',
]);

function readDetails(data: unknown): Record<string, string | number | boolean | null> {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) => value === null || ['string', 'number', 'boolean'].includes(typeof value),
    ),
  );
}
