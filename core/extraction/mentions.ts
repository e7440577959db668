/** What extraction finds in a text. Offsets are UTF-16 units into that text, end exclusive. */
export interface Span {
  start: number;
  end: number;
  /** Always `text.slice(start, end)`. */
  surface: string;
}

/** Of every suggestion: how far to trust it, and what found it. */
export interface Found {
  /** 0 to 1, calibrated: of those at 0.9 nine in ten are right. */
  confidence: number;
  /** Name of the rule or model. */
  origin: string;
}

export type NameKind = 'person' | 'organisation' | 'place' | 'other';

/** A name, or a title or description that stands for one (`nominal`: «الرئيس السوري»). Attached و ف ب ل ك are outside. */
export interface NameMention extends Span, Found {
  kind: NameKind;
  /** `id` of the entity it points to. */
  entity: number;
  nominal: boolean;
  /** Job title or description right before or after a proper name; null where none is. */
  title: Span | null;
}

/** Somebody or something that the names of one text speak of. */
export interface Entity {
  /** Place in the list of the text's entities. */
  id: number;
  kind: NameKind;
  /** The fullest form of the name in the text, folded forms kept apart. */
  canonical: string;
  aliases: string[];
  titles: string[];
  /** ISO 3166-1 alpha-2, where the text or the lists tell. */
  country: string | null;
}

export type DateGrain =
  | 'second'
  | 'minute'
  | 'hour'
  | 'part-of-day'
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'vague';

/** TIMEX3's modifiers. */
export type DateModifier =
  | 'START'
  | 'MID'
  | 'END'
  | 'APPROX'
  | 'BEFORE'
  | 'AFTER'
  | 'ON_OR_BEFORE'
  | 'ON_OR_AFTER'
  | 'LESS_THAN'
  | 'MORE_THAN'
  | 'EQUAL_OR_LESS'
  | 'EQUAL_OR_MORE';

/** TIMEX3's types: `duration` a length (P3M), `set` something repeated (XXXX-WXX-5). */
export type DateType = 'date' | 'time' | 'duration' | 'set';

/** One reading of an expression of time. */
export interface DateReading {
  /**
   * ISO 8601 and TIMEX3: `2026`, `2026-01`, `2026-01-28`, `2026-01-28T14:30`, `2026-01-28TMO`, `2026-W05`, `2026-Q1`, `202`,
   * `P4M`, `XXXX-WXX-5`, `PAST_REF`; a whole hour has its minutes (`T05:00`), several weekdays are parted by commas.
   */
  value: string;
  /** Last moment of a range, same forms; null for a single value. */
  until: string | null;
  mod: DateModifier | null;
  grain: DateGrain;
}

/** Two things one expression says that cannot both be true; both values, for the editor to choose. */
export interface DateConflict {
  kind: 'weekday' | 'calendar' | 'published' | 'month-names';
  said: string;
  computed: string;
}

export interface DateMention extends Span, Found, DateReading {
  type: DateType;
  /** Depends on the publication date. */
  relative: boolean;
  /** The value in the Umm al-Qura calendar (`1447-08-09`, `1447-08`), where the text uses it or the day is known. */
  hijri: string | null;
  /** All readings, the best first, which is the mention's own; a single one unless the text leaves several open. */
  readings: DateReading[];
  conflicts: DateConflict[];
}

export type StatementMedium =
  | 'statement'
  | 'interview'
  | 'agency'
  | 'report'
  | 'document'
  | 'social';

/** Something that somebody is said to have said. */
export interface Statement extends Found {
  /** The words that report: `lemma` of the verb or phrase. */
  cue: Span & { lemma: string };
  /** What is attributed, without quotation marks. */
  content: Span;
  /** `entity` null: a speaker without a name («مصادر مطلعة»). Null where nobody is named or can be carried over. */
  speaker: (Span & { entity: number | null }) | null;
  /** `title`, `pronoun`: found by resolving one; `carried`: the speaker of the statement before. */
  speakerSource: 'explicit' | 'title' | 'pronoun' | 'carried' | 'unnamed' | 'collective';
  /** Within quotation marks. */
  direct: boolean;
  medium: StatementMedium | null;
  /** Whom it was quoted through («نقلاً عن وكالة ...»); null: first-hand as far as the text says. */
  through: Span | null;
}
