import type { Entity, NameKind } from '../mentions.ts';

import { countryOfDemonym, countryOfPlace, isCountry } from './countries.ts';
import type { HeldTitle } from './find-nominals.ts';
import type { Title } from './find-titles.ts';
import type { KnownName } from './known-names.ts';
import type { Draft, TextWords } from './text-words.ts';
import { withArticle } from './tidy-names.ts';

/** The bearers of a text's names, in the order of their groups. `isAlias`: a name that is not to be the canonical one. */
export function makeEntities(
  words: TextWords,
  drafts: readonly Draft[],
  groups: readonly number[],
  held: readonly HeldTitle[],
  known: readonly KnownName[],
  isAlias: (draft: Draft) => boolean,
): { entities: Entity[]; knownIds: (string | null)[] } {
  const entities: Entity[] = [];
  const knownIds: (string | null)[] = [];
  const bearers: { own: Draft[]; titles: Title[] }[] = [];
  const groupOf = new Map(drafts.map((draft, place) => [draft, groups[place] ?? 0]));
  for (const [draft, group] of groupOf)
    (bearers[group] ??= { own: [], titles: [] }).own.push(draft);
  for (const { draft, title } of held)
    if (title.surface !== '' && title.words[0]?.startsWith('نظير') !== true)
      bearers[groupOf.get(draft) ?? -1]?.titles.push(title);
  for (const [id, { own, titles }] of bearers.entries()) {
    const entry = known[own.find((draft) => draft.known !== null)?.known ?? -1];
    const forms = formsOf(words, own, isAlias);
    const canonical = entry?.canonical ?? forms[0] ?? '';
    const kind = entry?.kind ?? own[0]?.kind ?? 'other';
    entities.push({
      id,
      kind,
      canonical,
      aliases: forms.filter((form) => form !== canonical),
      titles: [...new Set(titles.map((title) => withArticle(title.surface)))],
      country: entry?.country ?? countryOf(words, kind, [canonical, ...forms], titles),
    });
    knownIds.push(entry?.id ?? null);
  }
  return { entities, knownIds };
}

/** Different forms of a name as written, the fullest first and aliases last. */
function formsOf(
  words: TextWords,
  drafts: readonly Draft[],
  isAlias: (draft: Draft) => boolean,
): string[] {
  const forms = new Map<string, { surface: string; words: number }>();
  for (const draft of drafts) {
    const name = draft.words.join(' ');
    const written = words.text.slice(draft.start, draft.end);
    const surface = withArticle(written);
    if (!forms.has(name))
      forms.set(name, { surface, words: isAlias(draft) ? 0 : draft.words.length });
  }
  return [...forms.values()].toSorted((a, b) => b.words - a.words).map(({ surface }) => surface);
}

function countryOf(
  words: TextWords,
  kind: NameKind,
  names: readonly string[],
  titles: readonly Title[],
): string | null {
  if (kind === 'place')
    for (const name of names) {
      const code = countryOfPlace(name);
      if (code !== null) return code;
    }
  for (const title of titles)
    for (const word of words.plain.slice(title.fromToken, title.toToken)) {
      const code = countryOfDemonym(word) ?? (isCountry(word) ? countryOfPlace(word) : null);
      if (code !== null) return code;
    }
  return null;
}
