/** UTF-16 offsets into the article's text, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export type Surfaced<S extends Span = Span> = S & { surface: string };

/** `dev` and `dev2` may be looked at while rules are written; `held` and `held2` only count. */
export type GoldPart = 'dev' | 'dev2' | 'held' | 'held2';

export interface LabelledEntity {
  /** Neutral number within the article: `e1`. */
  id: string;
  type: 'person' | 'organisation' | 'place' | 'other';
  subtype?: string;
}

export interface LabelledName extends Span {
  entity: string;
  /** `nominal`: a title or description that refers to an entity the article names. */
  kind: 'name' | 'nominal';
  /** Attached letters before the span; with the contraction لل they are inside it. */
  prefix?: string;
  /** The office or description that stands beside the name, before or after it. */
  title?: Span;
  /** A capital, country or building that stands for a government. */
  metonym?: true;
  /** A nickname, former name or short form that shares no word with the full name. */
  alias?: true;
  /** A ministry, army, parliament, court or national team: named by what it is, in common words. */
  institution?: true;
  /** Right when found, not wrong when missed. */
  optional?: true;
}

export type DateGrain =
  | 'minute'
  | 'hour'
  | 'day-part'
  | 'day'
  | 'week'
  | 'month'
  | 'season'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'vague';

export interface LabelledDate extends Span {
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3 or ISO 8601; an interval with `/`. */
  value: string;
  mod?: 'START' | 'MID' | 'END' | 'APPROX' | 'LESS_THAN' | 'MORE_THAN';
  grain: DateGrain;
  /** The value depends on the publication date, also where only the year is left out. */
  relative: boolean;
  /** The expression opens (منذ) or closes (حتى) a span of time. */
  since?: true;
  until?: true;
  /** Other values the words allow; the right one is among them. */
  readings?: string[];
  /** Umm al-Qura month or day where the words name one. */
  hijri?: string;
  /** The words contradict the publication date or each other. */
  conflict?: true;
  prefix?: string;
  optional?: true;
}

export interface LabelledStatement {
  /** Entity id; null where no named entity speaks. */
  speaker: string | null;
  speakerSource: 'explicit' | 'title' | 'pronoun' | 'carried' | 'unnamed' | 'collective';
  speakerMention?: Span;
  cue: Span;
  /** Further cues of the same content: قال … على حد تعبيره. */
  otherCues?: Span[];
  form: 'direct' | 'indirect';
  content: Span;
  construction?: 'colon' | 'hal' | 'masdar' | 'according';
  /** Who passed the statement on. */
  via?: Span & { entity: string | null };
  optional?: true;
}

export interface LabelledNotQuote extends Span {
  why: 'scare' | 'name' | 'other';
}

export interface GoldLabels {
  entities: LabelledEntity[];
  names: LabelledName[];
  dates: LabelledDate[];
  statements: LabelledStatement[];
  notQuotes: LabelledNotQuote[];
}

/** One line of the file that is called as its part. */
export interface LabelledArticle extends GoldLabels {
  id: string;
  part: GoldPart;
  /** Corpus file without its ending. */
  corpus: string;
  /** ISO date. */
  published: string;
  /** UTF-16 units of the text. */
  length: number;
  /** First 16 hex digits of the hash of the text. */
  sha256: string;
  /** The same of all surfaces, joined with line feeds. */
  surfaces: string;
}

export interface GoldEntity extends LabelledEntity {
  canonical: string;
  aliases: string[];
  titles: string[];
}

export type GoldName = Surfaced<Omit<LabelledName, 'title'>> & { title?: Surfaced };

export type GoldStatement = Omit<
  LabelledStatement,
  'cue' | 'otherCues' | 'content' | 'speakerMention' | 'via'
> & {
  cue: Surfaced;
  otherCues: Surfaced[];
  content: Surfaced;
  speakerMention?: Surfaced;
  via?: Surfaced<Span & { entity: string | null }>;
};

/** An annotated article with its text. */
export interface GoldArticle {
  id: string;
  part: GoldPart;
  published: string;
  text: string;
  entities: GoldEntity[];
  names: GoldName[];
  dates: Surfaced<LabelledDate>[];
  statements: GoldStatement[];
  notQuotes: Surfaced<LabelledNotQuote>[];
}
