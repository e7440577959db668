import type { Database } from 'better-sqlite3';

/** The way in through which this process was started; told to a second process that wants the same library. */
export type Door = 'desktop' | 'browser' | 'cli';

/** An open library: one file, held by this process alone until `close`. */
export interface Library {
  /** The file that is written: the one asked for, or the copy opened in its place. */
  readonly path: string;
  /** Set when the file asked for cannot be written, and a copy of it was opened instead. */
  readonly readOnlyOriginal: string | null;
  readonly db: Database;
  readonly now: () => Date;
  /** A new UUIDv7. */
  readonly newId: () => string;
  /** Author of revisions where the settings name none. */
  readonly authorName: string;
  /** Has the search index follow a changed article soon, when the calls at hand are done. */
  indexSoon(articleKey: number): void;
  /** Has all pages of the file checked when it is opened next: something in it was found damaged. */
  mistrust(): void;
  /** Counts a running call until the returned function is called. Throws CLOSING once `shutdown` or `close` began. */
  enter(): () => void;
  /** Refuses new calls, waits for the running ones, closes. */
  shutdown(): Promise<void>;
  /** Has `work` done when the library is closed, before its file is let go. */
  whenClosed(work: () => void): void;
  /** Closes at once and lets the file go. Safe to call twice. */
  close(): void;
}
