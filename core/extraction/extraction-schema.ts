import * as z from 'zod';
import type { Extraction } from './extract.ts';

/** The form in which what was found passes a door; meanings are in `mentions.ts`. */
const spanSchema = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  surface: z.string(),
});
const found = { confidence: z.number().min(0).max(1), origin: z.string() };
const nameKindSchema = z.enum(['person', 'organisation', 'place', 'other']);

const nameSchema = spanSchema.extend({
  ...found,
  kind: nameKindSchema,
  entity: z.int(),
  nominal: z.boolean(),
  title: spanSchema.nullable(),
});

const entitySchema = z.object({
  id: z.int(),
  kind: nameKindSchema,
  canonical: z.string(),
  aliases: z.array(z.string()),
  titles: z.array(z.string()),
  country: z.string().nullable(),
});

const readingSchema = z.object({
  value: z.string(),
  until: z.string().nullable(),
  mod: z
    .enum([
      'START',
      'MID',
      'END',
      'APPROX',
      'BEFORE',
      'AFTER',
      'ON_OR_BEFORE',
      'ON_OR_AFTER',
      'LESS_THAN',
      'MORE_THAN',
      'EQUAL_OR_LESS',
      'EQUAL_OR_MORE',
    ])
    .nullable(),
  grain: z.enum([
    'second',
    'minute',
    'hour',
    'part-of-day',
    'day',
    'weekend',
    'week',
    'month',
    'quarter',
    'season',
    'half',
    'year',
    'decade',
    'century',
    'vague',
  ]),
});

const dateSchema = spanSchema.extend({
  ...found,
  ...readingSchema.shape,
  type: z.enum(['date', 'time', 'duration', 'set']),
  relative: z.boolean(),
  hijri: z.string().nullable(),
  readings: z.array(readingSchema),
  conflicts: z.array(
    z.object({
      kind: z.enum(['weekday', 'calendar', 'published', 'month-names']),
      said: z.string(),
      computed: z.string(),
    }),
  ),
});

const statementSchema = z.object({
  ...found,
  cue: spanSchema.extend({ lemma: z.string() }),
  content: spanSchema,
  speaker: spanSchema.extend({ entity: z.int().nullable() }).nullable(),
  speakerSource: z.enum(['explicit', 'title', 'pronoun', 'carried', 'unnamed', 'collective']),
  direct: z.boolean(),
  medium: z.enum(['statement', 'interview', 'agency', 'report', 'document', 'social']).nullable(),
  through: spanSchema.nullable(),
});

export const extractionSchema = z.object({
  names: z.array(nameSchema),
  entities: z.array(entitySchema),
  knownIds: z.array(z.string().nullable()),
  slips: z.array(
    spanSchema.extend({
      suggestion: z.string(),
      confidence: z.number().min(0).max(1),
      origin: z.enum(['text', 'news']),
    }),
  ),
  dates: z.array(dateSchema),
  statements: z.array(statementSchema),
}) satisfies z.ZodType<Extraction>;
