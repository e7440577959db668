import type { ImportDecision } from '../../core/importers/import-report.ts';

export type ImportChangeState = ImportDecision['state'];

/** What was decided about changes of the import report while the article is open, and what of it is not on disk yet. */
export class ImportDecisions {
  readonly #written = new Map<number, ImportChangeState>();
  readonly #unwritten = new Map<number, ImportChangeState>();

  set(changeId: number, state: ImportChangeState): void {
    this.#unwritten.set(changeId, state);
  }

  /** States by the ids of changes; one that nothing was decided about is as the report on disk says. */
  all(): ReadonlyMap<number, ImportChangeState> {
    return new Map([...this.#written, ...this.#unwritten]);
  }

  /** What has to be written; give the same list to `written` once that is done. */
  pending(): ImportDecision[] {
    return [...this.#unwritten].map(([changeId, state]) => ({ changeId, state }));
  }

  written(decisions: readonly ImportDecision[]): void {
    for (const { changeId, state } of decisions) {
      this.#written.set(changeId, state);
      if (this.#unwritten.get(changeId) === state) this.#unwritten.delete(changeId);
    }
  }

  /** Another version took the page's place: what was not written is not so. */
  forgetUnwritten(): void {
    this.#unwritten.clear();
  }
}
