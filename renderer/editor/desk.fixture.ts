import { ORPCError } from '@orpc/client';
import { toArticleDocument } from '../../core/article/canonical-document.ts';
import type { Annotation, AnnotationInput } from '../../core/article/annotation.ts';
import { emptyArticleFields } from '../../core/article/article.ts';
import type { Article, ArticleFields } from '../../core/article/article.ts';
import type { ArticleDocument, DocumentNode } from '../../core/article/document.ts';
import type { Extraction } from '../../core/extraction/extract.ts';
import type { ImportDecision } from '../../core/importers/import-report.ts';
import { BackendLostError } from '../api/app-failure.ts';
import type { Client } from '../api/client.ts';
import type { OpenArticle } from './article-session.ts';

/**
 * The other side of the door, as far as an open article speaks with it: articles with revisions in memory. `lose` makes
 * the next save fail as when the backend dies, before or after it wrote.
 */
export class Desk {
  readonly articles = new Map<string, Stored>();
  /** What was asked, in order: `save`, with the records it wrote and removed as `+<id>`, `-<id>`. */
  readonly calls: string[] = [];
  /** What saves decided about import reports, in order. */
  readonly decisions: ImportDecision[] = [];
  /** Looks through a text; undefined: the backend is away. */
  find: ((text: string, publishedOn: string | null) => Extraction) | undefined;
  #lost: 'before' | 'after' | undefined;
  #made = 0;

  lose(when: 'before' | 'after'): void {
    this.#lost = when;
  }

  make(content: DocumentNode[], fields: Partial<ArticleFields> = {}): OpenArticle {
    this.#made += 1;
    const id = `00000000-0000-7000-8000-${String(this.#made).padStart(12, '0')}`;
    const article: Article = {
      ...emptyArticleFields,
      ...fields,
      id,
      createdAt: moment(1),
      updatedAt: moment(1),
      revision: 1,
      wordCount: 0,
      deletedAt: null,
    };
    const document = toArticleDocument({ type: 'doc', content });
    const stored = { annotations: new Map(), rejected: new Set<string>(), revisions: [] };
    this.articles.set(id, { article, document, ...stored });
    return this.open(id);
  }

  open(id: string): OpenArticle {
    const { article, document, annotations, rejected } = this.#find(id);
    const records = [...annotations.values()];
    return { article, document, annotations: records, imported: false, rejected: [...rejected] };
  }

  save(
    id: string,
    baseRevision: number,
    fields: Partial<ArticleFields> = {},
    document?: ArticleDocument,
    records: readonly AnnotationInput[] = [],
    removedRecords: readonly string[] = [],
  ): { article: Article; annotations: Annotation[] } {
    const stored = this.#find(id);
    if (baseRevision !== stored.article.revision) throw new ORPCError('CONFLICT', { data: {} });
    stored.revisions.push({ fields: stored.article, document: stored.document });
    if (document !== undefined) stored.document = toArticleDocument(document.doc);
    for (const record of records) stored.annotations.set(record.id, { ...record, places: [] });
    for (const removed of removedRecords) stored.annotations.delete(removed);
    const revision = stored.article.revision + 1;
    stored.article = { ...stored.article, ...fields, revision, updatedAt: moment(revision) };
    return { article: stored.article, annotations: [...stored.annotations.values()] };
  }

  /** The client of this desk; only what an open article calls is there. */
  client(): Client {
    const client = {
      articles: {
        open: async ({ id }: { id: string }) => this.open(id),
        create: async ({ fields }: { fields: Partial<ArticleFields> }) =>
          this.make([{ type: 'paragraph' }], fields),
        save: async (input: {
          id: string;
          baseRevision: number;
          fields?: Partial<ArticleFields>;
          document?: ArticleDocument;
          records?: AnnotationInput[];
          removedRecords?: string[];
          decisions?: ImportDecision[];
        }) => {
          const records = [
            ...(input.records ?? []).map((record) => ` +${record.id}`),
            ...(input.removedRecords ?? []).map((removed) => ` -${removed}`),
          ];
          this.calls.push(`save${records.join('')}`);
          const lost = this.#lost;
          this.#lost = undefined;
          if (lost === 'before') throw new BackendLostError();
          const written = this.save(
            input.id,
            input.baseRevision,
            input.fields,
            input.document,
            input.records,
            input.removedRecords,
          );
          this.decisions.push(...(input.decisions ?? []));
          if (lost === 'after') throw new BackendLostError();
          return written;
        },
        revision: async ({ id, revision }: { id: string; revision: number }) =>
          this.#find(id).revisions[revision - 1],
      },
      extraction: {
        find: async ({ text, publishedOn }: { text: string; publishedOn: string | null }) => {
          if (this.find === undefined) throw new BackendLostError();
          return this.find(text, publishedOn);
        },
        decide: async (input: { articleId: string; reject?: string[]; allow?: string[] }) => {
          const { rejected } = this.#find(input.articleId);
          if (this.find === undefined) throw new BackendLostError();
          for (const fingerprint of input.reject ?? []) rejected.add(fingerprint);
          for (const fingerprint of input.allow ?? []) rejected.delete(fingerprint);
          return { rejected: [...rejected] };
        },
      },
    };
    return client as unknown as Client;
  }

  #find(id: string): Stored {
    const stored = this.articles.get(id);
    if (stored === undefined) throw new ORPCError('NOT_FOUND', { data: {} });
    return stored;
  }
}

interface Stored {
  article: Article;
  document: ArticleDocument;
  annotations: Map<string, Annotation>;
  rejected: Set<string>;
  revisions: { fields: Article; document: ArticleDocument }[];
}

function moment(revision: number): string {
  return new Date(Date.UTC(2026, 0, 28, 10, revision)).toISOString();
}
