import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { projectFolder } from '../tools/build.ts';
import type { Figure } from './figure.ts';

/** One run of `npm run bench`, as the groups see it. */
export interface BenchRun {
  /** The short form: fewer rounds, smaller libraries where they take long to make. */
  short: boolean;
  /** A folder of this run's own on the checkout's disk; removed at the end. */
  folder: string;
  signal: AbortSignal;
  /** Progress for the person at the terminal. */
  tell: (line: string) => void;
}

/** A group of figures, chosen by its name with `--only`. */
export interface FigureGroup {
  name: string;
  heading: string;
  measure: (run: BenchRun) => Promise<Figure[]>;
}

/** What outlives a run: libraries and pages that take long to make. */
export const cacheFolder = join(projectFolder, 'node_modules', '.cache', 'bench');

export function makeRunFolder(): Promise<string> {
  return mkdtemp(join(cacheFolder, 'run-'));
}

export async function removeRunFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Asks until there is an answer that is not undefined. Throws when `limit` milliseconds have passed without one. */
export async function until<T>(
  what: string,
  limit: number,
  ask: () => Promise<T | undefined>,
  pause = 5,
): Promise<T> {
  const end = performance.now() + limit;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one question after the other
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}`);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await setTimeout(pause);
  }
}
