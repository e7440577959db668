import type { Annotation, AnnotationKind, AnnotationValue } from '../../core/article/annotation.ts';
import { readDate } from '../format/read-date.ts';

/** Annotations of one kind: those in the text in text order, and those whose words are gone from it. */
export function sortAnnotations(
  annotations: readonly Annotation[],
  kind: AnnotationKind,
): { inText: Annotation[]; gone: Annotation[] } {
  const ofKind = annotations.filter(({ value }) => value.kind === kind);
  return {
    inText: ofKind
      .filter(({ places }) => places.length > 0)
      .toSorted((a, b) => (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0)),
    gone: ofKind.filter(({ places }) => places.length === 0),
  };
}

/** What a list calls it. */
export function nameOfValue(value: AnnotationValue): string {
  return value.kind === 'date' ? value.label : value.name;
}

/** The value that selected words start with. A date that can be read is resolved. */
export function valueFromWords(kind: AnnotationKind, words: string): AnnotationValue {
  const name = words.replace(/\s+/g, ' ').trim().slice(0, 500);
  switch (kind) {
    case 'name':
      return { kind, name, nameKind: 'person', role: '', note: '' };
    case 'date':
      return { kind, label: name, value: readDate(name) ?? null, end: null, note: '' };
    case 'source':
      return { kind, name, sourceKind: 'person', attribution: '', link: '', note: '' };
  }
}
