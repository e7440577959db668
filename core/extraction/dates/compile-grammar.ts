import { foldArabicText } from '../../arabic/fold.ts';
import { createBits } from './bits.ts';
import { findBeginnings } from './beginnings.ts';
import type { CompiledRule } from './beginnings.ts';
import { createKinds } from './known-word.ts';
import type { Known, Line, Reading } from './known-word.ts';
import { Matcher } from './matcher.ts';
import type { Match } from './matcher.ts';
import { parsePattern } from './pattern.ts';
import type { Names } from './pattern.ts';
import type { Rule } from './rule.ts';

export interface Grammar {
  /** Ids of categories by their names; literals of patterns are categories of their own, named `=word`. */
  categories: ReadonlyMap<string, number>;
  /** Makes what the lexicon knows of a word ready for the matcher. */
  know(readings: readonly Reading[]): Known;
  /**
   * Of a line: all that `name` can be from the word at `at` on, read with this clitic before it: one match an end, the
   * earliest rule's.
   */
  matcher(line: Line): (name: string, at: number, clitic: number) => readonly Match[];
}

/**
 * Compiles rules. A pattern is a sequence of:
 * - an Arabic word, folded before it is compared (`=gmt` for a Latin one);
 * - a name of a category of the lexicon or of what other rules give; `new:name` captures it as `new`;
 * - `(a b|c)` one of several, `x?` perhaps;
 * - `و+x` (ب، ل...) with that clitic attached to its first word, or alone before it.
 * Elsewhere than at the very beginning a word must have nothing attached. Left recursion is not allowed.
 */
export function compileGrammar(rules: readonly Rule[], lexicon: Iterable<string>): Grammar {
  const categories = new Map<string, number>();
  for (const name of lexicon) categories.set(name, categories.size);
  const given = new Map<string, number>();
  for (const { gives } of rules) if (!given.has(gives)) given.set(gives, given.size);
  const names: Names = {
    given,
    category: (name) => {
      let id = categories.get(name);
      if (id === undefined) {
        if (!name.startsWith('=')) throw new Error(`no category or rule is called ${name}`);
        id = categories.size;
        categories.set(name, id);
      }
      return id;
    },
  };
  // All at once: folding is cheap by the letter, not by the call.
  const patterns = foldArabicText(rules.map(({ pattern }) => pattern).join('\n')).split('\n');
  const lists = new Map<string, ReadonlySet<string>>();
  const compiled: CompiledRule[][] = [...given.keys()].map(() => []);
  for (const [at, rule] of rules.entries()) {
    compiled[given.get(rule.gives) ?? 0]?.push({
      rule,
      node: parsePattern(patterns[at] ?? '', names),
      notAfter: wordsIn(rule.notAfter, lists),
      notBefore: wordsIn(rule.notBefore, lists),
      notBeforeCategories: (rule.notBefore?.match(/(?<=<)[^>]+/g) ?? []).map(names.category),
      after: wordsIn(rule.after, lists),
      first: createBits(0),
      firstWithClitic: createBits(0),
      least: 1,
    });
  }
  findBeginnings(compiled, categories.size);
  return {
    categories,
    know: createKinds(),
    matcher: (line) => {
      const matcher = new Matcher(line, compiled);
      return (name, at, clitic) => matcher.nonterminal(given.get(name) ?? 0, at, clitic);
    },
  };
}

/** `read`: lists that were read before, as many rules share one. */
function wordsIn(
  list: string | undefined,
  read: Map<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  if (list === undefined) return noWords;
  let words = read.get(list);
  if (words === undefined) {
    words = new Set(foldArabicText(list).split('|'));
    read.set(list, words);
  }
  return words;
}

const noWords: ReadonlySet<string> = new Set();
