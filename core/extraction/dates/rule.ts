import type { Time } from './time.ts';

/** What a rule builds: a number or a time. */
export type Value = number | Time;

/** One way to say something. See `compileGrammar` for the language of patterns. */
export interface Rule {
  /** What it is a way to say: other rules use it by this name. */
  gives: string;
  name: string;
  pattern: string;
  /** Null: the words fit, but make no sense. Absent: the value of the only thing captured. */
  make?: (captured: Captured) => Value | null;
  /** Words, in the text right before it, that it cannot follow; with `|` between them. */
  notAfter?: string;
  /** Words that cannot follow it; `<weekday>` is any of a category. */
  notBefore?: string;
  /** One of these must stand right before it; two words where it takes two. */
  after?: string;
  /** No word may stand before it: a sign, or the line's beginning. */
  startsClause?: true;
  /** No word may follow: a sign, or the line's end. */
  endsClause?: true;
}

/** A rule in one line. */
export function rule(
  gives: string,
  name: string,
  pattern: string,
  make?: Rule['make'],
  context: Pick<Rule, 'notAfter' | 'notBefore' | 'after' | 'startsClause' | 'endsClause'> = {},
): Rule {
  return { gives, name, pattern, ...(make === undefined ? {} : { make }), ...context };
}

/** The number where it is one of these, else null: then the words make no sense. */
export function inRange(value: number | undefined, low: number, high: number): number | null {
  return value !== undefined && value >= low && value <= high ? value : null;
}

/** What a pattern's names stand for in a match. */
export class Captured {
  readonly #first: Link | null;

  constructor(first: Link | null) {
    this.#first = first;
  }

  /** A number by its name, else undefined. */
  number(name: string): number | undefined {
    const value = this.#find(name);
    return typeof value === 'number' ? value : undefined;
  }

  time(name: string): Time | undefined {
    const value = this.#find(name);
    return typeof value === 'object' ? value : undefined;
  }

  only(): Value | null {
    return this.#first?.value ?? null;
  }

  #find(name: string): Value | undefined {
    for (let link = this.#first; link !== null; link = link.next)
      if (link.name === name) return link.value;
    return undefined;
  }
}

/** The last capture, and those before it. */
export interface Link {
  name: string;
  value: Value;
  next: Link | null;
}
