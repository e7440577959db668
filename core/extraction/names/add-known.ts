import type { WordEvidence } from './carry-names.ts';
import { coverOf, inOrder, isFree } from './cover.ts';
import { findKnown, indexKnown } from './known-names.ts';
import type { KnownName } from './known-names.ts';
import type { Draft, TextWords } from './text-words.ts';
import { wellKnown } from './well-known.ts';

/** Names of the directory come before the model's. */
export function withKnown(
  words: TextWords,
  drafts: readonly Draft[],
  known: readonly KnownName[],
  evidence: WordEvidence,
): Draft[] {
  if (known.length === 0) return [...drafts];
  const found = findKnown(words, indexKnown(known), evidence.isCommon, coverOf(words, drafts));
  const cover = coverOf(words, found);
  return inOrder([...found, ...drafts.filter((draft) => isFree(draft, cover))]);
}

/**
 * What everybody knows: of several words also over shorter names of the model; a single word where the model missed it and
 * is in doubt itself, unless it is an organisation's.
 */
export function withListed(
  words: TextWords,
  drafts: readonly Draft[],
  { nameChance }: WordEvidence,
): Draft[] {
  const cover = coverOf(words, drafts);
  const found = findKnown(words, listedNames, () => false, cover)
    .filter(
      (draft) =>
        draft.words.length > 1 ||
        draft.kind === 'organisation' ||
        (nameChance[draft.fromToken] ?? 0) >= 0.03,
    )
    .filter(
      (draft) =>
        draft.words.length > 1 ||
        isFree(draft, cover) ||
        (cover[draft.fromToken]?.words.length === 1 &&
          (draft.kind === 'organisation' || cover[draft.fromToken]?.kind === 'other')),
    )
    .map((draft) => ({ ...draft, known: null, confidence: 0.9, origin: 'list' }));
  const taken = coverOf(words, found);
  // A name that the model gives whole keeps the model's confidence.
  const kept = drafts.flatMap((draft) => {
    if (isFree(draft, taken)) return [draft];
    const same = found.find(
      (one) => one.fromToken === draft.fromToken && one.toToken === draft.toToken,
    );
    return same === undefined ? [] : [{ ...draft, kind: same.kind }];
  });
  const keptCover = coverOf(words, kept);
  return inOrder([...kept, ...found.filter((one) => isFree(one, keptCover))]);
}

function isIn(inner: Draft, outer: Draft): boolean {
  return inner.fromToken >= outer.fromToken && inner.toToken <= outer.toToken;
}

/** An institution, as a name in quotation marks, takes in the names that stand in it. */
export function withInstitutions(
  drafts: readonly Draft[],
  institutions: readonly Draft[],
): Draft[] {
  const outside = drafts.filter((draft) => !institutions.some((one) => isIn(draft, one)));
  return inOrder([...outside, ...institutions]);
}

const listedNames = indexKnown(wellKnown);
