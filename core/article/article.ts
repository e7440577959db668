import * as z from 'zod';

/** The record of an article, apart from its document. Dates are ISO 8601; offsets are UTF-16 units. */

export const idSchema = z.uuid({ version: 'v7' });

/** `2026`, `2026-01`, `2026-01-28` or `2026-01-28T14:30` with an optional offset (`Z`, `+03:00`). */
export const isoDateSchema = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/,
  )
  .refine(isCalendarDate);

export const articleStatuses = ['draft', 'editing', 'review', 'ready', 'published'] as const;
export const articleStatusSchema = z.enum(articleStatuses);
export type ArticleStatus = z.infer<typeof articleStatusSchema>;

/** One line of text: no line breaks, no control characters, no lone surrogates, trimmed. Tashkeel and direction marks stay. */
const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => toLine(value));

/** Empty entries are dropped. */
const lines = (max: number, count: number) =>
  z
    .array(line(max))
    .max(count)
    .transform((values) => values.filter((value) => value !== ''));

/** BCP 47, as `ar`, `ar-SY`, `en`. */
const languageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** What an editor fills in. `publishedOn` null: not known yet. */
export const articleFieldsSchema = z.object({
  headline: line(1000),
  /** The short line above the headline. */
  kicker: line(500),
  /** The sub-headline below it. */
  deck: line(2000),
  slug: line(200),
  bylines: lines(200, 50),
  dateline: z.object({ place: line(200), date: isoDateSchema.nullable() }),
  desk: line(200),
  language: languageSchema,
  tags: lines(100, 200),
  publishedOn: isoDateSchema.nullable(),
  status: articleStatusSchema,
});
export type ArticleFields = z.infer<typeof articleFieldsSchema>;

export const emptyArticleFields: ArticleFields = {
  headline: '',
  kicker: '',
  deck: '',
  slug: '',
  bylines: [],
  dateline: { place: '', date: null },
  desk: '',
  language: 'ar',
  tags: [],
  publishedOn: null,
  status: 'draft',
};

/** `revision` counts saves from 1. `createdAt`, `updatedAt`: ISO date-times in UTC. */
export const articleSchema = articleFieldsSchema.extend({
  id: idSchema,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  revision: z.int().min(1),
  wordCount: z.int().min(0),
  /** Set while the article lies in the trash. */
  deletedAt: z.iso.datetime().nullable(),
});
export type Article = z.infer<typeof articleSchema>;

/** A row of the library's list; `snippet` only in search results: its `marks` are [start, end) in `text`. */
export const articleSummarySchema = articleSchema
  .pick({
    id: true,
    headline: true,
    kicker: true,
    status: true,
    language: true,
    desk: true,
    wordCount: true,
    publishedOn: true,
    updatedAt: true,
    revision: true,
    deletedAt: true,
  })
  .extend({
    /** The first words of the body, for a list row without a headline. */
    opening: z.string(),
    snippet: z.object({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) }).optional(),
  });
export type ArticleSummary = z.infer<typeof articleSummarySchema>;

function toLine(value: string): string {
  const wellFormed = value.toWellFormed();
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what must not enter a line
  return wellFormed.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}

function isCalendarDate(value: string): boolean {
  const [year, month, day] = value.slice(0, 10).split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return true;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
