import { canonicalDocument } from '../../core/article/canonical-document.ts';
import type { AnnotationInput } from '../../core/article/annotation.ts';
import type { ImportDecision } from '../../core/importers/import-report.ts';
import { articleFieldsSchema } from '../../core/article/article.ts';
import type { Article, ArticleFields } from '../../core/article/article.ts';
import type { ArticleDocument } from '../../core/article/document.ts';
import { toFailure } from '../api/app-failure.ts';
import type { Client } from '../api/client.ts';
import type { OpenArticle } from './article-session.ts';
import type { SaveOutcome } from './autosave.ts';

/** What is on the page at the moment of a save. `documentKey` is another value whenever the document is another one. */
export interface Draft {
  fields: ArticleFields;
  documentKey: unknown;
  document: () => ArticleDocument;
  /** Records to write with the document, and ids of those to remove. */
  records: readonly AnnotationInput[];
  removed: readonly string[];
  /** About changes of the import report. */
  decisions: readonly ImportDecision[];
}

export interface Written {
  article: Article;
  annotations: OpenArticle['annotations'];
}

/**
 * Writes one article: only what changed since the last save, on top of the revision it knows. A save whose answer got
 * lost (the backend died after writing) is recognised and not taken for somebody else's.
 */
export class ArticleWriter {
  readonly #client: Client;
  readonly #id: string;
  #revision: number;
  #fields: ArticleFields;
  #documentKey: unknown;
  /** Sent, and neither acknowledged nor refused. */
  #unanswered: Sent[] = [];

  constructor(client: Client, article: Article, documentKey: unknown) {
    this.#client = client;
    this.#id = article.id;
    this.#revision = article.revision;
    this.#fields = fieldsOf(article);
    this.#documentKey = documentKey;
  }

  /** Goes on from another version than the one known so far, as after a conflict. */
  rebase(article: Article, documentKey: unknown): void {
    this.#revision = article.revision;
    this.#fields = fieldsOf(article);
    this.#documentKey = documentKey;
    this.#unanswered = [];
  }

  /**
   * Never rejects. `onWritten` gets the article and its records as they are on disk. `leaving`: the page may be gone before
   * the answer comes.
   */
  async write(
    draft: Draft,
    onWritten: (written: Written) => void,
    leaving = false,
  ): Promise<SaveOutcome<OpenArticle>> {
    try {
      return await this.#save(draft, onWritten, leaving);
    } catch (error) {
      return { kind: 'failed', failure: toFailure(error) };
    }
  }

  /**
   * Sends a draft on top of the one that is on its way, from a page that is going away. If the page stays after all, the
   * next save finds the draft on disk and knows it for its own.
   */
  writeBehind(draft: Draft): void {
    const before = this.#unanswered.at(-1);
    if (before === undefined) return;
    this.#unanswered.push(draft);
    this.#send(draft, before, this.#revision + 1, true).catch(() => undefined);
  }

  async #save(
    draft: Draft,
    onWritten: (written: Written) => void,
    leaving: boolean,
  ): Promise<SaveOutcome<OpenArticle>> {
    const sent: Sent = { ...draft };
    this.#unanswered.push(sent);
    try {
      const known = { fields: this.#fields, documentKey: this.#documentKey };
      const written = await this.#send(sent, known, this.#revision, leaving);
      this.#accept(sent, written.article);
      onWritten(written);
      return { kind: 'saved', at: written.article.updatedAt };
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'CONFLICT') return this.#meetConflict(draft, onWritten, leaving);
      if (failure.code !== 'BACKEND_LOST')
        this.#unanswered = this.#unanswered.filter((other) => other !== sent);
      return { kind: 'failed', failure };
    }
  }

  /** Only what differs from the version `known`. */
  #send(
    draft: Draft,
    known: Pick<Draft, 'fields' | 'documentKey'>,
    baseRevision: number,
    leaving: boolean,
  ): Promise<Written> {
    const fields = changedFields(known.fields, draft.fields);
    return this.#client.articles.save(
      {
        id: this.#id,
        baseRevision,
        ...(Object.keys(fields).length > 0 && { fields }),
        ...(draft.documentKey !== known.documentKey && { document: draft.document() }),
        records: [...draft.records],
        removedRecords: [...draft.removed],
        decisions: [...draft.decisions],
      },
      { context: { outlivesPage: leaving } },
    );
  }

  async #meetConflict(
    draft: Draft,
    onWritten: (written: Written) => void,
    leaving: boolean,
  ): Promise<SaveOutcome<OpenArticle>> {
    const theirs = await this.#client.articles.open({ id: this.#id });
    const ours = this.#unanswered.findLast((sent) => isSame(sent, theirs));
    if (ours === undefined) {
      this.#unanswered = [];
      return { kind: 'conflict', theirs };
    }
    this.#accept(ours, theirs.article);
    if (
      // What an article holds does not tell whether they were written; writing them again changes nothing.
      draft.decisions.length === 0 &&
      draft.documentKey === ours.documentKey &&
      hasRecords(draft, theirs) &&
      Object.keys(changedFields(this.#fields, draft.fields)).length === 0
    ) {
      onWritten(theirs);
      return { kind: 'saved', at: theirs.article.updatedAt };
    }
    return this.#save(draft, onWritten, leaving);
  }

  #accept(sent: Sent, article: Article): void {
    this.#revision = article.revision;
    this.#fields = sent.fields;
    this.#documentKey = sent.documentKey;
    // What was sent behind it may be on disk too.
    this.#unanswered = this.#unanswered.slice(this.#unanswered.indexOf(sent) + 1);
  }
}

/** The fields an editor fills in, out of a whole record. */
export function fieldsOf(article: ArticleFields): ArticleFields {
  const { headline, kicker, deck, slug, bylines, dateline } = article;
  const { desk, language, tags, publishedOn, status } = article;
  return {
    headline,
    kicker,
    deck,
    slug,
    bylines,
    dateline,
    desk,
    language,
    tags,
    publishedOn,
    status,
  };
}

type Sent = Draft;

/** Whether all records of a draft are on disk as it has them, and those it removed are gone. */
function hasRecords(
  { records, removed }: Pick<Draft, 'records' | 'removed'>,
  { annotations }: OpenArticle,
): boolean {
  const onDisk = new Map(annotations.map((record) => [record.id, JSON.stringify(inOrder(record))]));
  return (
    records.every((record) => onDisk.get(record.id) === JSON.stringify(inOrder(record))) &&
    removed.every((id) => !onDisk.has(id))
  );
}

function inOrder({ id, value, state, origin }: AnnotationInput): unknown[] {
  return [id, Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)), state, origin];
}

function changedFields(before: ArticleFields, after: ArticleFields): Partial<ArticleFields> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) =>
        JSON.stringify(value) !== JSON.stringify(before[key as keyof ArticleFields]),
    ),
  );
}

/**
 * Whether a version on disk is, as a whole, what the page held when `sent` went out. What was sent alone does not tell:
 * somebody else may have made the same change of a field, and another of the text.
 */
function isSame(sent: Sent, theirs: OpenArticle): boolean {
  const fields = articleFieldsSchema.safeParse(sent.fields);
  if (!fields.success) return false;
  if (Object.keys(changedFields(fieldsOf(theirs.article), fields.data)).length > 0) return false;
  if (!hasRecords(sent, theirs)) return false;
  return (
    JSON.stringify(canonicalDocument(sent.document().doc)) ===
    JSON.stringify(canonicalDocument(theirs.document.doc))
  );
}
