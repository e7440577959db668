import type { Database, Statement } from 'better-sqlite3';

/** The statement of `sql`, prepared once for each database. */
export function prepared<Parameters extends unknown[], Row = unknown>(
  db: Database,
  sql: string,
): Statement<Parameters, Row> {
  let statements = cache.get(db);
  if (statements === undefined) {
    statements = new Map();
    cache.set(db, statements);
  }
  let statement = statements.get(sql);
  if (statement === undefined) {
    statement = db.prepare(sql);
    statements.set(sql, statement);
  }
  return statement as Statement<Parameters, Row>;
}

/**
 * Runs `work` as one immediate transaction: the write lock is taken at its begin, since a deferred one can fail with BUSY
 * halfway. On return everything is on disk; where `work` throws, nothing happened.
 */
export function writeTransaction<T>(db: Database, work: () => T): T {
  return transaction(db, 'BEGIN IMMEDIATE', work);
}

/** Runs `work` on one state of the library, and without taking the reader's lock for each statement anew. */
export function readTransaction<T>(db: Database, work: () => T): T {
  return transaction(db, 'BEGIN', work);
}

function transaction<T>(db: Database, begin: string, work: () => T): T {
  prepared<[]>(db, begin).run();
  try {
    const result = work();
    prepared<[]>(db, 'COMMIT').run();
    return result;
  } catch (error) {
    // A full disk or a failed write has rolled it back already.
    if (db.inTransaction) prepared<[]>(db, 'ROLLBACK').run();
    throw error;
  }
}

const cache = new WeakMap<Database, Map<string, Statement>>();
