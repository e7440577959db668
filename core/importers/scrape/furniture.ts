import type { ImportRule } from '../import-report.ts';
import { foldLine } from './fold-line.ts';
import type { FurnitureRule } from './furniture-rule.ts';
import { navigationRules } from './navigation-rules.ts';
import { noticesRules } from './notices-rules.ts';
import { sharingRules } from './sharing-rules.ts';

export interface FurnitureMatch {
  rule: ImportRule;
  strength: FurnitureRule['strength'];
}

/** The page furniture that a whole line is by its words alone, or null. `folded` is `foldLine(line)`. */
export function matchFurniture(folded: string): FurnitureMatch | null {
  if (folded === '' || folded.length > 300) return null;
  const known = phrases.get(folded);
  if (known !== undefined) return known;
  for (const rule of furnitureRules) {
    if (rule.patterns?.some((pattern) => pattern.test(folded)) === true) return rule;
  }
  return null;
}

/** Whether titles of other articles, or tags, follow. */
export function isOpener(line: { match: FurnitureMatch | null }): boolean {
  return line.match?.strength === 'opener' || line.match?.strength === 'section';
}

/** In the order in which they are tried. */
export const furnitureRules = [...navigationRules, ...sharingRules, ...noticesRules];

const phrases = new Map<string, FurnitureMatch>();
for (const rule of furnitureRules) {
  for (const phrase of rule.phrases ?? []) {
    const folded = foldLine(phrase);
    if (!phrases.has(folded)) phrases.set(folded, rule);
  }
}
