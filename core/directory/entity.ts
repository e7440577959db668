import * as z from 'zod';
import { nameKinds } from '../article/annotation.ts';
import { idSchema, isoDateSchema } from '../article/article.ts';

/** The newsroom's directory: who and what the names of all articles speak of. */

const line = (max: number) => z.string().trim().max(max);

/** An office or description and the time it was held; ISO 8601 at the grain that is known, null: open. */
export const entityTitleSchema = z.object({
  title: line(300).min(1),
  from: isoDateSchema.nullable(),
  until: isoDateSchema.nullable(),
});

/** What an editor fills in. */
export const entityFieldsSchema = z.object({
  /** Canonical form: how the newsroom writes it. */
  name: line(300).min(1),
  kind: z.enum(nameKinds),
  /** Other forms by which texts call it: nothing is found by a form that is not here. */
  aliases: z.array(line(300).min(1)).max(200),
  titles: z.array(entityTitleSchema).max(200),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  note: z.string().max(4000),
  /** Wikidata's id: `Q42`. */
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d{0,14}$/)
    .nullable(),
});
export type EntityFields = z.infer<typeof entityFieldsSchema>;

export const emptyEntityFields: Omit<EntityFields, 'name' | 'kind'> = {
  aliases: [],
  titles: [],
  country: null,
  note: '',
  wikidata: null,
};

export const entitySchema = entityFieldsSchema.extend({
  id: idSchema,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** One more at every change; a change or undo that knows an older one is CONFLICT. */
  version: z.int().min(1),
  /** Made by the program when a name was confirmed, and not touched by hand since. */
  isAutomatic: z.boolean(),
  /** Articles outside the trash that name it. */
  articles: z.int().min(0),
});
export type DirectoryEntity = z.infer<typeof entitySchema>;

/** An article that names an entity, newest change first. */
export const entityArticleSchema = z.object({
  articleId: idSchema,
  headline: z.string(),
  publishedOn: isoDateSchema.nullable(),
  /** The words by which it is called there. */
  surfaces: z.array(z.string()),
});
export type EntityArticle = z.infer<typeof entityArticleSchema>;
