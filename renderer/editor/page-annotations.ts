import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import type {
  Annotation,
  AnnotationInput,
  AnnotationValue,
} from '../../core/article/annotation.ts';
import { makeUuidV7 } from '../../core/uuid.ts';
import {
  findAnnotation,
  markAnnotation,
  markAnnotations,
  unmarkAnnotation,
} from './annotation-marks.ts';
import type { Stretch } from './annotation-marks.ts';
import type { AnnotationRecords } from './annotation-records.ts';
import { once } from './article-session.ts';
import type { Undo } from './article-session.ts';
import type { PagePlaces } from './page-places.ts';

/** A stretch of the plain text: UTF-16 offsets, end exclusive. */
interface Place {
  start: number;
  end: number;
}

/** With `id`, further places of an annotation that is there. */
export interface NewAnnotation {
  id?: string;
  value: AnnotationValue;
  stretches: readonly Stretch[];
  state?: AnnotationInput['state'];
  origin?: string;
  entityId?: string;
}

/** Names, dates and sources of the open page: their marks in the text and their records, kept together. */
export class PageAnnotations {
  readonly #editor: Editor;
  readonly #places: PagePlaces;
  readonly #records: AnnotationRecords;
  readonly #onChange: () => void;
  /** How each is underlined now. */
  readonly #shown = new Map<string, string>();
  #steppedBack = false;

  /** `onChange`: a record was added, changed or removed here. */
  constructor(parts: {
    editor: Editor;
    places: PagePlaces;
    records: AnnotationRecords;
    onChange: () => void;
  }) {
    this.#editor = parts.editor;
    this.#places = parts.places;
    this.#records = parts.records;
    this.#onChange = parts.onChange;
  }

  /** As `ArticleSession.addAnnotation`. */
  add(value: AnnotationValue, place: Place | undefined, id?: string): string | undefined {
    const stretch = this.#places.stretchOf(place ?? this.#places.selection());
    if (stretch === undefined) return undefined;
    const annotationId = id ?? newId();
    const mark = { id: annotationId, kind: value.kind };
    const transaction = markAnnotation(this.#editor.state, mark, [stretch]);
    if (transaction === undefined) return undefined;
    if (id === undefined || !this.#records.isKnown(id)) this.#records.add(annotationId, value);
    else this.#records.change(id, value);
    this.#editor.view.dispatch(transaction);
    this.#changed();
    return annotationId;
  }

  /** Marks all of them as one step of undo. The ids of those that are not further places. */
  addAll(entries: readonly NewAnnotation[]): string[] {
    const named = entries.map((entry) => ({ ...entry, id: entry.id ?? newId(), isNew: !entry.id }));
    const transaction = markAnnotations(
      this.#editor.state,
      named.map(({ id, value, stretches }) => ({ id, kind: value.kind, stretches })),
    );
    if (transaction === undefined) return [];
    const added = named.filter(({ isNew }) => isNew);
    for (const { id, value, state = 'accepted', origin = 'editor', entityId } of added)
      this.#records.add(id, value, { state, origin, ...(entityId && { entityId }) });
    this.#editor.view.dispatch(transaction);
    this.#changed();
    return added.map(({ id }) => id);
  }

  /** Other values that the program found, in place of those that it had found. */
  revise(values: readonly { id: string; value: AnnotationValue }[]): void {
    const changed = values.filter(({ id, value }) => this.#records.revise(id, value));
    if (changed.length > 0) this.#changed();
  }

  update(id: string, value: AnnotationValue): void {
    if (this.#records.change(id, value)) this.#changed();
  }

  /** Takes its marks away, within `place` if given, and its record with the last of them. */
  remove(id: string, place?: Place): Undo {
    const within = this.#places.stretchOf(place);
    if (place !== undefined && within === undefined) return () => {};
    const all = findAnnotation(this.#editor.state.doc, id);
    const kind = this.#records.get(id)?.value.kind;
    const transaction = unmarkAnnotation(this.#editor.state, id, within);
    const removed = all.filter(
      ({ from, to }) => within === undefined || (from < within.to && to > within.from),
    );
    const tracked = this.#places.track(removed);
    if (transaction !== undefined) this.#editor.view.dispatch(transaction);
    if (removed.length === all.length) this.#records.remove(id);
    this.#changed();
    return once(() => {
      this.#records.restore(id);
      const again = kind && markAnnotation(this.#editor.state, { id, kind }, tracked.stretches);
      if (again !== undefined) this.#editor.view.dispatch(again);
      this.#changed();
    });
  }

  /** Notes whether undo or redo is among changes of the document. */
  follow(transactions: readonly Transaction[]): void {
    this.#steppedBack ||= transactions.some((item) => item.getMeta('history$') !== undefined);
  }

  /** Brings the records after the marks of the document. True when a record came or went. */
  followMarks(): boolean {
    const marked = new Set(this.#places.text().annotationPlaces().keys());
    const changed = this.#records.follow(marked, this.#steppedBack);
    this.#steppedBack = false;
    return changed;
  }

  /** All of them with their places in the text as it is now. */
  list(): Annotation[] {
    const annotations = this.#records.list(this.#places.text().annotationPlaces());
    this.#shown.clear();
    for (const { id, state } of annotations) this.#shown.set(id, state);
    return annotations;
  }

  #changed(): void {
    for (const [id, before] of this.#shown) this.#showState(id, before);
    this.#onChange();
  }

  /** How a mark is underlined follows its record, without touching the document. */
  #showState(id: string, before: string): void {
    const state = this.#records.get(id)?.state;
    if (state === undefined || state === before || !this.#places.isShown) return;
    for (const span of this.#editor.view.dom.querySelectorAll(`[data-annotation="${id}"]`)) {
      if (span instanceof HTMLElement) span.dataset['state'] = state;
    }
  }
}

function newId(): string {
  return makeUuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}
