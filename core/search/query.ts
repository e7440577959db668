import { searchText } from './search-text.ts';

/** One thing looked for: words that follow each other. `prefix`: the last one only begins so. */
export interface SearchTerm {
  words: string[];
  prefix: boolean;
}

export interface SearchQuery {
  /** Each of these must be there. */
  wanted: SearchTerm[];
  /** None of these may be. */
  unwanted: SearchTerm[];
}

/**
 * What a person typed: `words`, `"a phrase"` (any quotation marks, also unclosed), `begin*`, `-without`. A word of several
 * parts (`COVID-19`) is a phrase. Never throws; what holds no letter or digit is left out.
 */
export function parseQuery(typed: string): SearchQuery {
  const query: SearchQuery = { wanted: [], unwanted: [] };
  for (const [, minus, quoted, star, word] of typed.matchAll(piece)) {
    const words = searchText(quoted ?? word ?? '')
      .split(' ')
      .filter(Boolean);
    if (words.length === 0) continue;
    const prefix = star === '*' || (word !== undefined && /[*٭]$/.test(word));
    (minus === '-' ? query.unwanted : query.wanted).push({ words, prefix });
  }
  return query;
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

/** Words hold letters, digits and marks only, so that quotation marks need no escape. */
function toPhrase({ words, prefix }: SearchTerm): string {
  return `"${words.join(' ')}"${prefix ? ' *' : ''}`;
}
