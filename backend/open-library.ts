import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../core/errors.ts';
import { makeUuidV7 } from '../core/uuid.ts';
import type { LibraryLock } from './database/lock.ts';
import { takeLock } from './database/lock.ts';
import { migrations } from './database/migrations/migrations.ts';
import { openDatabase } from './database/open-database.ts';
import { copyLibrary, isWritable } from './database/read-only-copy.ts';
import { indexPending, markPending } from './database/search-index.ts';
import { writeBackWhenLong } from './database/write-ahead-log.ts';
import { forgetCheck, lastCheck, noteCheck } from './database/soundness.ts';
import { readFileHeader } from './database/sqlite-file.ts';
import type { Door, Library } from './library.ts';

export interface OpenLibraryOptions {
  /** Path of the library's file. It and its folder are made where they are missing. */
  path: string;
  door: Door;
  /** `path` is a copy made earlier, because this library cannot be written; it must be there. */
  copyOf?: string;
  now?: () => Date;
  /** `count` random bytes. */
  random?: (count: number) => Uint8Array;
  /** Author of revisions where the settings name none; the computer's user name where this is missing. */
  authorName?: string;
}

/**
 * Opens a library for this process alone. One that cannot be written is opened as a copy (`readOnlyOriginal`).
 * Throws AppError: LIBRARY_IN_USE `{ path, pid, door, since }`, LIBRARY_NEWER `{ path, found, known }`,
 * LIBRARY_NOT_A_LIBRARY, LIBRARY_DAMAGED, LIBRARY_UNREACHABLE `{ path, reason }`, DISK_FULL; each with `path`.
 */
export function openLibrary(options: OpenLibraryOptions): Library {
  const now = options.now ?? (() => new Date());
  const random = options.random ?? ((count: number) => randomBytes(count));
  const asked = resolve(options.path);
  try {
    return open(asked, options, now, random);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOSPC') throw new AppError('DISK_FULL', { path: asked }, { cause: error });
    throw new AppError('LIBRARY_UNREACHABLE', { path: asked, reason: code }, { cause: error });
  }
}

/** Files this process holds, by real path: nothing may open and close them a second time (see `sqlite-file.ts`). */
const openFiles = new Map<string, { door: Door; since: string }>();

function open(
  asked: string,
  options: OpenLibraryOptions,
  now: () => Date,
  random: (count: number) => Uint8Array,
): Library {
  makeFolder(dirname(asked));
  const file = findFile(asked);
  const held = openFiles.get(file);
  if (held !== undefined)
    throw new AppError('LIBRARY_IN_USE', { path: asked, pid: process.pid, ...held });

  const { kind } = readFileHeader(file);
  if (kind === 'other') throw new AppError('LIBRARY_NOT_A_LIBRARY', { path: asked });
  const { copyOf } = options;
  if (copyOf !== undefined && kind === 'missing')
    throw new AppError('LIBRARY_UNREACHABLE', { path: asked, reason: 'ENOENT' });
  const readOnlyOriginal = copyOf ?? (kind === 'missing' || isWritable(file) ? null : file);
  const isFreshCopy = readOnlyOriginal !== null && copyOf === undefined;
  const path = isFreshCopy ? copyLibrary(file) : file;
  if (isFreshCopy) chmodSync(path, 0o600);

  const since = now().toISOString();
  let lock: LibraryLock | undefined;
  let db: Database;
  let checkedAt: Date | null;
  try {
    lock = takeLock(path, { pid: process.pid, door: options.door, since });
    checkedAt = lastCheck(path, now());
    db = openDatabase(path, migrations, now, { isChecked: checkedAt !== null });
  } catch (error) {
    lock?.release();
    if (isFreshCopy) rmSync(dirname(path), { recursive: true, force: true });
    throw error;
  }
  openFiles.set(path, { door: options.door, since });
  const opened = lock;
  const firstChange = countChanges(db);
  let isTrusted = true;

  return createLibrary({
    path,
    readOnlyOriginal,
    db,
    now,
    newId: () => makeUuidV7(now().getTime(), random(10)),
    authorName: options.authorName ?? computerUser(),
    mistrust: () => {
      isTrusted = false;
      forgetCheck(path);
    },
    onClose: () => {
      const unchanged = isFreshCopy && countChanges(db) === firstChange;
      db.close();
      if (isTrusted && readOnlyOriginal === null) noteCheck(path, checkedAt ?? new Date(since));
      opened.release();
      openFiles.delete(path);
      // A copy somebody wrote into is kept: it holds acknowledged saves.
      if (unchanged) rmSync(dirname(path), { recursive: true, force: true });
    },
  });
}

type Opened = Omit<Library, 'indexSoon' | 'enter' | 'shutdown' | 'whenClosed' | 'close'> & {
  onClose: () => void;
};

function createLibrary({ onClose, ...opened }: Opened): Library {
  let state: 'open' | 'closing' | 'closed' = 'open';
  let running = 0;
  let whenIdle: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitingSince: number | undefined;
  const closers: (() => void)[] = [];

  const indexLater = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      waitingSince = undefined;
      if (state !== 'open') return;
      try {
        if (indexPending(opened.db, indexBatch)) indexLater(indexPause);
        else writeBackWhenLong(opened.db);
      } catch {
        // A full disk, say. Nobody waits for it, and the process must live on: what is behind stays noted.
        library.mistrust();
        indexLater(indexRetryDelay);
      }
    }, delay).unref();
  };

  const library: Library = {
    ...opened,
    indexSoon(articleKey) {
      markPending(opened.db, articleKey);
      const time = performance.now();
      waitingSince ??= time;
      indexLater(Math.max(0, Math.min(indexDelay, waitingSince + longestIndexDelay - time)));
    },
    enter() {
      if (state !== 'open') throw new AppError('CLOSING');
      running += 1;
      return () => {
        running -= 1;
        if (running === 0) whenIdle?.();
      };
    },
    async shutdown() {
      if (state === 'open') state = 'closing';
      if (running > 0) {
        await new Promise<void>((done) => {
          whenIdle = done;
        });
      }
      library.close();
    },
    whenClosed(work) {
      closers.push(work);
    },
    close() {
      if (state === 'closed') return;
      state = 'closed';
      clearTimeout(timer);
      for (const work of closers) work();
      onClose();
    },
  };
  // What a process that was killed had not indexed yet.
  indexLater(indexPause);
  return library;
}

/**
 * After the last save, in milliseconds: a text that is being typed is indexed in a pause, not with each of its saves. A
 * search catches up by itself and finds little left to do.
 */
const indexDelay = 1_500;
const longestIndexDelay = 10_000;
/** Between two steps of a long catching up, so that calls are answered. */
const indexPause = 400;
const indexRetryDelay = 10_000;
const indexBatch = 50;

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** The file behind links; the path itself where there is none yet. */
function findFile(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return join(realpathSync(dirname(path)), basename(path));
  }
}

/** Rows this connection has written since it was opened. */
function countChanges(db: Database): number {
  return db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;
}

function computerUser(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
