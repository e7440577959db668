import type { Failure } from '../api/app-failure.ts';

/** What became of one file. */
export type ImportOutcome =
  | { kind: 'waiting' }
  | { kind: 'running' }
  | {
      kind: 'created';
      articleId: string;
      headline: string;
      removed: number;
      joined: number;
      proposed: number;
    }
  | { kind: 'duplicate'; articleId: string; headline: string }
  | { kind: 'failed'; failure: Failure }
  /** The import was stopped before it was this file's turn. */
  | { kind: 'skipped' };

export interface ImportItem {
  id: number;
  file: File;
  publishedOn: string | null;
  outcome: ImportOutcome;
}

export interface ImportState {
  items: readonly ImportItem[];
  /** `stopping`: the file on its way is finished, nothing after it. */
  phase: 'idle' | 'running' | 'stopping';
}

/** Imports one file; never rejects. `again`: also when the same bytes were imported before. */
export type ImportFile = (
  file: File,
  publishedOn: string | null,
  again: boolean,
) => Promise<Exclude<ImportOutcome, { kind: 'waiting' | 'running' | 'skipped' }>>;

/**
 * Files one after another, in the order they came. One bad file never stops the rest; `stop` lets the one on its way
 * finish. Files over `maxImportSize` are refused before a byte of them is read.
 */
export class ImportQueue {
  #state: ImportState = { items: [], phase: 'idle' };
  #nextId = 1;
  readonly #again = new Set<number>();
  readonly #importFile: ImportFile;
  readonly #onFinished: (state: ImportState) => void;
  readonly #listeners = new Set<() => void>();

  constructor(importFile: ImportFile, onFinished: (state: ImportState) => void) {
    this.#importFile = importFile;
    this.#onFinished = onFinished;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): ImportState => this.#state;

  /** Settles when the queue stands still again. */
  add(files: readonly File[], publishedOn: string | null): Promise<void> {
    const items = files.map((file): ImportItem => {
      const id = this.#nextId;
      this.#nextId += 1;
      return { id, file, publishedOn, outcome: { kind: 'waiting' } };
    });
    this.#set({ items: [...this.#state.items, ...items] });
    return this.#run();
  }

  /** One file once more: a duplicate as a second article, a failure as a new try. */
  again(id: number): Promise<void> {
    const item = this.#state.items.find((candidate) => candidate.id === id);
    if (item === undefined) return Promise.resolve();
    if (item.outcome.kind === 'duplicate') this.#again.add(id);
    this.#setOutcome(id, { kind: 'waiting' });
    return this.#run();
  }

  stop(): void {
    if (this.#state.phase === 'running') this.#set({ phase: 'stopping' });
  }

  /** Forgets everything that is done. */
  clear(): void {
    if (this.#state.phase === 'idle') this.#set({ items: [] });
  }

  async #run(): Promise<void> {
    if (this.#state.phase !== 'idle') return;
    this.#set({ phase: 'running' });
    for (let item = this.#next(); item !== undefined; item = this.#next()) {
      // oxlint-disable-next-line no-await-in-loop -- one after another is the point
      await this.#importOne(item);
    }
    this.#set({
      phase: 'idle',
      items: this.#state.items.map((item) =>
        item.outcome.kind === 'waiting' ? { ...item, outcome: { kind: 'skipped' } } : item,
      ),
    });
    this.#onFinished(this.#state);
  }

  async #importOne({ id, file, publishedOn }: ImportItem): Promise<void> {
    if (file.size > maxImportSize) {
      const details = { fileName: file.name, size: file.size };
      this.#setOutcome(id, { kind: 'failed', failure: { code: 'FILE_TOO_LARGE', details } });
      return;
    }
    this.#setOutcome(id, { kind: 'running' });
    this.#setOutcome(id, await this.#importFile(file, publishedOn, this.#again.delete(id)));
  }

  #next(): ImportItem | undefined {
    if (this.#state.phase === 'stopping') return undefined;
    return this.#state.items.find(({ outcome }) => outcome.kind === 'waiting');
  }

  #setOutcome(id: number, outcome: ImportOutcome): void {
    this.#set({
      items: this.#state.items.map((item) => (item.id === id ? { ...item, outcome } : item)),
    });
  }

  #set(change: Partial<ImportState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** 20 MB, in bytes. */
export const maxImportSize = 20 * 1024 * 1024;

/** How many files ended in which way. */
export function countOutcomes(items: readonly ImportItem[]): Record<ImportOutcome['kind'], number> {
  const counts = { waiting: 0, running: 0, created: 0, duplicate: 0, failed: 0, skipped: 0 };
  for (const { outcome } of items) counts[outcome.kind] += 1;
  return counts;
}
