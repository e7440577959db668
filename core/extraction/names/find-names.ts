import type { Entity, NameKind, NameMention } from '../mentions.ts';

import { withInstitutions, withKnown, withListed } from './add-known.ts';
import { carryNames } from './carry-names.ts';
import type { WordEvidence } from './carry-names.ts';
import { coverOf, inOrder, isFree } from './cover.ts';
import { findAliases } from './find-aliases.ts';
import { findInstitutions } from './find-institutions.ts';
import { findNominals } from './find-nominals.ts';
import type { HeldTitle } from './find-nominals.ts';
import { findSlips } from './find-slips.ts';
import type { NameSlip } from './find-slips.ts';
import { nationalityBefore, titleAfter, titleBefore } from './find-titles.ts';
import { groupNames } from './group-names.ts';
import type { KnownName } from './known-names.ts';
import { nameShare } from './lexicon.ts';
import { makeEntities } from './make-entities.ts';
import type { NameModel } from './name-model.ts';
import { findQuotedNames, findSides, widenPlaces } from './shape-names.ts';
import { tagNames } from './tag-names.ts';
import type { FirstPasses } from './tag-names.ts';
import { afterLetters, attachedTo, nameWords, spanOf, textWords } from './text-words.ts';
import type { Draft, TextWords } from './text-words.ts';
import { tidyNames } from './tidy-names.ts';

export type { KnownName } from './known-names.ts';

export interface FindNamesOptions {
  /** The newsroom's own directory: its names are recognised at once. */
  known?: readonly KnownName[];
  /** What the tagger made of sentences in an earlier run; kept up to date. The outcome does not depend on it. */
  kept?: FirstPasses;
}

export interface FoundNames {
  /** In reading order. Proper names do not overlap each other; a place may stand inside a nominal mention. */
  mentions: NameMention[];
  entities: Entity[];
  /** By place in `entities`: the `id` of the directory's entry, null where the name is not from there. */
  knownIds: (string | null)[];
  /** Words of names that look mistyped. */
  slips: NameSlip[];
}

/**
 * Names of persons, organisations, places and other things in an article's plain text, each pointing to its entity: what
 * the model finds, what the directory knows, and what is carried through the text from there (see `carryNames`,
 * `findAliases`, `findNominals`). Nationality adjectives are no names. Never throws.
 */
export function findNames(
  text: string,
  model: NameModel,
  options: FindNamesOptions = {},
): FoundNames {
  const words = textWords(text);
  const known = options.known ?? [];
  const { names, nameChance } = tagNames(words.tokens, model, options.kept, words.plain);
  const evidence: WordEvidence = { isCommon: (key) => isCommonWord(key, model), nameChance };
  let drafts = tidyNames(words, names);
  drafts = withKnown(words, drafts, known, evidence);
  drafts = withCommonStart(words, drafts);
  let cover = coverOf(words, drafts);
  drafts = withInstitutions(drafts, findQuotedNames(words, cover));
  cover = coverOf(words, drafts);
  drafts = withListed(words, drafts, evidence);
  drafts = withInstitutions(drafts, findInstitutions(words, coverOf(words, drafts)));
  drafts = inOrder([...drafts, ...findSides(words, coverOf(words, drafts))]);
  drafts = widenPlaces(words, drafts, coverOf(words, drafts));
  cover = coverOf(words, drafts);
  const { aliases, added } = findAliases(words, drafts, cover);
  drafts = inOrder([...drafts, ...added.filter((one) => isFree(one, cover))]);
  cover = coverOf(words, drafts);
  drafts = inOrder([...drafts, ...carryNames(words, drafts, cover, evidence)]);
  cover = coverOf(words, drafts);
  drafts = withOneKind(drafts);
  cover = coverOf(words, drafts);
  const held = addTitles(words, drafts, cover);
  const groups = groupNames(drafts, aliases);
  const nominals = findNominals(words, drafts, held, groups, cover);
  const proper = drafts.map((draft, place): NameMention => ({
    ...spanOf(words, draft.start, draft.end),
    kind: draft.kind,
    confidence: draft.confidence,
    origin: draft.origin,
    entity: groups[place] ?? 0,
    nominal: false,
    title: draft.title,
  }));
  const placeOf = new Map(drafts.map((draft, place) => [draft, place]));
  const titled = nominals.map(
    ({ draft, start, end, surface, confidence, origin }): NameMention => ({
      start,
      end,
      surface,
      kind: draft.kind,
      confidence: confidence * draft.confidence,
      origin,
      entity: groups[placeOf.get(draft) ?? 0] ?? 0,
      nominal: true,
      title: null,
    }),
  );
  const second = new Set(aliases.map(({ alias }) => alias.words.join(' ')));
  const isAlias = (draft: Draft): boolean => second.has(draft.words.join(' '));
  const { entities, knownIds } = makeEntities(words, drafts, groups, held, known, isAlias);
  return {
    mentions: [...proper, ...titled].toSorted((a, b) => a.start - b.start || a.end - b.end),
    entities,
    knownIds,
    slips: findSlips(words, drafts, wordsOfNames(known), model.weights.lexicon),
  };
}

function wordsOfNames(known: readonly KnownName[]): Set<string> {
  return new Set(
    known.flatMap(({ canonical, aliases }) => [canonical, ...aliases].flatMap(nameWords)),
  );
}

/** A first word with a particle, where the text has the same name without: `وفلان` beside `فلان`. */
function withCommonStart(words: TextWords, drafts: readonly Draft[]): Draft[] {
  const firsts = new Set(drafts.map((draft) => draft.words[0] ?? ''));
  return drafts.map((draft) => {
    const key = words.keys[draft.fromToken] ?? '';
    const token = words.tokens[draft.fromToken];
    if (token === undefined || draft.words[0] !== key) return draft;
    for (const length of [1, 2]) {
      const rest = key.slice(length);
      if (rest.length < 3 || !firsts.has(rest) || attachedTo(key, rest) !== length) continue;
      return {
        ...draft,
        start: afterLetters(token, length),
        words: draft.words.map((word, place) => (place === 0 ? rest : word)),
      };
    }
    return draft;
  });
}

/** One kind for one name of the text, that which weighs most; a country is a place. */
function withOneKind(drafts: readonly Draft[]): Draft[] {
  const weights = new Map<string, Map<NameKind, number>>();
  for (const draft of drafts) {
    const name = draft.words.join(' ');
    const kinds = weights.get(name) ?? new Map<NameKind, number>();
    const weight = draft.known === null ? draft.confidence : 100;
    kinds.set(draft.kind, (kinds.get(draft.kind) ?? 0) + weight);
    weights.set(name, kinds);
  }
  return drafts.map((draft) => {
    const kinds = weights.get(draft.words.join(' '));
    if (kinds === undefined || kinds.size < 2) return draft;
    const [best] = [...kinds].toSorted((a, b) => b[1] - a[1]);
    return best === undefined ? draft : { ...draft, kind: best[0] };
  });
}

function addTitles(
  words: TextWords,
  drafts: readonly Draft[],
  cover: readonly (Draft | null)[],
): HeldTitle[] {
  const held: HeldTitle[] = [];
  for (const draft of drafts) {
    const before = titleBefore(words, draft, cover);
    const after = titleAfter(words, draft, cover);
    const title = before ?? after;
    if (title !== null)
      draft.title = { start: title.start, end: title.end, surface: title.surface };
    for (const one of [before, after, before === null ? nationalityBefore(words, draft) : null])
      if (one !== null) held.push({ draft, title: one });
  }
  return held;
}

/** A usual word of news that is seldom part of a name there. */
function isCommonWord(key: string, model: NameModel): boolean {
  const { lexicon } = model.weights;
  return lexicon.countOf(key) >= 60 && nameShare(lexicon, key) < 0.4;
}
