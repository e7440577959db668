import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** `MHRR`: stands in the header of every library, so that no other SQLite file is taken for one. */
export const applicationId = 0x4d485252;

export interface FileHeader {
  kind: 'missing' | 'empty' | 'library' | 'other';
  /** `user_version` as the file itself has it; a pending WAL may hold a later one. */
  version: number;
}

/**
 * What the first page of a file says. Throws the system's error where it cannot be read. Must not be called on a file that
 * this process has open as a database: closing any handle of a file drops the process's POSIX locks on it.
 */
export function readFileHeader(path: string): FileHeader {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return { kind: 'missing', version: 0 };
    throw error;
  }
  try {
    const header = Buffer.alloc(100);
    const size = readSync(handle, header, 0, 100, 0);
    if (size === 0) return { kind: 'empty', version: 0 };
    const isSqlite = header.toString('latin1', 0, 16) === 'SQLite format 3\0';
    if (!isSqlite || header.readUInt32BE(68) !== applicationId)
      return { kind: 'other', version: 0 };
    return { kind: 'library', version: header.readUInt32BE(60) };
  } finally {
    closeSync(handle);
  }
}

/** Whether a WAL beside the file holds pages that are part of the library. */
export function hasPendingWal(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

export function isSystemError(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
