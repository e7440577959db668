/** What to do when the backend has died: start it again after a pause (milliseconds), or stop trying. */
export type RestartDecision = { restart: true; after: number } | { restart: false };

const pauses = [0, 250, 1_000, 3_000] as const;
const memory = 60_000;

/**
 * `deaths`: times (milliseconds of one clock) of all deaths so far, the newest last. The first death within a minute is
 * answered at once, the following ones with growing pauses, and after the fourth it is given up until somebody asks.
 */
export function decideRestart(deaths: readonly number[]): RestartDecision {
  const last = deaths.at(-1) ?? 0;
  const recent = deaths.filter((time) => last - time < memory).length;
  const after = pauses[Math.max(recent, 1) - 1];
  return after === undefined ? { restart: false } : { restart: true, after };
}
