import type { Annotation, AnnotationKind } from '../../core/article/annotation.ts';

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
