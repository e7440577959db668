import type { Timers } from './autosave.ts';

/** Work in small steps: what yields may go on a moment later. */
export type Steps<Result = void> = Generator<undefined, Result>;

/** Milliseconds at a stretch, so that a key pressed meanwhile does not wait. */
const stretch = 6;

/** Does one piece of work whenever there is time, a few milliseconds at a stretch; the next one takes its place. */
export class IdleWork {
  readonly #timers: Pick<Timers, 'now'>;
  readonly #whenIdle: (callback: () => void) => void;
  #steps: Steps | undefined;

  constructor(timers: Pick<Timers, 'now'>, whenIdle: (callback: () => void) => void) {
    this.#timers = timers;
    this.#whenIdle = whenIdle;
  }

  start(steps: Steps): void {
    this.#steps = steps;
    this.#goOn(steps);
  }

  cancel(): void {
    this.#steps = undefined;
  }

  #goOn(steps: Steps): void {
    this.#whenIdle(() => {
      const end = this.#timers.now() + stretch;
      while (this.#steps === steps) {
        if (steps.next().done === true) {
          if (this.#steps === steps) this.#steps = undefined;
          return;
        }
        if (this.#timers.now() >= end) {
          this.#goOn(steps);
          return;
        }
      }
    });
  }
}

/** Does all of it at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
