import { ORPCError } from '@orpc/server';
import Database from 'better-sqlite3';
import { ZodError } from 'zod';
import { errorStatus } from '../../core/contract.ts';
import { AppError } from '../../core/errors.ts';

/**
 * Any failure as one of the contract's errors. What nobody foresaw is INTERNAL and carries the name and code of the error
 * alone: its message may hold a path or words of an article.
 */
export function toContractError(error: unknown): ORPCError<string, unknown> {
  const { code, details } = toAppError(error);
  return new ORPCError(code, { status: errorStatus(code), data: { ...details }, cause: error });
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Database.SqliteError) return fromSqlite(error.code);
  // The router's own: input or output that is not as the contract says.
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    return new AppError('INVALID_INPUT', { field: firstField(error.data) });
  }
  if (error instanceof ZodError) return new AppError('INVALID_INPUT', { field: firstField(error) });
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    return new AppError('DISK_FULL');
  return new AppError('INTERNAL', { reason: describe(error) });
}

function fromSqlite(code: string): AppError {
  if (code === 'SQLITE_FULL') return new AppError('DISK_FULL');
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new AppError('LIBRARY_DAMAGED', { reason: code });
  if (code.startsWith('SQLITE_READONLY')) return new AppError('READ_ONLY', { reason: code });
  if (code.startsWith('SQLITE_BUSY')) return new AppError('LIBRARY_IN_USE', { reason: code });
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CANTOPEN')
    return new AppError('LIBRARY_UNREACHABLE', { reason: code });
  return new AppError('INTERNAL', { reason: code });
}

/** `fields.headline` of the first issue. */
function firstField(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('issues' in data)) return '';
  const issues: unknown = data.issues;
  const first: unknown = Array.isArray(issues) ? issues[0] : undefined;
  if (typeof first !== 'object' || first === null || !('path' in first)) return '';
  return Array.isArray(first.path) ? first.path.map(String).join('.').slice(0, 100) : '';
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}
