import type { Database } from 'better-sqlite3';
import { prepared } from './statement.ts';

/** All stored settings by name; values are JSON as they were written. */
export function getStoredSettings(db: Database): Map<string, string> {
  const rows = prepared<[], { name: string; value: string }>(
    db,
    'SELECT name, value FROM settings',
  ).all();
  return new Map(rows.map((row) => [row.name, row.value]));
}

export function putSetting(db: Database, name: string, value: string): void {
  prepared<[string, string]>(
    db,
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, value);
}
