import type { Entity, NameKind, NameMention, Statement } from '../../core/extraction/mentions.ts';
import { findNames } from '../../core/extraction/names/find-names.ts';
import type { NameModel } from '../../core/extraction/names/name-model.ts';
import { findStatements } from '../../core/extraction/statements/find-statements.ts';
import type { GoldArticle } from './gold/gold-article.ts';

/** Statements found with the article's own names, as a perfect name finder would give them. */
export function withGoldNames(article: GoldArticle): Statement[] {
  return findStatements(article.text, goldNames(article));
}

/** Statements found with the names found; speakers point to the gold's entities that those names mostly fall on. */
export function withFoundNames(article: GoldArticle, model: NameModel): Statement[] {
  const { mentions, entities } = findNames(article.text, model);
  const goldOf = entitiesOfGold(article, mentions);
  return findStatements(article.text, { names: mentions, entities }).map((statement) => ({
    ...statement,
    speaker: statement.speaker && {
      ...statement.speaker,
      entity:
        statement.speaker.entity === null ? null : (goldOf.get(statement.speaker.entity) ?? null),
    },
  }));
}

function goldNames(article: GoldArticle): { names: NameMention[]; entities: Entity[] } {
  const ids = new Map(article.entities.map((entity, index) => [entity.id, index]));
  const kinds = new Map<string, NameKind>(article.entities.map(({ id, type }) => [id, type]));
  return {
    names: article.names
      .map((name): NameMention => ({
        start: name.start,
        end: name.end,
        surface: name.surface,
        kind: kinds.get(name.entity) ?? 'other',
        entity: ids.get(name.entity) ?? 0,
        nominal: name.kind === 'nominal',
        title: name.title ?? null,
        confidence: 1,
        origin: 'gold',
      }))
      .toSorted((a, b) => a.start - b.start || b.end - a.end),
    entities: article.entities.map((entity, id) => ({
      id,
      kind: entity.type,
      canonical: entity.canonical,
      aliases: entity.aliases,
      titles: entity.titles,
      country: null,
    })),
  };
}

/** For each entity found, the place in the gold's list of the one that most of its mentions overlap. */
function entitiesOfGold(
  article: GoldArticle,
  mentions: readonly NameMention[],
): Map<number, number> {
  const ids = article.entities.map(({ id }) => id);
  const votes = new Map<number, Map<number, number>>();
  for (const { entity, start, end } of mentions) {
    for (const name of article.names) {
      if (name.start >= end || start >= name.end) continue;
      const own = votes.get(entity) ?? new Map<number, number>();
      const gold = ids.indexOf(name.entity);
      own.set(gold, (own.get(gold) ?? 0) + 1);
      votes.set(entity, own);
    }
  }
  return new Map(
    [...votes].map(([entity, own]) => [
      entity,
      [...own].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? -1,
    ]),
  );
}
