import * as z from 'zod';
import { idSchema } from '../article/article.ts';

/**
 * What an importer did to a text, change by change. `start`, `end`: UTF-16 offsets into the decoded
 * original, end exclusive.
 *
 * - `headline`: these words became the headline (or kicker, deck, byline, date, as `field` says).
 * - `removed`: page furniture that was left out of the article.
 * - `joined`: two pieces of one torn paragraph were put together; the range is the gap between them.
 * - `proposed`: a correction of the text itself, not made until an editor accepts it.
 */
export const importChangeKinds = ['headline', 'removed', 'joined', 'proposed'] as const;

/** Rules by name, so that the report can say why in the reader's language. */
export const importRules = [
  'headline',
  'kicker',
  'deck',
  'byline',
  'publication-date',
  'dateline',
  'navigation',
  'share-and-follow',
  'related-links',
  'footer',
  'counter',
  'advertisement',
  'tags',
  'comments',
  'notice',
  'image-credit',
  'repeated-headline',
  'repeated-paragraph',
  'markup',
  'list-marker',
  'torn-paragraph',
  'glued-scripts',
  'glued-punctuation',
  'doubled-mark',
  'split-conjunction',
  'quotation-marks',
  'spacing',
  'latin-punctuation',
  'tatweel',
] as const;

export type ImportRule = (typeof importRules)[number];

export const importChangeStates = [
  'applied',
  'undone',
  'proposed',
  'accepted',
  'dismissed',
] as const;

/** What an editor decided about one change of a report. */
export const importDecisionSchema = z.object({
  changeId: z.int().min(0),
  state: z.enum(importChangeStates),
});
export type ImportDecision = z.infer<typeof importDecisionSchema>;

export const importChangeSchema = z.object({
  id: z.int().min(0),
  kind: z.enum(importChangeKinds),
  rule: z.enum(importRules),
  start: z.int().min(0),
  end: z.int().min(0),
  /** The words at [start, end) of the original. */
  original: z.string(),
  /**
   * What stands in their place: empty for removed (or the character that a piece of markup stood for), a space for
   * joined, the correction for proposed.
   */
  replacement: z.string(),
  /** Set where a removed piece stood inside a paragraph; else whole lines were taken out. */
  inline: z.boolean().optional(),
  /**
   * Where it is in the article's text as imported: offset into the plain text of the first revision, and up to 64
   * characters of that text on either side, by which the place is found again after editing.
   */
  place: z.object({ offset: z.int().min(0), before: z.string(), after: z.string() }),
  state: z.enum(importChangeStates),
});
export type ImportChange = z.infer<typeof importChangeSchema>;

/** Length of the context that a change keeps on either side of its place, in UTF-16 units. */
export const changeContextLength = 64;

export const importEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1256',
  'iso-8859-6',
] as const;

/** An import as it is kept: where an article came from. `text` is the decoded original, every character. */
export const importRecordSchema = z.object({
  id: idSchema,
  articleId: idSchema,
  fileName: z.string(),
  /** SHA-256 of the bytes, lower-case hex. */
  sha256: z.string(),
  size: z.int(),
  encoding: z.enum(importEncodings),
  format: z.enum(['text', 'html', 'markdown']),
  importedAt: z.iso.datetime(),
  text: z.string(),
  changes: z.array(importChangeSchema),
});
export type ImportRecord = z.infer<typeof importRecordSchema>;
