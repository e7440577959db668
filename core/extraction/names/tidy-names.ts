import { countryOfDemonym, isAdjectiveForm, isCountry } from './countries.ts';
import { isBodyHead, isCurrency, kindAfter } from './name-heads.ts';
import type { TaggedName } from './tag-names.ts';
import { afterLetters } from './text-words.ts';
import type { Draft, TextWords } from './text-words.ts';
import { isOffice } from './title-words.ts';

/** What the tagger found, as drafts, without what annotators of news do not call names. */
export function tidyNames(words: TextWords, names: readonly TaggedName[]): Draft[] {
  const drafts = names.flatMap((name) => tidied(words, draftOf(words, name)) ?? []);
  return joined(words, parted(words, drafts));
}

/** Headlines such as «فلان لعلان»: two persons, when the text has the second elsewhere. */
function parted(words: TextWords, drafts: readonly Draft[]): Draft[] {
  const lastNames = new Set(
    drafts.filter(({ kind }) => kind === 'person').map((draft) => draft.words.at(-1) ?? ''),
  );
  return drafts.flatMap((draft) => {
    const [first = '', second = ''] = draft.words;
    const rest = second.slice(1);
    const token = words.tokens[draft.fromToken + 1];
    const isTwo =
      draft.kind === 'person' &&
      draft.words.length === 2 &&
      draft.toToken - draft.fromToken === 2 &&
      second.startsWith('ل') &&
      lastNames.has(rest);
    if (!isTwo || token === undefined) return [draft];
    const middle = draft.fromToken + 1;
    const end = words.tokens[draft.fromToken]?.end ?? draft.end;
    return [
      { ...draft, end, toToken: middle, words: [first] },
      { ...draft, start: afterLetters(token, 1), fromToken: middle, words: [rest] },
    ];
  });
}

/** A first name and the name right behind it are one person, unless both are last names of others in the text. */
function joined(words: TextWords, drafts: readonly Draft[]): Draft[] {
  const lastNames = new Set(
    drafts.filter((draft) => draft.words.length > 1).map((draft) => draft.words.at(-1)),
  );
  const result: Draft[] = [];
  for (const draft of drafts) {
    const before = result.at(-1);
    const isOne =
      before !== undefined &&
      before.kind === 'person' &&
      draft.kind === 'person' &&
      before.words.length === 1 &&
      before.toToken === draft.fromToken &&
      draft.start === words.tokens[draft.fromToken]?.start &&
      !(lastNames.has(before.words[0]) && lastNames.has(draft.words.at(-1)));
    if (!isOne) {
      result.push(draft);
      continue;
    }
    result[result.length - 1] = {
      ...before,
      end: draft.end,
      toToken: draft.toToken,
      confidence: Math.min(before.confidence, draft.confidence),
      words: [...before.words, ...draft.words],
    };
  }
  return result;
}

/** `لل` in front is ل and the article. */
export function withArticle(key: string): string {
  return /^لل.{2}/.test(key) ? `ال${key.slice(2)}` : key;
}

function draftOf(words: TextWords, name: TaggedName): Draft {
  const keys = nameKeys(words, name.fromToken, name.toToken);
  const letters = lettersBetween(words, name.fromToken, name.start);
  return {
    start: name.start,
    end: name.end,
    fromToken: name.fromToken,
    toToken: name.toToken,
    kind: name.kind,
    confidence: name.confidence,
    origin: name.origin,
    words: keys.map((key, place) => (place === 0 ? withArticle(key.slice(letters)) : key)),
    known: null,
    title: null,
  };
}

/** Without the signs of a hashtag. */
function nameKeys({ keys }: TextWords, from: number, to: number): string[] {
  return keys.slice(from, to).filter((key) => key !== '_' && key !== '#');
}

function lettersBetween(words: TextWords, token: number, start: number): number {
  const first = words.tokens[token];
  if (first === undefined) return 0;
  for (let letters = 0; letters < 4; letters += 1)
    if (afterLetters(first, letters) >= start) return letters;
  return 0;
}

/**
 * The name without what annotators of news leave out: currencies, nationality adjectives and generic words alone are no
 * names (null), a year after an event stands outside, and what follows «شركة» is an organisation.
 */
function tidied(words: TextWords, tagged: Draft): Draft | null {
  const draft = withoutOffice(words, tagged);
  let { toToken } = draft;
  while (toToken - draft.fromToken > 1 && /^(#|"|،|\))/.test(words.plain[toToken - 1] ?? ''))
    toToken -= 1;
  const plain = words.plain.slice(draft.fromToken, toToken);
  const isAlone = plain.length === 1;
  const [first = ''] = draft.words;
  if (!plain.some((key) => /\p{L}{2}/u.test(key))) return null;
  if (isAlone && (isCurrency(first) || kindAfter(first) !== null)) return null;
  if (draft.kind === 'person' && isAlone && first.length < 3) return null;
  const isDemonym = plain.every((key) => countryOfDemonym(key) !== null);
  if (draft.kind !== 'person' && isDemonym && !isCountry(draft.words.join(' '))) return null;
  if (isAlone && isAdjectiveForm(plain[0] ?? '') && draft.confidence < 0.85) return null;
  const before = words.keys[draft.fromToken - 1] ?? '';
  const head = before === '"' ? (words.keys[draft.fromToken - 2] ?? '') : before;
  return {
    ...draft,
    kind: isBodyHead(head) && draft.kind !== 'other' ? 'organisation' : draft.kind,
    end: words.tokens[toToken - 1]?.end ?? draft.end,
    toToken,
    words: draft.words.slice(0, nameKeys(words, draft.fromToken, toToken).length),
  };
}

/** An office that the model took for the first part of a person's name; a wide body's head before its name. */
function withoutOffice(words: TextWords, draft: Draft): Draft {
  const [first = ''] = draft.words;
  const isTitle =
    draft.kind === 'person' && (isOffice(first) || first === 'محامو') && !isGivenName(first);
  const isHead = draft.kind === 'organisation' && isBodyHead(first);
  const next = words.tokens[draft.fromToken + 1];
  if (draft.words.length < 2 || next === undefined || !(isTitle || isHead)) return draft;
  if (next.kind === 'mark') return draft;
  return {
    ...draft,
    start: next.start,
    fromToken: draft.fromToken + 1,
    words: draft.words.slice(1),
  };
}

/** Offices that are names of persons as well. */
function isGivenName(word: string): boolean {
  return /^(امير|عميد|رايد|فارس|سلطان|عالم|بطل|نجم|كاتب|ناصر|حاكم|امام|اميرا|ملكا|نجما|وكيل|لاعب|ملك|والي|شيخ|مقدم)$/.test(
    word,
  );
}
