import { findDates } from '../../../core/extraction/dates/find-dates.ts';
import type { DateMention } from '../../../core/extraction/mentions.ts';
import { partOf, readJson } from './outcome.ts';
import type { Outcome } from './outcome.ts';

interface SilverRow {
  published?: string;
  expression: string;
  value?: string;
  gregorian?: string;
  hijri?: string;
  ummAlQuraOffsetDays?: number | null;
  context?: string;
}

/** Expressions from news that the calendar confirms, alone and in their context. */
export function silver(): Outcome[] {
  const outcomes: Outcome[] = [];
  const all = readJson('dates/silver-news-dates.json') as Record<string, SilverRow[]>;
  for (const kind of ['relativeWeekday', 'weekdayDate', 'dualMonth', 'hijriPair']) {
    for (const row of all[kind] ?? []) {
      const wanted = row.value ?? row.gregorian ?? '';
      const published = isoOf(row.published ?? '');
      const part = partOf(row.expression + (row.context ?? ''));
      // Some were cut after a bracket that opened before them.
      const expression = row.expression.includes('(')
        ? row.expression
        : row.expression.replace(/\)$/, '');
      const publishedOn = wanted.startsWith('XXXX') ? null : published;
      const alone = findDates(expression, { publishedOn });
      const first = alone[0];
      outcomes.push({
        set: `silver-${kind}`,
        part,
        right:
          first !== undefined &&
          alone.length === 1 &&
          spanFits(first, expression) &&
          first.value.slice(0, wanted.length) === wanted,
        text: `${expression} @${published}`,
        wanted,
        found: alone,
        mention: first,
      });
      const { context } = row;
      if (context === undefined) continue;
      const at = placeOf(context, expression);
      if (at < 0) continue;
      const inText = findDates(context, { publishedOn });
      const mention = inText.find((one) => one.start < at + expression.length && one.end > at);
      const isExact = mention?.start === at && mention.end === at + expression.length;
      const isValue = mention?.value.slice(0, wanted.length) === wanted;
      const base = {
        part,
        text: `${expression} @${published} IN ${context}`,
        wanted,
        found: mention === undefined ? [] : [mention],
      };
      outcomes.push({ ...base, set: `silver-${kind}-in-text-exact`, right: isExact && isValue });
      outcomes.push({
        ...base,
        set: `silver-${kind}-in-text-covered`,
        right:
          mention !== undefined &&
          mention.start <= at &&
          mention.end >= at + expression.length &&
          (isValue || agreesLoosely(mention, wanted)),
        mention: mention,
      });
    }
  }
  return outcomes;
}

/** The mined expression may hold a bracket that it cut the other half of. */
function spanFits(mention: DateMention, expression: string): boolean {
  const rest = expression.slice(0, mention.start) + expression.slice(mention.end);
  return /^[\s()،,]*$/.test(rest);
}

/** «21 نيسان» of the row, «21 نيسان الماضي» of ours: the month and day are what the row knows. */
function agreesLoosely(mention: DateMention, wanted: string): boolean {
  return wanted.startsWith('XXXX') && mention.value.slice(4, wanted.length) === wanted.slice(4);
}

function placeOf(context: string, expression: string): number {
  let best = -1;
  // The expression that was mined stands near the middle of its context.
  for (let at = context.indexOf(expression); at >= 0; at = context.indexOf(expression, at + 1)) {
    if (best < 0 || Math.abs(at - 60) < Math.abs(best - 60)) best = at;
  }
  return best;
}

function isoOf(date: string): string | null {
  const match = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(date);
  if (match !== null) return `${match[3]}-${match[2]}-${match[1]}`;
  return /^\d{4}-\d\d-\d\d$/.test(date) ? date : null;
}
