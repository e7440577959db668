/**
 * Everything that can go wrong across a door, by code. Wording for people is in `renderer/strings`
 * and `backend/cli/messages`; `details` carries what the sentence needs (a file name, a revision, a process).
 */
export const errorCodes = [
  'NOT_FOUND',
  'CONFLICT',
  'INVALID_INPUT',
  'INVALID_DOCUMENT',
  'DOCUMENT_NEWER',
  'ARTICLE_DAMAGED',
  'LIBRARY_IN_USE',
  'LIBRARY_NEWER',
  'LIBRARY_DAMAGED',
  'LIBRARY_NOT_A_LIBRARY',
  'LIBRARY_UNREACHABLE',
  'READ_ONLY',
  'DISK_FULL',
  'FILE_NOT_TEXT',
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_UNREADABLE',
  'FILE_UNSUPPORTED',
  'NO_ARTICLE_IN_FILE',
  'UNAUTHORIZED',
  'CLOSING',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Facts for the sentence a person reads: plain values only, never secrets, never document text. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
