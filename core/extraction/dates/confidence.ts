import type { DateConflict } from '../mentions.ts';

/**
 * How often a rule's first value is right. Where the development halves of the date sets have enough cases the figure is
 * theirs (`bench/quality/dates.ts --calibration` prints them); the others were judged on samples of news.
 */
export function confidenceOf(
  rule: string,
  readings: number,
  conflicts: readonly DateConflict[],
): number {
  let confidence = byRule.get(rule) ?? usual;
  // Of two readings the second is sometimes the one that was meant; the year of a day is seldom in doubt.
  if (readings > 1 && !yearOnly.has(rule)) confidence *= 0.93;
  // Where the publication date disagrees, it is the one that is off; misprints are in the date itself.
  for (const { kind } of conflicts) confidence *= kind === 'published' ? 0.95 : 0.75;
  return Math.round(confidence * 100) / 100;
}

const usual = 0.85;

const yearOnly: ReadonlySet<string> = new Set([
  'day-month',
  'weekday',
  'month',
  'syriac-month',
  'two-names',
]);

const rules: readonly (readonly [confidence: number, names: string])[] = [
  [0.99, 'day-month-year iso-date hijri-pair month-year yesterday day-before-yesterday'],
  [0.98, 'day-month day-month-toward two-names today day-after-tomorrow hijri-date'],
  [0.97, 'year month-toward week-toward year-toward weekday-toward weekday-of-week day-of-month'],
  [0.96, 'tomorrow decade year-range numeric-date weekday-date'],
  [0.95, 'quarter half hijri-year hijri-month month-range season-year nth-weekday last-day length'],
  [
    0.93,
    'month syriac-month century clock clock-range day-clock-range range every-weekday season-toward',
  ],
  [
    0.9,
    'days-of-month bare-year holiday ago since-length two-weekdays last-so-many day-of-holiday quarter-of-this half-of-this every-date every-month this-period stretch lengths bounded part-of tonight',
  ],
  [0.87, 'weekday nth-week month-day-year year-in-words weekend'],
  [0.8, 'weak-month weak-hijri-month every in-length some-time day-dash-month this-part now'],
  [0.75, 'day-slash-month weekday-and-day month-year-digits within-duration long-duration season'],
  [0.7, 'bracketed-year month-day month-number daily weekly monthly yearly lately'],
  [0.6, 'soon part-alone bare-hour hour day-number-alone year-month-digits'],
  [0.5, 'story-day story-period day-toward'],
];

const byRule: ReadonlyMap<string, number> = new Map(
  rules.flatMap(([confidence, names]) => names.split(' ').map((name) => [name, confidence])),
);
