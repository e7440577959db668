import type { LiveArticleSession } from './live-article-session.ts';

/**
 * Articles that are open, or were left with changes that could not be saved yet: those go on trying by themselves,
 * and opening one again gives the same session with everything typed.
 */
export class OpenSessions {
  readonly #sessions = new Map<string, LiveArticleSession>();
  readonly #left = new Set<string>();

  /** The session of an article that was left unsaved, in use again. */
  takeBack(id: string): LiveArticleSession | undefined {
    this.#left.delete(id);
    return this.#sessions.get(id);
  }

  add(session: LiveArticleSession): void {
    this.#sessions.set(session.id, session);
  }

  /** Saves and lets go of a session. False: it is kept until it can be saved. */
  async leave(session: LiveArticleSession): Promise<boolean> {
    this.#left.add(session.id);
    const saved = await session.flush();
    this.#drop(session);
    if (saved) return true;
    const stop = session.subscribe(() => {
      if (!this.#left.has(session.id)) stop();
      else if (this.#drop(session)) stop();
    });
    return false;
  }

  get isDirty(): boolean {
    return [...this.#sessions.values()].some((session) => session.isDirty());
  }

  /** Saves everything that is open. True when all of it is on disk. `leaving`: the page may be gone before it is. */
  async flush(how?: { leaving: boolean }): Promise<boolean> {
    const all = await Promise.all(
      [...this.#sessions.values()].map((session) => session.flush(how)),
    );
    return all.every(Boolean);
  }

  /** The page is going away at once: everything unsaved is sent without waiting for anything. */
  sendLast(): void {
    for (const session of this.#sessions.values()) session.sendLast();
  }

  #drop(session: LiveArticleSession): boolean {
    if (!this.#left.has(session.id) || session.isDirty()) return false;
    this.#left.delete(session.id);
    this.#sessions.delete(session.id);
    void session.close();
    return true;
  }
}

export const openSessions = new OpenSessions();
