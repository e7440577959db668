import { compileGrammar } from './compile-grammar.ts';
import type { Grammar } from './compile-grammar.ts';
import { holidayRules } from './holidays.ts';
import { createLexicon, lexiconCategories } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { clockRules } from './rules-clock.ts';
import { dateRules } from './rules-dates.ts';
import { dayRules } from './rules-days.ts';
import { lengthRules } from './rules-lengths.ts';
import { periodRules } from './rules-periods.ts';
import { spanRules } from './rules-spans.ts';

interface DateGrammar {
  grammar: Grammar;
  lexicon: Lexicon;
}

let compiled: DateGrammar | null = null;

/** All rules, compiled when they are first asked for. Where two fit the same words, the earlier counts. */
export function dateGrammar(): DateGrammar {
  compiled ??= compile();
  return compiled;
}

function compile(): DateGrammar {
  const grammar = compileGrammar(
    [
      ...spanRules,
      ...lengthRules,
      ...clockRules,
      ...dateRules,
      ...dayRules,
      ...periodRules,
      ...holidayRules,
    ],
    lexiconCategories(),
  );
  return { grammar, lexicon: createLexicon(grammar) };
}
