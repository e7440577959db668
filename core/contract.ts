import { oc } from '@orpc/contract';
import * as z from 'zod';
import { annotationInputSchema, annotationSchema, nameKinds } from './article/annotation.ts';
import {
  articleFieldsSchema,
  articleSchema,
  articleSummarySchema,
  idSchema,
  isoDateSchema,
} from './article/article.ts';
import { articleDocumentSchema } from './article/document.ts';
import { entityArticleSchema, entityFieldsSchema, entitySchema } from './directory/entity.ts';
import { errorCodes } from './errors.ts';
import type { ErrorCode } from './errors.ts';
import { exportFormats } from './exporters/export-format.ts';
import { extractionSchema } from './extraction/extraction-schema.ts';
import { importDecisionSchema, importRecordSchema } from './importers/import-report.ts';
import { settingsSchema } from './settings.ts';

/**
 * THE contract: every method of the backend, its input and output, for all three doors (window, loopback,
 * command line). Adding a method is an entry here and a handler in `backend/services`.
 */

const detailsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

const statuses: Partial<Record<ErrorCode, number>> = {
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID_INPUT: 400,
  INVALID_DOCUMENT: 422,
  DOCUMENT_NEWER: 422,
  FILE_NOT_TEXT: 422,
  FILE_EMPTY: 422,
  FILE_TOO_LARGE: 413,
  FILE_UNREADABLE: 422,
  FILE_UNSUPPORTED: 415,
  NO_ARTICLE_IN_FILE: 422,
  READ_ONLY: 403,
  UNAUTHORIZED: 401,
  CLOSING: 503,
  DISK_FULL: 507,
};

/** HTTP status of an error at the loopback door; the other doors do not look at it. */
export function errorStatus(code: ErrorCode): number {
  return statuses[code] ?? 500;
}

const appErrors = Object.fromEntries(
  errorCodes.map((code) => [code, { status: errorStatus(code), data: detailsSchema }]),
) as { [code in ErrorCode]: { status: number; data: typeof detailsSchema } };

const method = oc.errors(appErrors);

const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int() });

const openArticleSchema = z.object({
  article: articleSchema,
  document: articleDocumentSchema,
  annotations: z.array(annotationSchema),
  /** Whether the article was imported, so that a report and an original can be shown. */
  imported: z.boolean(),
  /** Fingerprints of suggestions that an editor turned down in the article. */
  rejected: z.array(z.string()),
});

/** What `undo` takes back. */
const entityChangeSchema = z.object({ changeId: idSchema });

const fingerprintSchema = z.string().min(1).max(300);

const revisionSummarySchema = z.object({
  revision: z.int(),
  savedAt: z.iso.datetime(),
  author: z.string(),
  headline: z.string(),
  wordCount: z.int(),
});

export const contract = {
  library: {
    status: method.output(
      z.object({
        path: z.string(),
        /** Set when the library could not be written and a copy was opened instead. */
        readOnlyOriginal: z.string().nullable(),
        articles: z.int(),
        trashed: z.int(),
        /** The program's own version. */
        version: z.string(),
      }),
    ),
    /** Reads every page, document and revision chain. Changes nothing. */
    check: method.output(
      z.object({
        ok: z.boolean(),
        articles: z.int(),
        revisions: z.int(),
        problems: z.array(z.object({ articleId: z.string().nullable(), problem: z.string() })),
      }),
    ),
  },
  articles: {
    /**
     * Newest change first. With a `query`, those that hold every word of it ("quoted words": as a phrase;
     * word*: a prefix), in headline or body, with a snippet. `cursor` is the `nextCursor` of the page before.
     */
    list: method
      .input(
        z.object({
          query: z.string().max(500).default(''),
          trash: z.boolean().default(false),
          cursor: z.string().nullable().default(null),
          limit: z.int().min(1).max(200).default(50),
        }),
      )
      .output(page(articleSummarySchema)),
    create: method
      .input(
        z.object({
          fields: articleFieldsSchema.partial().default({}),
          document: articleDocumentSchema.optional(),
        }),
      )
      .output(openArticleSchema),
    open: method.input(z.object({ id: idSchema })).output(openArticleSchema),
    /**
     * Answers only after everything is on disk. A stale `baseRevision` is CONFLICT and overwrites nothing.
     * A save that changes nothing keeps the revision. `records` and `removedRecords` are names, dates and sources to
     * write and to remove in the same step, so that no mark is on disk without its record; their places follow from
     * the document's marks. `decisions`, about changes of the article's import report, are written in that step too, so
     * that the report never says of the text what is not so; alone they make no revision. NOT_FOUND for one about a
     * change that is not there, INVALID_INPUT for a state that the change cannot have.
     */
    save: method
      .input(
        z.object({
          id: idSchema,
          baseRevision: z.int().min(1),
          fields: articleFieldsSchema.partial().optional(),
          document: articleDocumentSchema.optional(),
          records: z.array(annotationInputSchema).max(10_000).default([]),
          removedRecords: z.array(idSchema).max(10_000).default([]),
          decisions: z.array(importDecisionSchema).max(10_000).default([]),
        }),
      )
      .output(z.object({ article: articleSchema, annotations: z.array(annotationSchema) })),
    /** Into the trash, where it stays until `restore` or `destroy`. */
    trash: method.input(z.object({ id: idSchema })).output(articleSchema),
    restore: method.input(z.object({ id: idSchema })).output(articleSchema),
    /** Removes a trashed article with its revisions for good. */
    destroy: method.input(z.object({ id: idSchema })).output(z.object({ id: idSchema })),
    /** Newest revision first. */
    revisions: method
      .input(
        z.object({
          id: idSchema,
          before: z.int().optional(),
          limit: z.int().min(1).max(200).default(50),
        }),
      )
      .output(z.object({ items: z.array(revisionSummarySchema), more: z.boolean() })),
    revision: method.input(z.object({ id: idSchema, revision: z.int().min(1) })).output(
      z.object({
        summary: revisionSummarySchema,
        fields: articleFieldsSchema,
        document: articleDocumentSchema,
      }),
    ),
  },
  extraction: {
    /** Names, dates and statements in the article's text as it is on the page, saved or not. Writes nothing. */
    find: method
      .input(
        z.object({
          articleId: idSchema,
          /** Plain text of the document; offsets of the answer are into it. */
          text: z.string().max(5_000_000),
          /** Relative dates are counted from it; a month or a year, or none, leaves them open. */
          publishedOn: isoDateSchema.nullable(),
        }),
      )
      .output(extractionSchema),
    /** Turns suggestions down, or takes that back; answers all that are turned down in the article. */
    decide: method
      .input(
        z.object({
          articleId: idSchema,
          reject: z.array(fingerprintSchema).max(10_000).default([]),
          allow: z.array(fingerprintSchema).max(10_000).default([]),
        }),
      )
      .output(z.object({ rejected: z.array(z.string()) })),
  },
  entities: {
    /** By name. With a `query`, those one of whose forms begins so, however it is written. */
    list: method
      .input(
        z.object({
          query: z.string().max(500).default(''),
          kind: z.enum(nameKinds).nullable().default(null),
          cursor: z.string().nullable().default(null),
          limit: z.int().min(1).max(200).default(50),
        }),
      )
      .output(page(entitySchema)),
    /** With the articles that name it, newest change first. */
    read: method
      .input(z.object({ id: idSchema }))
      .output(z.object({ entity: entitySchema, articles: z.array(entityArticleSchema) })),
    create: method.input(entityFieldsSchema).output(entitySchema),
    /** CONFLICT for an old `version`. */
    change: method
      .input(
        z.object({
          id: idSchema,
          version: z.int().min(1),
          fields: entityFieldsSchema.partial(),
        }),
      )
      .output(entityChangeSchema),
    /** All names that point to `from` point to `into`, which takes over its forms and titles. */
    merge: method.input(z.object({ from: idSchema, into: idSchema })).output(entityChangeSchema),
    /** A new entry with some of the forms, to which the names in `articleIds` point. */
    split: method
      .input(
        z.object({
          id: idSchema,
          fields: entityFieldsSchema,
          articleIds: z.array(idSchema).max(100_000),
        }),
      )
      .output(entityChangeSchema.extend({ newId: idSchema })),
    /** Names that pointed to it stay names. */
    remove: method.input(z.object({ id: idSchema })).output(entityChangeSchema),
    /** CONFLICT where an entry was changed again since, or the change was taken back already. */
    undo: method.input(entityChangeSchema).output(entityChangeSchema),
  },
  imports: {
    /** The same bytes a second time give `duplicate` with the article they made, unless `again`. */
    create: method
      .input(
        z.object({
          file: z.file(),
          publishedOn: isoDateSchema.nullable().default(null),
          again: z.boolean().default(false),
        }),
      )
      .output(
        z.object({
          outcome: z.enum(['created', 'duplicate']),
          articleId: idSchema,
          headline: z.string(),
          /** Counts of the report's changes by kind. */
          removed: z.int(),
          joined: z.int(),
          proposed: z.int(),
        }),
      ),
    report: method.input(z.object({ articleId: idSchema })).output(importRecordSchema),
  },
  exports: {
    render: method.input(z.object({ id: idSchema, format: z.enum(exportFormats) })).output(
      z.object({
        /** Safe on every system, with its extension; Arabic kept. */
        fileName: z.string(),
        mediaType: z.string(),
        text: z.string(),
      }),
    ),
  },
  assets: {
    put: method.input(z.object({ file: z.file() })).output(
      z.object({
        /** `asset:<sha256>` */
        src: z.string(),
        mediaType: z.string(),
        size: z.int(),
      }),
    ),
    get: method.input(z.object({ src: z.string() })).output(z.file()),
  },
  settings: {
    get: method.output(settingsSchema),
    set: method.input(settingsSchema.partial()).output(settingsSchema),
  },
};

export type Contract = typeof contract;
