import type { ErrorCode, ErrorDetails } from '../../core/errors.ts';
import { CliError, exitCodeFor, toAppError } from './cli-error.ts';
import type { ExitCode } from './cli-error.ts';
import type { Messages } from './messages.ts';
import { detail } from './printable.ts';

export interface Failure {
  code: ErrorCode | 'USAGE';
  details: ErrorDetails;
  /** One printable line that begins with what it is about, where that is known. */
  message: string;
  exitCode: ExitCode;
}

/** Whatever was thrown, by the contract's methods or by opening a library or a door, put into words. Never throws. */
export function describeFailure(error: unknown, text: Messages): Failure {
  if (error instanceof CliError) {
    const { code, exitCode, describe } = error;
    return { code, exitCode, details: {}, message: describe(text) };
  }
  const { code, details } = toAppError(error);
  const subject = detail(details, 'path') || detail(details, 'fileName');
  const sentence = text.errors[code](details);
  const message = subject === '' ? sentence : `${subject}: ${sentence}`;
  return { code, details, message, exitCode: exitCodeFor(code) };
}
