import type { Database } from 'better-sqlite3';

/**
 * Moves a log that has grown into the file, while nobody waits: else the save that makes it too long has to. Not each time
 * there is something in it, because the first save into an emptied log waits for the disk twice.
 */
export function writeBackWhenLong(db: Database): void {
  const { log, checkpointed } = checkpoint(db, 'NOOP');
  if (log - checkpointed >= longLog) checkpoint(db, 'PASSIVE');
}

/** Pages; SQLite itself writes back from `wal_autocheckpoint` on. */
const longLog = 400;

function checkpoint(db: Database, mode: 'NOOP' | 'PASSIVE'): { log: number; checkpointed: number } {
  const rows = db.pragma(`wal_checkpoint(${mode})`) as { log: number; checkpointed: number }[];
  return rows[0] ?? { log: 0, checkpointed: 0 };
}
