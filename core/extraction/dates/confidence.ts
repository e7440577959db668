import type { DateConflict } from '../mentions.ts';

/** What is said of a mention beside its rule. */
export interface Evidence {
  readings: number;
  conflicts: readonly DateConflict[];
  /** Nothing but «اليوم», which may also be «nowadays». */
  isBareToday: boolean;
  /** It counts from a time told before, and none was. */
  isUntold: boolean;
}

/**
 * How often a rule's first value is right. Where the sets to work on have cases (`bench/quality/dates.ts --calibration`
 * prints them), the figure is theirs, drawn towards the usual one as if four more cases had been seen; the others were
 * judged on samples of news.
 */
export function confidenceOf(rule: string, evidence: Evidence): number {
  const { readings, conflicts, isBareToday, isUntold } = evidence;
  let confidence = isBareToday ? bareToday : (byRule.get(rule) ?? usual);
  // Of two readings the second is sometimes the one that was meant; where that was counted, the figure has it.
  if (readings > 1 && !counted.has(rule)) confidence *= 0.93;
  // Where the publication date disagrees, it is the one that is off; misprints are in the date itself.
  for (const { kind } of conflicts) confidence *= kind === 'published' ? 0.95 : 0.75;
  if (isUntold) confidence *= 0.65;
  return Math.round(confidence * 100) / 100;
}

const usual = 0.85;
const bareToday = 0.45;

/** Rules of which most cases have two readings. */
const counted: ReadonlySet<string> = new Set(
  (
    'day-month weekday month syriac-month two-names holiday stretch ago story-length since-length ' +
    'season-of-all clock weekend numeric-date'
  ).split(' '),
);

const rules: readonly (readonly [confidence: number, names: string])[] = [
  [0.99, 'day-month-year month-year yesterday two-names day-month'],
  [0.98, 'day-month-toward today length day-before-yesterday'],
  [0.97, 'week-toward year-toward bare-year iso-date weekday-date hijri-date'],
  [0.96, 'weekday tomorrow weekday-toward weekday-of-week day-of-month now lately'],
  [
    0.95,
    'month-toward hijri-pair ago quarter half season-of-all year-range day-after-tomorrow year',
  ],
  [0.94, 'clock-range day-clock-range long-duration nth-week one hijri-month hijri-year last-day'],
  [0.93, 'nth-weekday every every-weekday month-range season-year century syriac-month'],
  [0.9, 'clock last-so-many day-of-holiday quarter-of-this half-of-this every-date every-month'],
  [0.9, 'this-period lengths bounded part-of tonight some-time month-year-digits some'],
  [0.86, 'stretch holiday numeric-date decade story-length since-length month-day-year'],
  [0.81, 'month weekend range days-of-month story-day story-period story-stretch day-toward'],
  [0.78, 'weak-hijri-month day-dash-month this-part season-toward year-in-words daily weekly'],
  [0.75, 'day-slash-month weekday-and-day within-duration season in-length monthly yearly'],
  [0.7, 'bracketed-year month-day month-number part-alone rest weak-month decade-toward soon'],
  [0.65, 'bare-hour hour day-number-alone year-month-digits'],
];

const byRule: ReadonlyMap<string, number> = new Map(
  rules.flatMap(([confidence, names]) => names.split(' ').map((name) => [name, confidence])),
);
