import { foldArabicText } from '../../core/arabic/fold.ts';
import { annotationValueSchema } from '../../core/article/annotation.ts';
import type { Annotation, AnnotationKind, AnnotationValue } from '../../core/article/annotation.ts';
import { readWrittenDate } from '../format/read-written-date.ts';

/** What a form starts with for words selected on the page. */
export function newAnnotationValue(kind: AnnotationKind, surface: string): AnnotationValue {
  const words = surface.replace(/\s+/g, ' ').trim().slice(0, 500);
  const values = {
    name: { kind: 'name', name: words, nameKind: 'person', role: '', note: '' },
    date: { kind: 'date', label: words, value: readWrittenDate(words), end: null, note: '' },
    source: {
      kind: 'source',
      name: words,
      sourceKind: 'person',
      attribution: words,
      link: '',
      note: '',
    },
  } as const satisfies Record<AnnotationKind, AnnotationValue>;
  return values[kind];
}

/** The value without white space at the ends of its words; undefined when it has no name or its link is no address. */
export function completeValue(value: AnnotationValue): AnnotationValue | undefined {
  const trimmed = Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      typeof part === 'string' ? part.trim() : part,
    ]),
  );
  const { data } = annotationValueSchema.safeParse(trimmed);
  return data === undefined || annotationTitle(data) === '' ? undefined : data;
}

/** What the program read goes when an editor gives a date another value. */
export function withOwnReading(value: AnnotationValue, before: AnnotationValue): AnnotationValue {
  if (value.kind !== 'date' || before.kind !== 'date') return value;
  if (value.value === before.value && value.end === before.end) return value;
  const { reading: _read, ...own } = value;
  return own;
}

/** None, or an absolute http or https address. */
export function isLinkComplete(link: string): boolean {
  const words = link.trim();
  return words === '' || /^https?:$/.test(URL.parse(words)?.protocol ?? '');
}

/** The words an annotation goes by. */
export function annotationTitle(value: AnnotationValue): string {
  return value.kind === 'date' ? value.label : value.name;
}

/** Annotations of the kind that these words may be another place of: the same words, or a part of the whole name. */
export function findSameName(
  annotations: readonly Annotation[],
  kind: AnnotationKind,
  surface: string,
): Annotation[] {
  const words = wordsOf(surface);
  if (words.length === 0) return [];
  return annotations
    .filter(({ value }) => value.kind === kind)
    .filter(({ value, places }) =>
      [annotationTitle(value), ...places.map((place) => place.surface)].some((known) =>
        isPart(words, wordsOf(known)),
      ),
    )
    .slice(0, 3);
}

function wordsOf(text: string): string[] {
  return foldArabicText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function isPart(words: readonly string[], of: readonly string[]): boolean {
  return of.some((_, start) => words.every((word, index) => of[start + index] === word));
}
