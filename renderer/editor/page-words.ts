/** Words on the page itself, outside of React: node views read them and follow a change of language. */
export interface PageText {
  figure: {
    none: string;
    remote: string;
    missing: string;
    caption: string;
    credit: string;
    alt: string;
  };
  footnote: string;
  taskDone: string;
}

export class PageWords {
  #current: PageText;
  readonly #listeners = new Set<() => void>();

  constructor(initial: PageText) {
    this.#current = initial;
  }

  get current(): PageText {
    return this.#current;
  }

  set(words: PageText): void {
    if (words === this.#current) return;
    this.#current = words;
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
