import type { Extraction } from '../../core/extraction/extract.ts';
import { toFailure } from '../api/app-failure.ts';
import type { Timers } from './autosave.ts';

/** What is looked through: the article's plain text, and the ISO day that relative dates are counted from. */
export interface Question {
  text: string;
  publishedOn: string | null;
}

/**
 * `off`: not looked for here. `looking`: no answer about what is on the page yet. `failed`: what is shown is from before,
 * and it can be tried again.
 */
export type SuggestionState = 'off' | 'looking' | 'ready' | 'failed';

export interface SuggestionFinderOptions {
  /** What is on the page now. */
  question(): Question;
  ask(question: Question): Promise<Extraction>;
  /** Only for an answer about what is still on the page. */
  onAnswer(question: Question, found: Extraction): void;
  onState(state: SuggestionState): void;
  /** Before a question, once typing has paused. */
  onPause(): void;
  timers: Timers;
}

/** Milliseconds after the last change. */
export const findPause = 300;
/** Milliseconds until a backend that went away is asked again. */
export const lostPause = 5000;
/** UTF-16 units; a longer text is not looked through. */
export const longestText = 5_000_000;

/**
 * When to look for names, dates and sources: after a change and a pause, one question at a time, the newest text next. An
 * answer about a text that is no longer on the page is dropped; the change that made it old asks again.
 */
export class SuggestionFinder {
  readonly #options: SuggestionFinderOptions;
  #state: SuggestionState = 'off';
  #timer: unknown;
  #answered: Question | undefined;
  #isAsking = false;
  #isWanted = false;
  #isClosed = false;

  constructor(options: SuggestionFinderOptions) {
    this.#options = options;
  }

  get state(): SuggestionState {
    return this.#state;
  }

  /** Something changed, or `pause` 0: look as soon as may be. */
  touch(pause = findPause): void {
    if (this.#isClosed) return;
    const { timers } = this.#options;
    timers.stop(this.#timer);
    this.#timer = timers.start(() => void this.#look(), pause);
  }

  /** Looks again although nothing changed, as after a failure or when the directory knows more. */
  again(): void {
    this.#answered = undefined;
    this.touch(0);
  }

  close(): void {
    this.#isClosed = true;
    this.#options.timers.stop(this.#timer);
  }

  async #look(): Promise<void> {
    if (this.#isClosed) return;
    this.#options.onPause();
    if (this.#isAsking) {
      this.#isWanted = true;
      return;
    }
    const question = this.#options.question();
    if (isSame(question, this.#answered)) {
      this.#set('ready');
      return;
    }
    if (question.text.length > longestText) {
      this.#set('off');
      return;
    }
    this.#isAsking = true;
    this.#isWanted = false;
    this.#set('looking');
    try {
      const found = question.text.trim() === '' ? nothingFound : await this.#options.ask(question);
      this.#take(question, found);
    } catch (error) {
      this.#fail(toFailure(error).code === 'BACKEND_LOST');
    } finally {
      this.#isAsking = false;
    }
    if (this.#isWanted) this.touch(0);
  }

  #take(question: Question, found: Extraction): void {
    if (this.#isClosed || !isSame(question, this.#options.question())) return;
    this.#answered = question;
    this.#options.onAnswer(question, found);
    this.#set('ready');
  }

  #fail(isLost: boolean): void {
    if (this.#isClosed) return;
    this.#set('failed');
    if (isLost && !this.#isWanted) this.touch(lostPause);
  }

  #set(state: SuggestionState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}

const nothingFound: Extraction = {
  names: [],
  entities: [],
  knownIds: [],
  slips: [],
  dates: [],
  statements: [],
};

function isSame(one: Question, other: Question | undefined): boolean {
  return one.publishedOn === other?.publishedOn && one.text === other.text;
}
