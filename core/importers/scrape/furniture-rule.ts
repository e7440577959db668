import type { ImportRule } from '../import-report.ts';

/**
 * What belongs to the page and not to the article, one whole line at a time. Phrases and patterns are met by the
 * folded line (see `foldLine`; phrases are folded when they are read, patterns are written folded).
 *
 * - `sure`: furniture wherever it stands.
 * - `edge`: furniture above the headline, between headline and text, below the text, or beside other furniture:
 *   in the middle of an article the same words may be a sub-heading.
 * - `opener`: as `sure`, and the titles right under it belong to it.
 * - `section`: as `opener`; below the text it is followed by titles down to the next furniture or the end.
 */
export interface FurnitureRule {
  rule: ImportRule;
  strength: 'sure' | 'edge' | 'opener' | 'section';
  phrases?: readonly string[];
  patterns?: readonly RegExp[];
  examples: readonly string[];
  counterExamples: readonly string[];
}
