import type { DateModifier } from '../mentions.ts';

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'weekend';

/** -1 before the publication date, 0 of its own time, 1 after it. */
export type Toward = -1 | 0 | 1;

export function toToward(value: number | undefined): Toward {
  if (value === undefined || value === 0) return 0;
  return value < 0 ? -1 : 1;
}

/** TIMEX3's parts of the day: morning, midday, afternoon, evening, night. */
export type PartOfDay = 'MO' | 'MI' | 'AF' | 'EV' | 'NI';

/** What a text says about one stretch of a calendar; what it leaves out is found from the publication date. */
export interface Fields {
  calendar?: 'hijri';
  /** `19` for the 1900s, as in ISO 8601. */
  century?: number;
  /** `199` for the 1990s. */
  decade?: number;
  /** A decade whose century is not said: 9 for «التسعينيات». */
  decadeOfCentury?: number;
  year?: number;
  half?: 1 | 2;
  quarter?: number;
  season?: 'SP' | 'SU' | 'FA' | 'WI';
  month?: number;
  day?: number;
  /** ISO: Monday is 1. */
  weekday?: number;
}

export interface Clock {
  kind: 'clock';
  hour?: number;
  minute?: number;
  second?: number;
  part?: PartOfDay;
  /** The hour may be of either half of the day. */
  open?: boolean;
  /** Nothing but the number says that it is an hour. */
  bare?: boolean;
  /** Minutes east of Greenwich, where the text names the zone. */
  zone?: number;
}

/** Something else that the text says about the same time, to be checked against it. */
export type Claim =
  | { kind: 'weekday'; weekday: number }
  | { kind: 'published' | 'calendar'; time: Time }
  | { kind: 'month-names'; months: readonly [number, number] };

interface Common {
  /** The rule that read it. */
  rule?: string;
  clock?: Clock;
  mod?: DateModifier;
  claims?: readonly Claim[];
  /** Other things that the same words may mean, after this one. */
  also?: readonly Time[];
  /**
   * Counted from the time that the text told of last, as «العام التالي» is: `always`, it is nothing without one;
   * `perhaps`, it is then counted from the publication date.
   */
  told?: 'always' | 'perhaps';
}

/** An expression of time as it was read, before the publication date is known. */
export type Time =
  | Clock
  /** `leaning`: the sentence speaks of what is to come (1) or of what was (-1), so it is rather the next or the last. */
  | (Common & { kind: 'fields'; fields: Fields; toward?: Toward; leaning?: 1 | -1 })
  /** The unit that holds the publication date, or one so many units away: «الشهر الماضي», «أمس». */
  | (Common & { kind: 'shift'; unit: Unit; amount: number })
  /** So long before or after the publication date: «قبل ثلاثة أيام». */
  | (Common & { kind: 'ago'; parts: readonly Length[]; toward: Toward })
  /** Fields inside another stretch: «الخامس من الشهر الجاري». */
  | (Common & { kind: 'within'; fields: Fields; base: Time })
  /** The first, second, last (-1) weekday, day or week of a stretch, or after it. */
  | (Common & { kind: 'nth'; n: number; weekday?: number; unit: Unit; base: Time; after?: true })
  | (Common & { kind: 'holiday'; id: string; year?: number; toward?: Toward })
  /** «الأشهر الثلاثة الماضية»; `amount` null where the text has no number. */
  | (Common & { kind: 'stretch'; amount: number | null; unit: Unit; toward: Toward })
  | (Common & { kind: 'duration'; parts: readonly Length[] })
  | (Common & { kind: 'set'; value: string; unit: Unit })
  | (Common & { kind: 'range'; from: Time; to: Time })
  | (Common & { kind: 'reference'; value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' })
  /** The month that the text told of last, in this year. */
  | (Common & { kind: 'same-month'; base: Time })
  /** Every summer, or one that is not said. */
  | (Common & { kind: 'any-season'; season: NonNullable<Fields['season']> });

/** `amount` null: «أيام». */
export interface Length {
  unit: Unit;
  amount: number | null;
}

/** The same time, said at this hour. */
export function withClock(time: Time, clock: Clock): Time | null {
  if (time.kind === 'clock' || time.kind === 'range' || time.clock !== undefined) return null;
  return { ...time, clock };
}

/** The same time with a modifier, unless it has one. */
export function withModifier(time: Time, mod: DateModifier): Time {
  if (time.kind === 'clock' || time.mod !== undefined) return time;
  return { ...time, mod };
}

export function withClaims(time: Time, ...claims: Claim[]): Time | null {
  if (time.kind === 'clock') return null;
  return { ...time, claims: [...(time.claims ?? []), ...claims] };
}

/** The unit that the text told of last, or one so many units away. */
export function toldShift(unit: Unit, amount: number): Time {
  return { kind: 'shift', unit, amount, told: amount === 0 ? 'always' : 'perhaps' };
}
