import { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { readingMinutes } from '../../core/arabic/count-words.ts';
import type { AnnotationValue } from '../../core/article/annotation.ts';
import type { ArticleFields } from '../../core/article/article.ts';
import { canonicalDocument } from '../../core/article/canonical-document.ts';
import { documentSchemaVersion } from '../../core/article/document-schema.ts';
import type { ArticleDocument } from '../../core/article/document.ts';
import { migrateDocument } from '../../core/article/document-migrations.ts';
import type { ChangeEdit } from '../../core/importers/import-change-edit.ts';
import type { Client } from '../api/client.ts';
import { annotationsAtSelection } from './annotation-marks.ts';
import { AnnotationRecords } from './annotation-records.ts';
import { once } from './article-session.ts';
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
import { decisionStep, DecisionStep, fieldsToSet } from './decision-step.ts';
import type { Decision } from './decision-step.ts';
import { ImportDecisions } from './import-decisions.ts';
import type { ImportChangeState } from './import-decisions.ts';
import { makeImportEdit } from './import-edit.ts';
import { insertImages } from './insert-images.ts';
import { LibraryImages } from './library-images.ts';
import { PageAnnotations } from './page-annotations.ts';
import { PageControls } from './page-controls.ts';
import { PagePlaces } from './page-places.ts';
import { PageSuggestions } from './page-suggestions.ts';
import type { PageText } from './page-words.ts';
import { noSuggestions } from './shown-suggestions.ts';

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
  readonly suggestions: PageSuggestions;
  readonly #images: LibraryImages;
  readonly #writer: ArticleWriter;
  readonly #autosave: Autosave<OpenArticle>;
  readonly #records: AnnotationRecords;
  readonly #annotations: PageAnnotations;
  readonly #decisions = new ImportDecisions();
  readonly #whenIdle: (callback: () => void) => void;
  readonly #listeners = new Set<() => void>();
  readonly #places: PagePlaces;
  readonly #versions: ArticleVersions;
  #state: ArticleSessionState;
  #isRefreshDue = false;
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
    this.#annotations = new PageAnnotations({
      editor: this.editor,
      places: this.#places,
      records: this.#records,
      onChange: () => {
        this.#autosave.touch();
        this.#refresh();
      },
    });
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
        this.#decisions.forgetUnwritten();
        this.#set({ ...shown, importStates: this.#decisions.all() });
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
      importStates: this.#decisions.all(),
      suggestions: noSuggestions,
      suggestionState: 'off',
      readOnly: opened.article.deletedAt === null ? null : { code: 'TRASHED', details: {} },
    };
    this.suggestions = new PageSuggestions({
      articleId: this.id,
      client,
      editor: this.editor,
      page: this.page,
      places: this.#places,
      records: this.#records,
      annotations: this.#annotations,
      rejected: opened.rejected,
      publishedOn: () => this.#state.article.publishedOn,
      timers,
      whenIdle,
      onShow: (shown) => this.#set(shown),
    });
    this.#refresh();
    if (this.#state.readOnly === null) this.suggestions.touch(0);
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
    if ('publishedOn' in fields) this.suggestions.touch(0);
  }

  addAnnotation(
    value: AnnotationValue,
    place?: { start: number; end: number },
    id?: string,
  ): string | undefined {
    return this.#state.readOnly === null ? this.#annotations.add(value, place, id) : undefined;
  }

  updateAnnotation(id: string, value: AnnotationValue): void {
    if (this.#state.readOnly === null) this.#annotations.update(id, value);
  }

  removeAnnotation(id: string): Undo {
    const {
      value,
      origin,
      places = [],
    } = this.#annotations.list().find((each) => each.id === id) ?? {};
    const undo = this.#annotations.remove(id);
    if (value === undefined || origin === 'editor') return undo;
    const allow = this.suggestions.rejectAt(value.kind, places);
    return () => {
      undo();
      allow();
    };
  }

  removePlace(id: string, start: number, end: number): Undo {
    return this.#annotations.remove(id, { start, end });
  }

  jumpTo(start: number, end: number, { focus = true }: { focus?: boolean } = {}): void {
    this.#places.jumpTo(start, end, focus);
  }

  showPlace(start: number, end: number): void {
    this.#places.show(start, end);
  }

  decideImportChange(
    edit: ChangeEdit | null,
    decision: Decision,
    former: ImportChangeState,
  ): boolean {
    if (this.#state.readOnly !== null) return false;
    const step = decisionStep(decision, former, this.#state.article);
    if (edit === null) {
      this.#decide(step);
      return true;
    }
    const transaction = makeImportEdit(this.editor.state, this.#places.text(), edit);
    if (transaction === undefined) return false;
    this.editor.view.dispatch(transaction.step(step));
    return true;
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
    this.suggestions.close();
    this.#images.close();
    this.editor.destroy();
    return saved;
  }

  #follow(transactions: readonly Transaction[]): void {
    if (transactions.some(({ docChanged }) => docChanged)) {
      this.#places.follow(transactions);
      this.#annotations.follow(transactions);
      this.#autosave.touch();
      this.suggestions.touch();
      for (const { steps } of transactions) {
        for (const step of steps) if (step instanceof DecisionStep) this.#decide(step);
      }
    }
    this.#refreshSoon();
  }

  #decide(step: DecisionStep): void {
    this.#decisions.set(step.after.changeId, step.after.state);
    const fields = fieldsToSet(step, this.#state.article);
    this.#set({
      article: { ...this.#state.article, ...fields },
      importStates: this.#decisions.all(),
    });
    this.#autosave.touch();
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
    if (this.#annotations.followMarks()) this.#autosave.touch();
    const annotations = this.#annotations.list();
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
    if (this.#state.readOnly === null) this.suggestions.follow(this.#state.annotations);
  }

  async #save(leaving: boolean) {
    const { draft, pending } = this.#draft();
    const outcome = await this.#writer.write(
      draft,
      ({ article: saved }) =>
        this.#set({ article: { ...saved, ...fieldsOf(this.#state.article) } }),
      leaving,
    );
    if (outcome.kind === 'saved') {
      this.#records.written(pending);
      this.#decisions.written(pending.decisions);
    }
    return outcome;
  }

  #draft() {
    // The text may be saved before there was time: a mark must not reach the disk without its record.
    if (this.#isRefreshDue) this.#annotations.followMarks();
    const pending = { ...this.#records.pending(), decisions: this.#decisions.pending() };
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

/** The former value when both say the same, so that nothing is shown again for nothing. */
function keepIfEqual<T>(before: T, after: T): T {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
