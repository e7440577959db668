import { compileGrammar } from './compile-grammar.ts';
import { holidayRules } from './holidays.ts';
import { createLexicon, lexiconCategories } from './lexicon.ts';
import { clockRules } from './rules-clock.ts';
import { dateRules } from './rules-dates.ts';
import { dayRules } from './rules-days.ts';
import { lengthRules } from './rules-lengths.ts';
import { periodRules } from './rules-periods.ts';
import { spanRules } from './rules-spans.ts';

/** All rules, compiled. Where two fit the same words, the earlier counts. */
export const dateGrammar = compileGrammar(
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

export const dateLexicon = createLexicon(dateGrammar);
