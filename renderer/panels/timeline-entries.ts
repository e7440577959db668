import type { Annotation } from '../../core/article/annotation.ts';
import type { DateValue } from '../../core/article/annotation.ts';
import type { ShownDate } from '../editor/shown-suggestions.ts';

export interface TimelineEntry {
  id: string;
  value: DateValue;
  /** Key of the suggestion; undefined: confirmed. */
  suggestion?: string;
  place: { start: number; end: number };
}

/** The dates of an article that have a place in the calendar, earliest first; equal ones in text order. */
export function timelineEntries(
  annotations: readonly Annotation[],
  suggested: readonly ShownDate[],
): TimelineEntry[] {
  const confirmed = annotations.flatMap(({ id, value, places }): TimelineEntry[] => {
    const place = places[0];
    return value.kind !== 'date' || place === undefined ? [] : [{ id, value, place }];
  });
  const open = suggested.flatMap(({ key, value, places }): TimelineEntry[] => {
    const place = places[0];
    return place === undefined ? [] : [{ id: key, value, suggestion: key, place }];
  });
  return [...confirmed, ...open]
    .filter(({ value }) => value.value !== null)
    .toSorted((a, b) => compare(a, b) || a.place.start - b.place.start);
}

function compare({ value: a }: TimelineEntry, { value: b }: TimelineEntry): number {
  const [one, other] = [a.value ?? '', b.value ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}
