import type { Draft, TextWords } from './text-words.ts';

/** The draft that each token belongs to. */
export function coverOf(words: TextWords, drafts: readonly Draft[]): (Draft | null)[] {
  const cover = Array<Draft | null>(words.tokens.length).fill(null);
  for (const draft of drafts) cover.fill(draft, draft.fromToken, draft.toToken);
  return cover;
}

/** Whether no other name has a token of the draft. */
export function isFree(draft: Draft, cover: readonly (Draft | null)[]): boolean {
  for (let at = draft.fromToken; at < draft.toToken; at += 1)
    if ((cover[at] ?? null) !== null) return false;
  return true;
}

/** By their place in the text. */
export function inOrder(drafts: readonly Draft[]): Draft[] {
  return drafts.toSorted((a, b) => a.fromToken - b.fromToken);
}
