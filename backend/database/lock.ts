import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import * as z from 'zod';
import { AppError } from '../../core/errors.ts';

export interface LockHolder {
  pid: number;
  door: string;
  /** ISO date-time. */
  since: string;
}

export interface LibraryLock {
  release(): void;
}

/**
 * Takes the library at `path` for this process. The lock is the system's own, on the file `<path>-lock`, and goes with
 * the process however it ends; `<path>-lock.json` only says who holds it. Throws LIBRARY_IN_USE with the holder.
 *
 * The lock file stays where it is for good: were it removed, a process that waits on the removed file and one that makes
 * a new file would both hold the lock. Nothing else may open it: closing any handle drops a process's POSIX locks.
 */
export function takeLock(path: string, holder: LockHolder): LibraryLock {
  const db = new Database(`${path}-lock`, { timeout: 0 });
  try {
    db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    db.close();
    if (isBusy(error)) throw new AppError('LIBRARY_IN_USE', { path, ...readHolder(path) });
    throw error;
  }
  const note = `${path}-lock.json`;
  writeFileSync(`${note}.new`, JSON.stringify(holder));
  renameSync(`${note}.new`, note);
  return {
    release() {
      if (!db.open) return;
      rmSync(note, { force: true });
      db.close();
    },
  };
}

const holderSchema = z.object({ pid: z.int(), door: z.string(), since: z.string() });

/** The holder as far as it is known: it may have taken the lock a moment ago and not have written its note yet. */
function readHolder(path: string): LockHolder | { pid: null; door: null; since: null } {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(`${path}-lock.json`, 'utf8')));
  } catch {
    return { pid: null, door: null, since: null };
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
