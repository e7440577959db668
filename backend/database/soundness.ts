import { renameSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { hasPendingWal } from './sqlite-file.ts';

/**
 * A check of all pages takes a second where a library is large. `<path>-checked.json` says of which file it was last done;
 * it need not be done again while that file is as this program closed it. A process that was killed leaves its WAL, a
 * copied or restored file is another file, and whoever else writes into it changes its time: all of these are checked.
 */

/** When the file, as it is now, was last checked; null where it is to be checked. Before it is opened. */
export function lastCheck(path: string, now: Date): Date | null {
  try {
    const { checkedAt, ...noted } = noteSchema.parse(
      JSON.parse(readFileSync(noteOf(path), 'utf8')),
    );
    const checked = new Date(checkedAt);
    const age = now.getTime() - checked.getTime();
    const isSame = JSON.stringify(noted) === JSON.stringify(describe(path));
    return isSame && !hasPendingWal(path) && age >= 0 && age < trustedFor ? checked : null;
  } catch {
    return null;
  }
}

/** After the file was closed. Where it cannot be noted, the next opening checks. */
export function noteCheck(path: string, checkedAt: Date): void {
  try {
    if (hasPendingWal(path)) return;
    const note = { ...describe(path), checkedAt: checkedAt.toISOString() };
    writeFileSync(`${noteOf(path)}.new`, JSON.stringify(note));
    renameSync(`${noteOf(path)}.new`, noteOf(path));
  } catch {
    forgetCheck(path);
  }
}

/** Has the next opening check the file. */
export function forgetCheck(path: string): void {
  rmSync(noteOf(path), { force: true });
}

/** So that what decays unnoticed on a disk is found. Milliseconds. */
const trustedFor = 7 * 24 * 60 * 60 * 1000;

const noteSchema = z.object({
  file: z.string(),
  size: z.string(),
  modified: z.string(),
  checkedAt: z.iso.datetime(),
});

function noteOf(path: string): string {
  return `${path}-checked.json`;
}

function describe(path: string): { file: string; size: string; modified: string } {
  const { ino, size, mtimeNs } = statSync(path, { bigint: true });
  return { file: String(ino), size: String(size), modified: String(mtimeNs) };
}
