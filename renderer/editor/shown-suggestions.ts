import type { Annotation, AnnotationKind } from '../../core/article/annotation.ts';
import type { Span } from '../../core/extraction/mentions.ts';
import type {
  DateSuggestion,
  NameSuggestion,
  SourceSuggestion,
  Suggestions,
} from '../../core/extraction/suggestions.ts';

/** Tells a suggestion from all others of the article, also from one with the same fingerprint. */
type Keyed<T> = T & { readonly key: string };

export type ShownName = Keyed<NameSuggestion>;
export type ShownDate = Keyed<DateSuggestion>;
export type ShownSource = Keyed<SourceSuggestion>;
export type ShownSuggestion = ShownName | ShownDate | ShownSource;

/** What is suggested for the page, each list in text order. Places are into the text as it was when they were shown. */
export interface ShownSuggestions {
  readonly names: readonly ShownName[];
  readonly dates: readonly ShownDate[];
  readonly sources: readonly ShownSource[];
}

export const noSuggestions: ShownSuggestions = { names: [], dates: [], sources: [] };

export function showSuggestions({ names, dates, sources }: Suggestions): ShownSuggestions {
  return { names: withKeys(names), dates: withKeys(dates), sources: withKeys(sources) };
}

export function allSuggestions({ names, dates, sources }: ShownSuggestions): ShownSuggestion[] {
  return [...names, ...dates, ...sources];
}

/** With other places, found by key; those that have none left are gone. */
export function withPlaces(
  shown: ShownSuggestions,
  placesOf: (suggestion: ShownSuggestion) => readonly Span[],
): ShownSuggestions {
  const follow = <T extends ShownSuggestion>(list: readonly T[]): T[] =>
    list
      .map((suggestion) => ({ ...suggestion, places: placesOf(suggestion) }))
      .filter(({ places }) => places.length > 0)
      .toSorted((a, b) => firstOf(a) - firstOf(b));
  return { names: follow(shown.names), dates: follow(shown.dates), sources: follow(shown.sources) };
}

/** Without the places that an annotation of their kind stands on. */
export function withoutConfirmed(
  shown: ShownSuggestions,
  annotations: readonly Annotation[],
): ShownSuggestions {
  const confirmed = {
    name: spansOf(annotations, 'name'),
    date: spansOf(annotations, 'date'),
    source: spansOf(annotations, 'source'),
  };
  return withPlaces(shown, ({ kind, places }) =>
    places.filter((place) => !isTouched(confirmed[kind], place)),
  );
}

function withKeys<T extends NameSuggestion | DateSuggestion | SourceSuggestion>(
  suggestions: readonly T[],
): Keyed<T>[] {
  const seen = new Map<string, number>();
  return suggestions.map((suggestion) => {
    const { fingerprint } = suggestion;
    const count = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, count + 1);
    return { ...suggestion, key: count === 0 ? fingerprint : `${fingerprint} #${count + 1}` };
  });
}

interface Stretch {
  start: number;
  end: number;
}

/** In text order, those that touch as one. */
function spansOf(annotations: readonly Annotation[], kind: AnnotationKind): Stretch[] {
  const spans: Stretch[] = [];
  const places = annotations
    .filter(({ value }) => value.kind === kind)
    .flatMap((annotation) => annotation.places)
    .toSorted((a, b) => a.start - b.start);
  for (const { start, end } of places) {
    const last = spans.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

function isTouched(spans: readonly Stretch[], { start, end }: Stretch): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const span = spans[low];
  return span !== undefined && span.start < end;
}

function firstOf({ places }: ShownSuggestion): number {
  return places[0]?.start ?? 0;
}
