import type { Annotation } from '../../core/article/annotation.ts';
import type { Extraction } from '../../core/extraction/extract.ts';
import { openSuggestions } from '../../core/extraction/suggestions.ts';
import type { Decided, Suggestions } from '../../core/extraction/suggestions.ts';
import type { Steps } from './idle-work.ts';

/** What is looked at between two pauses. */
const slice = 40;

/** As `openSuggestions`, a few names, dates and statements at a time. */
export function* openInSteps(
  text: string,
  found: Extraction,
  { annotations, rejected }: Decided,
): Steps<Suggestions> {
  const open: Suggestions = { names: [], dates: [], sources: [] };
  const names = Map.groupBy(found.names, ({ entity }) => entity);
  const named = annotations.filter(({ value }) => value.kind === 'name');
  for (const [start, entities] of slicesOf(found.entities)) {
    const part = {
      ...nothing,
      names: entities.flatMap(({ id }) => names.get(id) ?? []),
      entities,
      knownIds: found.knownIds.slice(start, start + entities.length),
    };
    open.names.push(...openSuggestions(text, part, { annotations: named, rejected }).names);
    yield undefined;
  }
  open.names.sort((a, b) => (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0));
  for (const [, dates] of slicesOf(found.dates)) {
    const near = nearby(annotations, dates[0]?.start ?? 0, dates.at(-1)?.end ?? 0);
    const part = { ...nothing, dates };
    open.dates.push(...openSuggestions(text, part, { annotations: near, rejected }).dates);
    yield undefined;
  }
  const byId = new Map(found.entities.map((entity) => [entity.id, entity]));
  for (const [, statements] of slicesOf(found.statements)) {
    const contents = statements.map(({ content }) => content);
    const near = nearby(
      annotations,
      Math.min(...contents.map(({ start }) => start)),
      Math.max(...contents.map(({ end }) => end)),
    );
    const speakers = new Set(
      statements.flatMap(({ speaker }) => byId.get(speaker?.entity ?? -1) ?? []),
    );
    const part = { ...nothing, entities: [...speakers], statements };
    open.sources.push(...openSuggestions(text, part, { annotations: near, rejected }).sources);
    yield undefined;
  }
  return open;
}

const nothing: Extraction = {
  names: [],
  entities: [],
  knownIds: [],
  slips: [],
  dates: [],
  statements: [],
};

function* slicesOf<T>(items: readonly T[]): Generator<[start: number, items: T[]]> {
  for (let start = 0; start < items.length; start += slice)
    yield [start, items.slice(start, start + slice)];
}

/** Those that stand somewhere in [start, end). */
function nearby(annotations: readonly Annotation[], start: number, end: number): Annotation[] {
  return annotations.filter(({ places }) =>
    places.some((place) => place.start < end && place.end > start),
  );
}
