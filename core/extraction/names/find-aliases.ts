import { spanOf } from './text-words.ts';
import type { Draft, TextWords } from './text-words.ts';

/** Two names of one bearer, by their drafts. */
export interface Alias {
  of: Draft;
  alias: Draft;
}

/**
 * Names that the text itself says are the same: «المعروف بـ…», «الملقب بـ…», «باسمه الحركي …», and a short form in brackets
 * right after the long one. An alias that is no name yet («أبو …», or in quotation marks) is made one: it stands in `added`.
 */
export function findAliases(
  words: TextWords,
  drafts: readonly Draft[],
  cover: readonly (Draft | null)[],
): { aliases: Alias[]; added: Draft[] } {
  const aliases: Alias[] = [];
  const added: Draft[] = [];
  for (let at = 0; at < words.keys.length; at += 1) {
    const key = words.keys[at] ?? '';
    if (key === '(') addBracketed(at);
    else if (cues.test(key)) addCued(at);
  }
  return { aliases, added };

  function addBracketed(at: number): void {
    const of = cover[at - 1];
    const alias = cover[at + 1];
    if (of === null || of === undefined || alias === null || alias === undefined) return;
    const isWhole = alias.fromToken === at + 1 && words.keys[alias.toToken] === ')';
    // A person in brackets is often another one: the actor of a part, the seller of a player.
    if (isWhole && of.toToken === at && of.kind === alias.kind && of.kind !== 'person')
      aliases.push({ of, alias });
  }

  function addCued(at: number): void {
    const of = drafts.findLast((draft) => draft.kind === 'person' && draft.toToken <= at);
    if (of === undefined || at - of.toToken > 4) return;
    for (let place = at + 1; place < at + 9 && place < words.keys.length; place += 1) {
      const key = words.keys[place] ?? '';
      if (key === '\n' || key === '.' || key === '،') return;
      const there = cover[place] ?? null;
      const alias = there ?? kunya(place) ?? quoted(place);
      if (alias === null) continue;
      if (there === null) added.push(alias);
      aliases.push({ of, alias });
      return;
    }
  }

  /** «أبو» with the word after it, and with a further one that has the article. */
  function kunya(at: number): Draft | null {
    const key = words.keys[at] ?? '';
    const attached = /^ب?(ابو|ابي|ابا|ام)$/.test(key) ? (key.startsWith('ب') ? 1 : 0) : -1;
    if (attached < 0 || words.tokens[at + 1]?.kind !== 'arabic') return null;
    const goesOn =
      words.tokens[at + 2]?.kind === 'arabic' && /^ال.{3}/.test(words.keys[at + 2] ?? '');
    return aliasDraft(at, at + (goesOn ? 3 : 2), attached);
  }

  function quoted(at: number): Draft | null {
    if (words.keys[at] !== '"') return null;
    let to = at + 1;
    while (to - at <= 4 && words.tokens[to]?.kind === 'arabic') to += 1;
    return to > at + 1 && words.keys[to] === '"' ? aliasDraft(at + 1, to, 0) : null;
  }

  function aliasDraft(from: number, to: number, attached: number): Draft | null {
    const first = words.tokens[from];
    const last = words.tokens[to - 1];
    if (first === undefined || last === undefined) return null;
    const { start, end } = spanOf(words, first.start + attached, last.end);
    return {
      start,
      end,
      fromToken: from,
      toToken: to,
      kind: 'person',
      confidence: 0.8,
      origin: 'alias',
      words: words.keys
        .slice(from, to)
        .map((key, place) => (place === 0 ? key.slice(attached) : key)),
      known: null,
      title: null,
    };
  }
}

const cues =
  /^(و|ال|وال)?(معروف|معروفا|ملقب|ملقبا|مكني|مكنيا|شهير|شهيرا|مشهور|مشهورا|يعرف|تعرف|يلقب|تلقب|لقبه|حركي)$/;
