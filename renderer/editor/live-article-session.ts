import { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { readingMinutes } from '../../core/arabic/count-words.ts';
import type { AnnotationValue } from '../../core/article/annotation.ts';
import type { ArticleFields } from '../../core/article/article.ts';
import { canonicalDocument } from '../../core/article/canonical-document.ts';
import { documentSchemaVersion } from '../../core/article/document-schema.ts';
import type { ArticleDocument } from '../../core/article/document.ts';
import { migrateDocument } from '../../core/article/document-migrations.ts';
import { makeUuidV7 } from '../../core/uuid.ts';
import type { ChangeEdit } from '../../core/importers/import-change-edit.ts';
import type { Client } from '../api/client.ts';
import {
  annotationsAtSelection,
  findAnnotation,
  markAnnotation,
  unmarkAnnotation,
} from './annotation-marks.ts';
import type { Stretch } from './annotation-marks.ts';
import { AnnotationRecords } from './annotation-records.ts';
import type {
  ArticleSession,
  ArticleSessionState,
  OpenArticle,
  PageSelection,
  SaveState,
  Undo,
} from './article-session.ts';
import { ArticleVersions } from './article-versions.ts';
import { ArticleWriter, fieldsOf } from './article-writer.ts';
import type { Draft } from './article-writer.ts';
import { Autosave } from './autosave.ts';
import type { Timers } from './autosave.ts';
import { editorExtensions } from './editor-extensions.ts';
import { makeImportEdit } from './import-edit.ts';
import { insertImages } from './insert-images.ts';
import { LibraryImages } from './library-images.ts';
import { PageControls } from './page-controls.ts';
import { PagePlaces } from './page-places.ts';
import type { PageText } from './page-words.ts';

export interface SessionOptions {
  client: Client;
  opened: OpenArticle;
  words: PageText;
  timers?: Timers;
  /** Runs `callback` when there is time; the work behind typing waits for it. */
  whenIdle?: (callback: () => void) => void;
}

/**
 * `ArticleSession` over a TipTap editor and the backend. Typing only touches the editor; words, places and saving
 * follow when there is time. Throws DOCUMENT_NEWER or INVALID_DOCUMENT for a document it must not open.
 */
export class LiveArticleSession implements ArticleSession {
  readonly id: string;
  readonly editor: Editor;
  readonly page: PageControls;
  readonly #images: LibraryImages;
  readonly #writer: ArticleWriter;
  readonly #autosave: Autosave<OpenArticle>;
  readonly #records: AnnotationRecords;
  readonly #whenIdle: (callback: () => void) => void;
  readonly #listeners = new Set<() => void>();
  readonly #places: PagePlaces;
  readonly #versions: ArticleVersions;
  #state: ArticleSessionState;
  #isRefreshDue = false;
  #steppedBack = false;
  #closed = false;

  constructor({ client, opened, words, timers = browserTimers, whenIdle = idle }: SessionOptions) {
    this.id = opened.article.id;
    this.#whenIdle = whenIdle;
    this.#records = new AnnotationRecords(opened.annotations);
    this.#images = new LibraryImages(client);
    this.page = new PageControls(this.#images, words);
    this.editor = new Editor({
      element: null,
      injectCSS: false,
      editable: opened.article.deletedAt === null,
      enableCoreExtensions: { delete: false, textDirection: false },
      extensions: editorExtensions({
        controls: this.page,
        isKnownAnnotation: (id) => this.#records.isKnown(id),
        annotationState: (id) => this.#records.get(id)?.state ?? 'unknown',
        putImage: (file) => this.#images.put(file),
      }),
      content: canonicalDocument(migrateDocument(opened.document).doc),
      onTransaction: ({ transaction, appendedTransactions }) =>
        this.#follow([transaction, ...appendedTransactions]),
    });
    this.#places = new PagePlaces(this.editor, this.page.flash);
    this.#writer = new ArticleWriter(client, opened.article, this.editor.state.doc);
    this.#autosave = new Autosave<OpenArticle>({
      save: (leaving) => this.#save(leaving),
      saveBehind: () => this.#writer.writeBehind(this.#draft().draft),
      savedAt: opened.article.updatedAt,
      timers,
      onState: () => this.#set({ saveState: this.#saveState() }),
    });
    this.#versions = new ArticleVersions({
      client,
      editor: this.editor,
      records: this.#records,
      writer: this.#writer,
      autosave: this.#autosave,
      session: this,
      onTaken: (shown) => {
        this.#set(shown);
        this.#refresh();
      },
    });
    this.#state = {
      article: opened.article,
      annotations: [],
      footnotes: [],
      saveState: { kind: 'saved', at: opened.article.updatedAt },
      wordCount: 0,
      readingMinutes: 0,
      selection: null,
      activeAnnotationIds: [],
      imported: opened.imported,
      readOnly: opened.article.deletedAt === null ? null : { code: 'TRASHED', details: {} },
    };
    this.#refresh();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): ArticleSessionState => this.#state;

  plainText(): string {
    return this.#places.text().text;
  }

  document(): ArticleDocument {
    return { schemaVersion: documentSchemaVersion, doc: this.#places.text().toJSON() };
  }

  isDirty(): boolean {
    return this.#autosave.isDirty;
  }

  setFields(fields: Partial<ArticleFields>): void {
    if (this.#state.readOnly !== null) return;
    this.#set({ article: { ...this.#state.article, ...fields } });
    this.#autosave.touch();
  }

  addAnnotation(
    value: AnnotationValue,
    place?: { start: number; end: number },
    id?: string,
  ): string | undefined {
    const stretch = this.#places.stretchOf(place ?? this.#places.selection());
    if (stretch === undefined || this.#state.readOnly !== null) return undefined;
    const annotationId = id ?? newId();
    const transaction = markAnnotation(this.editor.state, { id: annotationId, kind: value.kind }, [
      stretch,
    ]);
    if (transaction === undefined) return undefined;
    if (id === undefined || !this.#records.isKnown(id)) this.#records.add(annotationId, value);
    else this.#records.change(id, value);
    this.editor.view.dispatch(transaction);
    this.#recordsChanged();
    return annotationId;
  }

  updateAnnotation(id: string, value: AnnotationValue): void {
    if (this.#state.readOnly === null && this.#records.change(id, value)) this.#recordsChanged();
  }

  removeAnnotation(id: string): Undo {
    return this.#unmark(id, undefined);
  }

  removePlace(id: string, start: number, end: number): Undo {
    return this.#unmark(id, this.#places.stretchOf({ start, end }));
  }

  jumpTo(start: number, end: number, { focus = true }: { focus?: boolean } = {}): void {
    this.#places.jumpTo(start, end, focus);
  }

  applyImportChange(edit: ChangeEdit): void {
    const transaction = makeImportEdit(this.editor.state, this.#places.text(), edit);
    if (transaction !== undefined) this.editor.view.dispatch(transaction);
  }

  async restoreRevision(revision: number): Promise<Undo> {
    return once(await this.#versions.restore(revision));
  }

  flush(how?: { leaving: boolean }): Promise<boolean> {
    return this.#autosave.flush(how);
  }

  sendLast(): void {
    this.#autosave.sendLast();
  }

  selectionNow(): PageSelection | null {
    return this.#places.selection() ?? null;
  }

  insertImages(files: readonly File[]): Promise<void> {
    return insertImages(
      this.editor,
      files,
      (file) => this.#images.put(file),
      (failure) => this.page.tellFailure(failure),
    );
  }

  focusPage(): void {
    if (this.#places.isShown) this.editor.view.focus();
  }

  resolveConflict(choice: 'mine' | 'theirs' | 'copy'): Promise<string | undefined> {
    return this.#versions.resolve(choice);
  }

  async close(): Promise<boolean> {
    const saved = await this.#autosave.flush();
    this.#closed = true;
    this.#autosave.close();
    this.#images.close();
    this.editor.destroy();
    return saved;
  }

  #follow(transactions: readonly Transaction[]): void {
    if (transactions.some(({ docChanged }) => docChanged)) {
      this.#places.follow(transactions);
      this.#steppedBack ||= transactions.some((item) => item.getMeta('history$') !== undefined);
      this.#autosave.touch();
    }
    this.#refreshSoon();
  }

  #refreshSoon(): void {
    if (this.#isRefreshDue) return;
    this.#isRefreshDue = true;
    this.#whenIdle(() => {
      this.#isRefreshDue = false;
      if (!this.#closed) this.#refresh();
    });
  }

  /** Everything that is read off the document: words, places, the selection's words. */
  #refresh(): void {
    const text = this.#places.text();
    const places = text.annotationPlaces();
    if (this.#followMarks()) this.#autosave.touch();
    const annotations = this.#records.list(places);
    const active = annotationsAtSelection(this.editor.state);
    const selection = this.#places.selection() ?? null;
    this.#set({
      annotations: keepIfEqual(this.#state.annotations, annotations),
      footnotes: keepIfEqual(this.#state.footnotes, text.footnotes()),
      wordCount: text.wordCount,
      readingMinutes: readingMinutes(text.wordCount),
      selection: keepIfEqual(this.#state.selection, selection),
      activeAnnotationIds: keepIfEqual(this.#state.activeAnnotationIds, active),
    });
  }

  /** Brings the records after the marks of the document. True when a record came or went. */
  #followMarks(): boolean {
    const marked = new Set(this.#places.text().annotationPlaces().keys());
    const changed = this.#records.follow(marked, this.#steppedBack);
    this.#steppedBack = false;
    return changed;
  }

  #recordsChanged(): void {
    for (const { id, state } of this.#state.annotations) this.#showState(id, state);
    this.#autosave.touch();
    this.#refresh();
  }

  /** How a mark is underlined follows its record, without touching the document. */
  #showState(id: string, before: string): void {
    const state = this.#records.get(id)?.state;
    if (state === undefined || state === before || !this.#places.isShown) return;
    for (const span of this.editor.view.dom.querySelectorAll(`[data-annotation="${id}"]`)) {
      if (span instanceof HTMLElement) span.dataset['state'] = state;
    }
  }

  async #save(leaving: boolean) {
    const { draft, pending } = this.#draft();
    const outcome = await this.#writer.write(
      draft,
      ({ article: saved }) =>
        this.#set({ article: { ...saved, ...fieldsOf(this.#state.article) } }),
      leaving,
    );
    if (outcome.kind === 'saved') this.#records.written(pending);
    return outcome;
  }

  #draft() {
    // The text may be saved before there was time: a mark must not reach the disk without its record.
    if (this.#isRefreshDue) this.#followMarks();
    const pending = this.#records.pending();
    const doc = this.editor.state.doc;
    const draft: Draft = {
      fields: fieldsOf(this.#state.article),
      documentKey: doc,
      document: () => ({
        schemaVersion: documentSchemaVersion,
        doc: this.#places.text(doc).toJSON(),
      }),
      ...pending,
    };
    return { draft, pending };
  }

  #saveState(): SaveState {
    const { state } = this.#autosave;
    if (state.kind !== 'failed') return state;
    return { kind: 'failed', ...state.failure, retryAt: state.retryAt };
  }

  #unmark(id: string, within: Stretch | undefined): Undo {
    const all = findAnnotation(this.editor.state.doc, id);
    const kind = this.#records.get(id)?.value.kind;
    const transaction = unmarkAnnotation(this.editor.state, id, within);
    const removed = all.filter(
      ({ from, to }) => within === undefined || (from < within.to && to > within.from),
    );
    const tracked = this.#places.track(removed);
    if (transaction !== undefined) this.editor.view.dispatch(transaction);
    if (removed.length === all.length) this.#records.remove(id);
    this.#recordsChanged();
    return once(() => {
      this.#records.restore(id);
      const again = kind && markAnnotation(this.editor.state, { id, kind }, tracked.stretches);
      if (again !== undefined) this.editor.view.dispatch(again);
      this.#recordsChanged();
    });
  }

  #set(change: Partial<ArticleSessionState>): void {
    const entries = Object.entries(change) as [keyof ArticleSessionState, unknown][];
    if (entries.every(([key, value]) => this.#state[key] === value)) return;
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const browserTimers: Timers = {
  now: () => Date.now(),
  start: (callback, delay) => setTimeout(callback, delay),
  stop: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout> | undefined),
};

function idle(callback: () => void): void {
  requestIdleCallback(callback, { timeout: 300 });
}

function newId(): string {
  return makeUuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}

function once(action: () => void): Undo {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}

/** The former value when both say the same, so that nothing is shown again for nothing. */
function keepIfEqual<T>(before: T, after: T): T {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
