import { joinedBeginnings, joinedForms } from './joined-words.ts';
import { searchText } from './search-text.ts';

/**
 * One thing looked for: words that follow each other. `prefix`: the last one only begins so. `exact`: a single word as
 * it stands, which else is looked for with article and particles too.
 */
export interface SearchTerm {
  words: string[];
  prefix: boolean;
  exact?: true;
}

export interface SearchQuery {
  /** Each of these must be there. */
  wanted: SearchTerm[];
  /** None of these may be. */
  unwanted: SearchTerm[];
}

/**
 * What a person typed: `words`, `"a phrase"` (any quotation marks, also unclosed), `begin*`, `-without`. A word of several
 * parts (`COVID-19`) is a phrase, a word in quotation marks is exact. Never throws; what holds no letter or digit is left out.
 */
export function parseQuery(typed: string): SearchQuery {
  const query: SearchQuery = { wanted: [], unwanted: [] };
  for (const [, minus, quoted, star, word] of typed.matchAll(piece)) {
    const words = searchText(quoted ?? word ?? '')
      .split(' ')
      .filter(Boolean);
    if (words.length === 0) continue;
    const prefix = star === '*' || (word !== undefined && /[*٭]$/.test(word));
    const isExact = quoted !== undefined && words.length === 1;
    (minus === '-' ? query.unwanted : query.wanted).push({
      words,
      prefix,
      ...(isExact && { exact: true as const }),
    });
  }
  return query;
}

/**
 * What a person has typed so far, with the word still being typed as a beginning of one, from three letters on. A space
 * after it, or quotation marks around it, say that it is whole.
 */
export function unfinishedQuery(typed: string): string {
  const query = typed.trim();
  if (/\s$/.test(typed) || (query.match(/["“”„«»‹›]/gu)?.length ?? 0) % 2 === 1) return query;
  const last = /(?:^|\s)([\p{L}\p{M}\p{N}]+)$/u.exec(query)?.[1];
  return last !== undefined && searchText(last).length >= 3 ? `${query}*` : query;
}

/** FTS5 expression that holds for texts with all terms; null for none. Words come from `parseQuery`. */
export function matchAll(terms: readonly SearchTerm[]): string | null {
  return terms.length === 0 ? null : terms.map(toPhrase).join(' AND ');
}

/** FTS5 expression that holds for texts with any of the terms; null for none. */
export function matchAny(terms: readonly SearchTerm[]): string | null {
  return terms.length === 0 ? null : terms.map(toPhrase).join(' OR ');
}

const piece = /(-?)(?:["“”„«»‹›]([^"“”„«»‹›]*)(?:["“”„«»‹›](\*?)|$)|([^\s"“”„«»‹›]+))/gu;

/** The words, or the ways of writing one, any of which is meant; folded, words apart by one space. */
export function formsOf({ words, prefix, exact }: SearchTerm): string[] {
  const [word, ...others] = words;
  if (word === undefined || others.length > 0 || exact === true) return [words.join(' ')];
  return prefix ? joinedBeginnings(word) : joinedForms(word);
}

/** Words hold letters, digits and marks only, so that quotation marks need no escape. */
function toPhrase(term: SearchTerm): string {
  const forms = formsOf(term).map((form) => `"${form}"${term.prefix ? ' *' : ''}`);
  return forms.length > 1 ? `(${forms.join(' OR ')})` : forms.join('');
}
