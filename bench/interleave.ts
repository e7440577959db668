import { setImmediate } from 'node:timers/promises';

/** One thing that is measured. `round` counts from 0, those of the warm-up included. */
export type Subject = (round: number) => unknown;

export interface InterleaveOptions {
  rounds: number;
  /** Rounds before, that are not counted. */
  warmUp?: number;
  now?: () => number;
  /** After each subject, outside of its time; by default the event loop goes round once. */
  rest?: () => Promise<unknown>;
}

/**
 * Runs the subjects by turns, A B C A B C, so that whatever else the machine does falls on all of them alike. Gives
 * each one's times in milliseconds, in order; what a subject returns is awaited where it is a promise.
 */
export async function interleave<Name extends string>(
  subjects: Readonly<Record<Name, Subject>>,
  {
    rounds,
    warmUp = 0,
    now = () => performance.now(),
    rest = () => setImmediate(),
  }: InterleaveOptions,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(subjects) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    number[]
  >;
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const name of names) {
      const subject = subjects[name];
      const started = now();
      const running = subject(round);
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      if (running instanceof Promise) await running;
      const time = now() - started;
      if (round >= warmUp) samples[name].push(time);
      // oxlint-disable-next-line no-await-in-loop -- as above
      await rest();
    }
  }
  return samples;
}
