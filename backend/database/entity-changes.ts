import type { Database } from 'better-sqlite3';
import { prepared } from './statement.ts';

export type EntityAction = 'change' | 'merge' | 'split' | 'remove';

export interface StoredChange<Facts> {
  id: string;
  madeAt: string;
  author: string;
  action: EntityAction;
  undoneAt: string | null;
  facts: Facts;
}

export function insertChange<Facts>(
  db: Database,
  { facts, ...change }: Omit<StoredChange<Facts>, 'undoneAt'>,
): void {
  prepared<[Record<string, unknown>]>(
    db,
    `INSERT INTO entity_changes (id, made_at, author, action, facts)
     VALUES (:id, :madeAt, :author, :action, :facts)`,
  ).run({ ...change, facts: JSON.stringify(facts) });
}

export function getChange<Facts>(db: Database, id: string): StoredChange<Facts> | undefined {
  const row = prepared<[string], Omit<StoredChange<Facts>, 'facts'> & { facts: string }>(
    db,
    `SELECT id, made_at AS madeAt, author, action, undone_at AS undoneAt, facts
     FROM entity_changes WHERE id = ?`,
  ).get(id);
  return row && { ...row, facts: JSON.parse(row.facts) as Facts };
}

export function markUndone(db: Database, id: string, undoneAt: string): void {
  prepared<[string, string]>(db, 'UPDATE entity_changes SET undone_at = ? WHERE id = ?').run(
    undoneAt,
    id,
  );
}
