import type {
  Annotation,
  AnnotationInput,
  AnnotationPlace,
  AnnotationValue,
} from '../../core/article/annotation.ts';

/**
 * The records of an article's names, dates and sources while it is open: what is on disk, what is not yet, and what
 * was removed and may come back by undo.
 */
export class AnnotationRecords {
  readonly #records = new Map<string, AnnotationInput>();
  readonly #removed = new Map<string, AnnotationInput>();
  /** Ids whose record is not on disk as it is here. */
  readonly #unsaved = new Set<string>();
  /** Ids removed here whose record may still be on disk. */
  readonly #unsavedRemovals = new Set<string>();
  /** Made here; taking back the step that made them takes the record back too. */
  readonly #fresh = new Set<string>();

  constructor(annotations: readonly Annotation[]) {
    this.reset(annotations);
  }

  /** Takes over the records of another version of the article. */
  reset(annotations: readonly Annotation[]): void {
    this.#records.clear();
    this.#unsaved.clear();
    this.#unsavedRemovals.clear();
    this.#fresh.clear();
    for (const annotation of annotations)
      this.#records.set(annotation.id, withoutPlaces(annotation));
  }

  /** Goes on over another version on disk: what that one has not, or otherwise, has to be written again. */
  keepOver(annotations: readonly Annotation[]): void {
    const onDisk = new Map(annotations.map((item) => [item.id, withoutPlaces(item)]));
    for (const [id, record] of this.#records) {
      if (JSON.stringify(record) !== JSON.stringify(onDisk.get(id))) this.#unsaved.add(id);
    }
  }

  get(id: string): AnnotationInput | undefined {
    return this.#records.get(id);
  }

  /** Whether a mark with this id belongs to this article, now or before it was removed. */
  isKnown(id: string): boolean {
    return this.#records.has(id) || this.#removed.has(id);
  }

  /** `found`: of a suggestion, what found it and whether an editor took it as it was. */
  add(
    id: string,
    value: AnnotationValue,
    found: Pick<AnnotationInput, 'state' | 'origin' | 'entityId'> = byEditor,
  ): void {
    this.#put({ id, value, ...found });
    this.#fresh.add(id);
  }

  /** An editor's own value: what the program had suggested counts as edited then. */
  change(id: string, value: AnnotationValue): boolean {
    const record = this.#records.get(id);
    if (record === undefined) return false;
    const { origin } = record;
    // Without the entry that was chosen for the former value.
    this.#put({ id, value, state: origin === 'editor' ? 'accepted' : 'edited', origin });
    return true;
  }

  /** Another value of what found it: state and origin stay. */
  revise(id: string, value: AnnotationValue): boolean {
    const record = this.#records.get(id);
    if (record === undefined) return false;
    this.#put({ ...record, value });
    return true;
  }

  remove(id: string): boolean {
    const record = this.#records.get(id);
    if (record === undefined) return false;
    this.#records.delete(id);
    this.#removed.set(id, record);
    this.#unsaved.delete(id);
    this.#unsavedRemovals.add(id);
    return true;
  }

  restore(id: string): boolean {
    const record = this.#removed.get(id);
    if (record === undefined) return false;
    this.#put(record);
    return true;
  }

  /**
   * Follows undo and redo: marks that came back bring their record back, and with `steppedBack` a record made here
   * goes with its last mark. True when something changed.
   */
  follow(marked: ReadonlySet<string>, steppedBack: boolean): boolean {
    let changed = false;
    for (const id of marked) {
      if (!this.#records.has(id) && this.restore(id)) {
        this.#fresh.add(id);
        changed = true;
      }
    }
    if (!steppedBack) return changed;
    for (const id of this.#fresh) {
      if (!marked.has(id) && this.remove(id)) {
        this.#fresh.delete(id);
        changed = true;
      }
    }
    return changed;
  }

  /** What has to be written and removed; give the same lists to `written` once that is done. */
  pending(): { records: AnnotationInput[]; removed: string[] } {
    return {
      records: [...this.#unsaved].flatMap((id) => this.#records.get(id) ?? []),
      removed: [...this.#unsavedRemovals],
    };
  }

  written({
    records,
    removed,
  }: {
    records: readonly AnnotationInput[];
    removed: readonly string[];
  }): void {
    for (const record of records) {
      if (this.#records.get(record.id) === record) this.#unsaved.delete(record.id);
    }
    for (const id of removed) if (!this.#records.has(id)) this.#unsavedRemovals.delete(id);
  }

  /** All records with their places, in the order of their first place; those not in the text last. */
  list(places: ReadonlyMap<string, readonly AnnotationPlace[]>): Annotation[] {
    return [...this.#records.values()]
      .map((record) => ({ ...record, places: [...(places.get(record.id) ?? [])] }))
      .toSorted((a, b) => firstPlace(a) - firstPlace(b));
  }

  #put(record: AnnotationInput): void {
    this.#records.set(record.id, record);
    this.#removed.delete(record.id);
    this.#unsaved.add(record.id);
    this.#unsavedRemovals.delete(record.id);
  }
}

const byEditor = { state: 'accepted', origin: 'editor' } as const;

function withoutPlaces({ id, value, state, origin }: Annotation): AnnotationInput {
  return { id, value, state, origin };
}

function firstPlace(annotation: Annotation): number {
  return annotation.places[0]?.start ?? Number.POSITIVE_INFINITY;
}
