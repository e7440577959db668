import * as z from 'zod';
import { idSchema, isoDateSchema } from './article.ts';

/**
 * What an article says about the world: names, dates and sources found in it by an editor or by the program.
 * In the document an annotation is a mark that carries only its id and kind; its record is kept beside it.
 */
export const annotationKinds = ['name', 'date', 'source'] as const;
export const annotationKindSchema = z.enum(annotationKinds);
export type AnnotationKind = z.infer<typeof annotationKindSchema>;

export const nameKinds = ['person', 'organisation', 'place', 'other'] as const;
export const sourceKinds = [
  'person',
  'official',
  'agency',
  'medium',
  'document',
  'social',
  'unnamed',
  'other',
] as const;

const text = (max: number) => z.string().max(max);

const nameValueSchema = z.object({
  kind: z.literal('name'),
  /** Canonical form, not necessarily the words in the text. */
  name: text(500),
  nameKind: z.enum(nameKinds),
  /** Title or office as the article gives it. */
  role: text(500),
  note: text(4000),
});

const dateValueSchema = z.object({
  kind: z.literal('date'),
  /** Words as written, or the editor's wording. */
  label: text(500),
  /** ISO 8601 at the grain that is known (`2026`, `2026-01`, `2026-01-28`, `2026-01-28T14:30`); null: not resolved. */
  value: isoDateSchema.nullable(),
  /** Last moment of a range, same forms; null for a single date. */
  end: isoDateSchema.nullable(),
  note: text(4000),
  /** As the program read the words; absent for a date that an editor marked. Meanings are those of `extraction/mentions.ts`. */
  reading: z
    .object({ timex: text(100), until: text(100).nullable(), mod: text(20).nullable() })
    .optional(),
});

const sourceValueSchema = z.object({
  kind: z.literal('source'),
  name: text(500),
  sourceKind: z.enum(sourceKinds),
  /** Attribution wording as it is to appear in print. */
  attribution: text(1000),
  link: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  note: text(4000),
  /** How it speaks here, as the program read it; absent for a source that an editor marked. */
  statement: z
    .object({
      /** Within quotation marks. */
      direct: z.boolean(),
      medium: z
        .enum(['statement', 'interview', 'agency', 'report', 'document', 'social'])
        .nullable(),
      /** Whom it was quoted through; empty: first-hand as far as the text says. */
      through: text(500),
    })
    .optional(),
});

export const annotationValueSchema = z.discriminatedUnion('kind', [
  nameValueSchema,
  dateValueSchema,
  sourceValueSchema,
]);
export type AnnotationValue = z.infer<typeof annotationValueSchema>;
export type NameValue = z.infer<typeof nameValueSchema>;
export type DateValue = z.infer<typeof dateValueSchema>;
export type SourceValue = z.infer<typeof sourceValueSchema>;

/** A suggestion is not a fact: every value says who or what found it, and whether an editor agreed. */
export const annotationStates = ['suggested', 'accepted', 'rejected', 'edited'] as const;

/** `start`, `end`: UTF-16 offsets into the article's plain text, end exclusive; `surface` the words there. */
export const annotationPlaceSchema = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  surface: z.string(),
});
export type AnnotationPlace = z.infer<typeof annotationPlaceSchema>;

export const annotationSchema = z.object({
  id: idSchema,
  value: annotationValueSchema,
  state: z.enum(annotationStates),
  /** `editor`, or the name of the rule or model that found it. */
  origin: text(200),
  /** In text order. Empty: no longer in the text. Written by the backend from the document's marks. */
  places: z.array(annotationPlaceSchema),
  /** Of a confirmed name: the entry of the newsroom's directory that it points to. Written by the backend. */
  entityId: idSchema.nullable().optional(),
});
export type Annotation = z.infer<typeof annotationSchema>;

/**
 * What a client sends: places come from the document, never from the client. `entityId` where an editor chose one; else
 * the backend finds the entry by the name, or makes one.
 */
export const annotationInputSchema = annotationSchema.omit({ places: true });
export type AnnotationInput = z.infer<typeof annotationInputSchema>;
