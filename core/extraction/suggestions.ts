import type { Annotation, DateValue, NameValue, SourceValue } from '../article/annotation.ts';
import { foldArabicText } from '../arabic/fold.ts';
import { toForm } from '../directory/entity-forms.ts';
import type { Extraction } from './extract.ts';
import { toIsoRange } from './iso-range.ts';
import type {
  DateConflict,
  DateMention,
  DateReading,
  Entity,
  Span,
  Statement,
} from './mentions.ts';

/** What the program proposes to an editor: the value of an annotation, and where it would stand. */
interface Proposed<Value> {
  /** The same for the same proposal after the text around it changed; what an editor turned down is known by it. */
  fingerprint: string;
  /** In text order, at least one. */
  places: readonly Span[];
  value: Value;
  confidence: number;
  /** Name of the rule or model. */
  origin: string;
}

export interface NameSuggestion extends Proposed<NameValue> {
  kind: 'name';
  /** Entry of the newsroom's directory that the text means; null: none that is known. */
  entityId: string | null;
  /** Confirmed annotation of the same name, of which these are further places; null: a name that is new in the article. */
  annotationId: string | null;
}

export interface DateSuggestion extends Proposed<DateValue> {
  kind: 'date';
  /** Other ways to read the words, the value's own not among them. */
  otherReadings: readonly DateValue[];
  conflicts: readonly DateConflict[];
  relative: boolean;
  hijri: string | null;
}

export interface SourceSuggestion extends Proposed<SourceValue> {
  kind: 'source';
  speaker: Span | null;
  speakerSource: Statement['speakerSource'];
  cue: Span;
}

export interface Suggestions {
  names: NameSuggestion[];
  dates: DateSuggestion[];
  sources: SourceSuggestion[];
}

export interface Decided {
  /** Confirmed by an editor, with their places in the same text. */
  annotations: readonly Annotation[];
  /** Fingerprints of what an editor turned down in this article. */
  rejected: ReadonlySet<string>;
}

/**
 * What is still to be decided about: nothing over words that an annotation of its kind stands on, and nothing that was
 * turned down. Each list in text order.
 */
export function openSuggestions(
  text: string,
  found: Extraction,
  { annotations, rejected }: Decided,
): Suggestions {
  const isOpen = (kind: Annotation['value']['kind'], span: Span) =>
    !annotations.some(
      ({ value, places }) =>
        value.kind === kind &&
        places.some(({ start, end }) => start < span.end && end > span.start),
    );
  const isKept = ({ fingerprint, places }: Proposed<unknown>) =>
    places.length > 0 && !rejected.has(fingerprint);
  return {
    names: found.entities
      .map((entity, index) => {
        const places = found.names.filter(
          (name) => name.entity === entity.id && isOpen('name', name),
        );
        return {
          kind: 'name' as const,
          fingerprint: nameFingerprint(entity),
          places: places.map(toSpan),
          value: nameValue(entity),
          // One sure mention makes the others sure.
          confidence: Math.max(0, ...places.map(({ confidence }) => confidence)),
          origin: places[0]?.origin ?? '',
          entityId: found.knownIds[index] ?? null,
          annotationId: sameName(entity, found, annotations),
        };
      })
      .filter(isKept)
      .toSorted(byPlace),
    dates: found.dates
      .filter((date) => isOpen('date', date))
      .map((date) => dateSuggestion(text, date))
      .filter(isKept),
    sources: found.statements
      .filter(({ content }) => isOpen('source', content))
      .map((statement) => sourceSuggestion(statement, found))
      .filter(isKept),
  };
}

/** The annotation of a date read anew, as after a change of the publication date; undefined where it says the same. */
export function readAgain(value: DateValue, date: DateMention): DateValue | undefined {
  const next = { ...value, ...dateValue(date.surface, date), label: value.label, note: value.note };
  return JSON.stringify(next) === JSON.stringify({ ...next, ...value }) ? undefined : next;
}

function nameValue({ canonical, kind, titles }: Entity): NameValue {
  return {
    kind: 'name',
    name: canonical.slice(0, 500),
    nameKind: kind,
    role: titles[0]?.slice(0, 500) ?? '',
    note: '',
  };
}

function nameFingerprint({ kind, canonical }: Entity): string {
  return `name ${kind} ${toForm(canonical)}`.slice(0, fingerprintLength);
}

function sameName(
  { id, kind, canonical }: Entity,
  found: Extraction,
  annotations: readonly Annotation[],
): string | null {
  const form = toForm(canonical);
  const mentions = found.names.filter(({ entity }) => entity === id);
  const same = annotations.find(
    ({ value, places }) =>
      value.kind === 'name' &&
      value.nameKind === kind &&
      (toForm(value.name) === form ||
        places.some((place) =>
          mentions.some(({ start, end }) => start < place.end && end > place.start),
        )),
  );
  return same?.id ?? null;
}

function dateSuggestion(text: string, date: DateMention): DateSuggestion {
  const { start, surface, readings, conflicts, relative, hijri, confidence, origin } = date;
  const value = dateValue(surface, date);
  return {
    kind: 'date',
    fingerprint: fingerprintAt('date', text, start, surface),
    places: [toSpan(date)],
    value,
    confidence,
    origin,
    otherReadings: readings
      .map((reading) => dateValue(surface, reading))
      .filter((other) => JSON.stringify(other) !== JSON.stringify(value)),
    conflicts,
    relative,
    hijri,
  };
}

function dateValue(surface: string, { value, until, mod }: DateReading): DateValue {
  return {
    kind: 'date',
    label: surface.slice(0, 500),
    ...toIsoRange(value, until),
    note: '',
    reading: { timex: value, until, mod },
  };
}

function sourceSuggestion(statement: Statement, found: Extraction): SourceSuggestion {
  const { cue, content, speaker, speakerSource, direct, medium, through } = statement;
  const entity = found.entities.find(({ id }) => id === speaker?.entity);
  const name = entity?.canonical ?? speaker?.surface ?? '';
  return {
    kind: 'source',
    fingerprint: `source ${toForm(cue.surface)}: ${toForm(content.surface)}`.slice(
      0,
      fingerprintLength,
    ),
    places: [content],
    value: {
      kind: 'source',
      name: name.slice(0, 500),
      sourceKind: sourceKind(statement, entity),
      attribution: [cue.surface, name].filter(Boolean).join(' ').slice(0, 1000),
      link: '',
      note: '',
      statement: { direct, medium, through: through?.surface.slice(0, 500) ?? '' },
    },
    confidence: statement.confidence,
    origin: statement.origin,
    speaker,
    speakerSource,
    cue,
  };
}

function sourceKind(
  { medium, speaker, speakerSource }: Statement,
  entity: Entity | undefined,
): SourceValue['sourceKind'] {
  if (medium === 'agency') return 'agency';
  if (medium === 'social') return 'social';
  if (medium === 'document') return 'document';
  if (speaker === null || speakerSource === 'unnamed') return 'unnamed';
  if (entity?.kind === 'person') return entity.titles.length > 0 ? 'official' : 'person';
  return entity?.kind === 'organisation' || entity?.kind === 'place' ? 'official' : 'other';
}

/** By the words and those before them: the same expression elsewhere in the text is another. */
function fingerprintAt(kind: string, text: string, start: number, surface: string): string {
  const before = foldArabicText(text.slice(Math.max(0, start - 40), start)).slice(-16);
  return `${kind} ${toForm(before)}| ${toForm(surface)}`.slice(0, fingerprintLength);
}

const fingerprintLength = 300;

function toSpan({ start, end, surface }: Span): Span {
  return { start, end, surface };
}

function byPlace(a: Proposed<unknown>, b: Proposed<unknown>): number {
  return (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0);
}
