import { createContext, use, useSyncExternalStore } from 'react';
import type { Editor } from '@tiptap/core';
import type { Annotation, AnnotationValue } from '../../core/article/annotation.ts';
import type { Article, ArticleFields } from '../../core/article/article.ts';
import type { ArticleDocument } from '../../core/article/document.ts';
import type { ErrorDetails } from '../../core/errors.ts';
import type { ChangeEdit } from '../../core/importers/import-change-edit.ts';
import type { Failure, FailureCode } from '../api/app-failure.ts';
import type { Client } from '../api/client.ts';
import type { Decision } from './decision-step.ts';
import type { ImportChangeState } from './import-decisions.ts';
import type { PageControls } from './page-controls.ts';
import type { PageSuggestions } from './page-suggestions.ts';
import type { ShownSuggestions } from './shown-suggestions.ts';
import type { SuggestionState } from './suggestion-finder.ts';

/** What `articles.open` and `articles.create` answer. */
export type OpenArticle = Awaited<ReturnType<Client['articles']['open']>>;

/**
 * `saved`, `dirty`, `saving`: as they say. `failed`: everything is kept, and is tried again at `retryAt`
 * (milliseconds since 1970; null: after the next change only). `conflict`: somebody else saved; `theirs` is
 * their version and nothing is written until `resolveConflict`.
 */
export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  | { kind: 'dirty' }
  | { kind: 'failed'; code: FailureCode; details: ErrorDetails; retryAt: number | null }
  | { kind: 'conflict'; theirs: OpenArticle };

/** Words selected on the page: UTF-16 offsets into the article's plain text, end exclusive. */
export interface PageSelection {
  surface: string;
  start: number;
  end: number;
}

export interface ArticleSessionState {
  /** The record with everything typed so far, saved or not. */
  article: Article;
  /** Records with their places in the document as it is now (refreshed shortly after typing stops). */
  annotations: readonly Annotation[];
  saveState: SaveState;
  /** In text order, each with its position in the document. */
  footnotes: readonly { position: number; text: string }[];
  wordCount: number;
  /** Whole minutes; 0 for an empty article. */
  readingMinutes: number;
  selection: PageSelection | null;
  /** Those under the caret or touched by the selection. */
  activeAnnotationIds: readonly string[];
  /** Whether there is an import report and an original to show. */
  imported: boolean;
  /** How changes of the import report stand by what was decided here, by their ids; others as the report on disk says. */
  importStates: ReadonlyMap<number, ImportChangeState>;
  /** What the program proposes and nobody has decided about; places follow shortly after typing stops. */
  suggestions: ShownSuggestions;
  suggestionState: SuggestionState;
  /** Set when the article may be read but not edited (in the trash, or with a document that is not understood). */
  readOnly: Failure | { code: 'TRASHED'; details: ErrorDetails } | null;
}

/** Takes back what was just done. Calling it twice does nothing more. */
export type Undo = () => void;

export function once(undo: Undo): Undo {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    undo();
  };
}

/** The open article: its state, and everything that may be done with it. One a window at a time. */
export interface ArticleSession {
  readonly id: string;
  readonly editor: Editor;
  /** What is open over the page: `session.page.open({ kind: 'history' })`. */
  readonly page: PageControls;
  /** Decides about what is suggested: `session.suggestions.accept([key])`. */
  readonly suggestions: Pick<PageSuggestions, 'accept' | 'reject' | 'placesOf' | 'retry'>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => ArticleSessionState;
  /** The article's plain text as it is now; offsets everywhere are into it. */
  plainText(): string;
  /** The document as it is now, in the stored form. */
  document(): ArticleDocument;
  /** The selected words at this moment; `getSnapshot().selection` follows a little later. */
  selectionNow(): PageSelection | null;
  setFields(fields: Partial<ArticleFields>): void;
  /**
   * Marks `place` (the page's selection if none is given) as a name, date or source and keeps its record.
   * Undefined when there is nothing to mark. With `id`, another place of that annotation; `value` is then its value.
   */
  addAnnotation(
    value: AnnotationValue,
    place?: { start: number; end: number },
    id?: string,
  ): string | undefined;
  updateAnnotation(id: string, value: AnnotationValue): void;
  /** Removes record and marks. What the program had found there is turned down with it. */
  removeAnnotation(id: string): Undo;
  /** Removes one place of an annotation, and its record with the last. */
  removePlace(id: string, start: number, end: number): Undo;
  /** Scrolls there, selects the words and lights them up. Focuses the page unless told not to. */
  jumpTo(start: number, end: number, options?: { focus?: boolean }): void;
  /** Scrolls there and lights the words up; caret and focus stay where they are. */
  showPlace(start: number, end: number): void;
  /** Whether something typed is not on disk yet. */
  isDirty(): boolean;
  /**
   * Decides about a change of the import report. With an `edit`, that edit, the fields and the state are one step of
   * undo: what takes the one back takes back the others. Saved together. False, and nothing is done, when the edit's
   * place is not in the text. `former`: the state until now.
   */
  decideImportChange(
    edit: ChangeEdit | null,
    decision: Decision,
    former: ImportChangeState,
  ): boolean;
  /** Replaces fields and document by those of a revision; saved as a new one. */
  restoreRevision(revision: number): Promise<Undo>;
  /** Settles when all typed so far is on disk (true) or cannot be saved now (false). Never rejects. */
  flush(): Promise<boolean>;
  /** Keeps image files in the library and puts figures of them behind the caret. */
  insertImages(files: readonly File[]): Promise<void>;
  focusPage(): void;
  /**
   * `mine` overwrites their version (which stays as a revision), `theirs` takes it over, `copy` takes it over and
   * keeps mine as a new article, whose id is returned.
   */
  resolveConflict(choice: 'mine' | 'theirs' | 'copy'): Promise<string | undefined>;
  /** Flushes and lets go of everything. */
  close(): Promise<boolean>;
}

export const ArticleSessionContext = createContext<ArticleSession | null>(null);

/** The open article's session. Throws outside of an `ArticleSessionContext`. */
export function useArticleSession(): ArticleSession {
  const session = use(ArticleSessionContext);
  if (session === null) throw new Error('No article is open here');
  return session;
}

/** A part of the session's state; renders again only when that part is another value (compared by identity). */
export function useSessionState<T>(
  session: ArticleSession,
  select: (state: ArticleSessionState) => T,
): T {
  return useSyncExternalStore(session.subscribe, () => select(session.getSnapshot()));
}
