import type { DocumentNode } from '../article/document.ts';

export type BaseDirection = 'rtl' | 'ltr';

/** Direction of an article's language (BCP 47): that of its script subtag where it has one. */
export function baseDirection(language: string): BaseDirection {
  const [primary, ...subtags] = language.toLowerCase().split('-');
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  if (script !== undefined) return rtlScripts.has(script) ? 'rtl' : 'ltr';
  return rtlLanguages.has(primary ?? '') ? 'rtl' : 'ltr';
}

/** Direction of the first strong character of a node's text (bidi classes L, R and AL); null where it has none. */
export function firstStrongDirection(node: DocumentNode): BaseDirection | null {
  if (node.text !== undefined) {
    const strong = strongCharacter.exec(node.text)?.[0];
    if (strong === undefined) return null;
    return rtlCharacter.test(strong) ? 'rtl' : 'ltr';
  }
  if (node.content === undefined) return null;
  for (const child of node.content) {
    const direction = firstStrongDirection(child);
    if (direction !== null) return direction;
  }
  return null;
}

const strongCharacter = /[\p{L}\u200e\u200f\u061c]/u;
const rtlCharacter =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const rtlLanguages = new Set(
  'ar arc azb bal bcc bqi ckb dv fa glk he khw ks lrc mzn nqo pnb ps sd sdh syr ug ur yi'.split(
    ' ',
  ),
);
const rtlScripts = new Set('adlm arab aran hebr mand nkoo rohg samr syrc thaa'.split(' '));
