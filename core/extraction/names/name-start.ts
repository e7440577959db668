import type { Token } from '../../arabic/tokenize.ts';

import { splitClitics } from './clitics.ts';
import type { Lexicon } from './lexicon.ts';
import { wordKey } from './word-key.ts';

/** Where a name that begins with this token begins: after attached و ف ب ل ك; `لل`, which took the article's alef, stays. */
export function nameStart(token: Token, lexicon: Lexicon): number {
  if (token.kind !== 'arabic') return token.start;
  const key = wordKey(token);
  const { attached, rest } = splitClitics(key, lexicon.countOf);
  if (attached === 0) return token.start;
  const keepsArticle = !key.endsWith(rest);
  return token.start + unitsOf(token.surface, keepsArticle ? attached - 1 : attached);
}

/** UTF-16 units of the first `letters` letters with the marks on them. */
function unitsOf(surface: string, letters: number): number {
  if (letters === 0) return 0;
  let seen = 0;
  for (let at = 0; at < surface.length; at += 1) {
    if (mark.test(surface.charAt(at))) continue;
    if (seen === letters) return at;
    seen += 1;
  }
  return surface.length;
}

const mark = /[\p{Mn}\u0640\u200c-\u200f\u061c\u00ad]/u;
