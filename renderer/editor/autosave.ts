import type { Failure } from '../api/app-failure.ts';

/** What became of one save: on disk; refused because somebody else saved first; or not done, and why. */
export type SaveOutcome<Theirs> =
  | { kind: 'saved'; at: string }
  | { kind: 'conflict'; theirs: Theirs }
  | { kind: 'failed'; failure: Failure };

export type AutosaveState<Theirs> =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  | { kind: 'dirty' }
  | { kind: 'failed'; failure: Failure; retryAt: number | null }
  | { kind: 'conflict'; theirs: Theirs };

/** Milliseconds everywhere; `now` since 1970. */
export interface Timers {
  now(): number;
  start(callback: () => void, delay: number): unknown;
  stop(timer: unknown): void;
}

export interface AutosaveOptions<Theirs> {
  /**
   * Sends everything that is not on disk. Called again only after it has settled; must not reject. `leaving`: the page
   * may be gone before the answer comes.
   */
  save(leaving: boolean): Promise<SaveOutcome<Theirs>>;
  /** Sends everything right behind the save that is on its way, of which no answer will be heard. */
  saveBehind(): void;
  savedAt: string;
  timers: Timers;
  onState(state: AutosaveState<Theirs>): void;
}

/** After the last change. */
export const quietTime = 600;
/** After the first unsaved change, however long somebody goes on typing. */
export const longestWait = 3000;
/** Between attempts that failed; the last one repeats. */
export const retryDelays: readonly number[] = [1000, 2000, 5000, 10_000, 30_000];

/**
 * When to save: shortly after typing stops, at the latest `longestWait` after the first change; one save at a time;
 * a change during a save is saved by the next one; a failure is tried again with growing pauses, and at once by
 * `flush`. A conflict waits for `settle`.
 */
export class Autosave<Theirs> {
  readonly #options: AutosaveOptions<Theirs>;
  #state: AutosaveState<Theirs>;
  /** Count of changes, and how many of them are on disk. */
  #changes = 0;
  #saved = 0;
  /** Those that the last attempt was for. */
  #tried = 0;
  #firstUnsaved = 0;
  #failures = 0;
  #timer: unknown;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(options: AutosaveOptions<Theirs>) {
    this.#options = options;
    this.#state = { kind: 'saved', at: options.savedAt };
  }

  get state(): AutosaveState<Theirs> {
    return this.#state;
  }

  /** Whether something typed is not on disk yet. */
  get isDirty(): boolean {
    return this.#changes > this.#saved;
  }

  /** Something changed. */
  touch(): void {
    const now = this.#options.timers.now();
    if (!this.isDirty || (this.#running !== undefined && this.#firstUnsaved === 0)) {
      this.#firstUnsaved = now;
    }
    this.#changes += 1;
    if (this.#closed || this.#running !== undefined || this.#state.kind === 'conflict') return;
    if (this.#state.kind === 'failed') {
      // What failed for good may be mended by this change; what waits for its next attempt goes on waiting.
      if (this.#state.retryAt === null) this.#schedule(quietTime);
      return;
    }
    if (this.#state.kind !== 'dirty') this.#set({ kind: 'dirty' });
    this.#schedule(Math.min(quietTime, this.#firstUnsaved + longestWait - now));
  }

  /**
   * Saves at once. True when everything changed before the call is on disk. `leaving`: the page may be gone before it
   * is. Never rejects.
   */
  async flush({ leaving = false } = {}): Promise<boolean> {
    const wanted = this.#changes;
    for (;;) {
      if (this.#saved >= wanted) return true;
      if (this.#closed || this.#state.kind === 'conflict') return false;
      const attempt = this.#running ?? this.#run(leaving);
      // oxlint-disable-next-line no-await-in-loop -- one save at a time is the point
      await attempt;
      if (this.#saved < wanted && this.#state.kind === 'failed') return false;
    }
  }

  /** The page is going away at once: what is not on disk is sent without waiting for anything. */
  sendLast(): void {
    if (!this.isDirty || this.#closed || this.#state.kind === 'conflict') return;
    if (this.#running === undefined) void this.#run(true);
    else if (this.#changes > this.#tried) this.#options.saveBehind();
  }

  /** After a conflict was resolved: `dirty` when what is on the page is still to be saved. */
  settle(at: string, dirty: boolean): void {
    this.#failures = 0;
    this.#set({ kind: 'saved', at });
    this.#saved = this.#changes;
    if (dirty) this.touch();
  }

  /** No more saving; a save on its way goes on. */
  close(): void {
    this.#closed = true;
    this.#options.timers.stop(this.#timer);
  }

  #schedule(delay: number): void {
    this.#options.timers.stop(this.#timer);
    this.#timer = this.#options.timers.start(() => void this.#run(), Math.max(0, delay));
  }

  #run(leaving = false): Promise<void> {
    this.#running ??= this.#attempt(leaving).finally(() => {
      this.#running = undefined;
      this.#afterAttempt();
    });
    return this.#running;
  }

  async #attempt(leaving: boolean): Promise<void> {
    if (!this.isDirty || this.#state.kind === 'conflict') return;
    this.#options.timers.stop(this.#timer);
    const included = this.#changes;
    this.#tried = included;
    this.#firstUnsaved = 0;
    this.#set({ kind: 'saving' });
    const outcome = await this.#options.save(leaving);
    if (outcome.kind === 'saved') {
      this.#failures = 0;
      this.#saved = included;
      this.#set({ kind: 'saved', at: outcome.at });
    } else if (outcome.kind === 'conflict') {
      this.#set({ kind: 'conflict', theirs: outcome.theirs });
    } else {
      this.#set({
        kind: 'failed',
        failure: outcome.failure,
        retryAt: this.#nextAttempt(outcome.failure),
      });
    }
  }

  #afterAttempt(): void {
    if (this.#closed) return;
    if (this.#state.kind === 'failed') {
      const now = this.#options.timers.now();
      if (this.#state.retryAt !== null) this.#schedule(this.#state.retryAt - now);
      else if (this.#changes > this.#tried) this.#schedule(quietTime);
    } else if (this.#state.kind === 'saved' && this.isDirty) {
      const now = this.#options.timers.now();
      this.#set({ kind: 'dirty' });
      this.#schedule(Math.min(quietTime, this.#firstUnsaved + longestWait - now));
    }
  }

  #nextAttempt(failure: Failure): number | null {
    if (hopeless.has(failure.code)) return null;
    const delay = retryDelays[Math.min(this.#failures, retryDelays.length - 1)] ?? 0;
    this.#failures += 1;
    return this.#options.timers.now() + delay;
  }

  #set(state: AutosaveState<Theirs>): void {
    this.#state = state;
    this.#options.onState(state);
  }
}

/** The same save would be refused again: only another change can help. */
const hopeless: ReadonlySet<string> = new Set([
  'INVALID_INPUT',
  'INVALID_DOCUMENT',
  'DOCUMENT_NEWER',
  'NOT_FOUND',
]);
