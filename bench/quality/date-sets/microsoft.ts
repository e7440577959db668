import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findDates } from '../../../core/extraction/dates/find-dates.ts';
import type { DateMention, DateReading } from '../../../core/extraction/mentions.ts';
import { boundsOf } from './bounds.ts';
import { data, partOf, readJson } from './outcome.ts';
import type { Outcome } from './outcome.ts';

interface MicrosoftResult {
  text: string;
  type: string;
  start: number;
  end: number;
  value: {
    Timex?: string;
    FutureResolution?: Record<string, string>;
    PastResolution?: Record<string, string>;
  } | null;
  resolution: { values?: { timex: string; value?: string; start?: string; end?: string }[] } | null;
}

interface MicrosoftCase {
  input: string;
  reference: string | null;
  results: MicrosoftResult[];
}

/** Microsoft's Arabic specifications, by file: the place, and the value where the file has one. */
export function microsoft(): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const file of readdirSync(join(data, 'dates'))
    .filter((name) => name.startsWith('ms-'))
    .toSorted()) {
    const raw = readJson(`dates/${file}`) as Record<string, unknown>;
    const cases = Object.values(raw).find((value) => Array.isArray(value)) as MicrosoftCase[];
    const name = file.replace('ms-recognizers-ar-DateTime_', 'ms-').replace('.json', '');
    for (const { input, reference, results } of cases) {
      const publishedOn = reference === null ? '2016-11-07' : reference.slice(0, 10);
      const found = findDates(input, { publishedOn });
      const part = partOf(input);
      const wanted = results
        .map(
          (one) =>
            `${one.text.trim()} ${one.value?.Timex ?? one.resolution?.values?.[0]?.timex ?? ''}`,
        )
        .join('; ');
      const base = { part, text: `${input} @${publishedOn}`, wanted, found };
      if (results.length === 0) {
        outcomes.push({ ...base, set: `${name}-nothing`, right: found.length === 0 });
        continue;
      }
      for (const result of results) {
        const at = input.indexOf(result.text.trim());
        if (at < 0) continue;
        const end = at + result.text.trim().length;
        const mention = found.find((one) => one.start < end && one.end > at);
        const isNear = mention !== undefined && sameButPrepositions(input, mention, at, end);
        outcomes.push({ ...base, set: `${name}-span`, right: isNear });
        if (name.endsWith('Parser') && typeof result.value?.Timex === 'string')
          outcomes.push({
            ...base,
            set: `${name}-value`,
            right: isNear && mention.readings.some((one) => fitsMicrosoft(one, result)),
            mention,
          });
      }
    }
  }
  return outcomes;
}

function sameButPrepositions(
  text: string,
  mention: DateMention,
  start: number,
  end: number,
): boolean {
  const cut = (from: number, to: number) => text.slice(Math.min(from, to), Math.max(from, to));
  const before = cut(start, mention.start).trim();
  const after = cut(end, mention.end).trim();
  return (
    /^(في|من|خلال|قبل|بعد|منذ|حتى|إلى|عند|يوم|في يوم|الساعة|حوالي|بين|لمدة|ل|لل|لـ|و)*$/.test(
      before,
    ) && /^[.,،!؟\s]*$/.test(after)
  );
}

function fitsMicrosoft(reading: DateReading, { value, type }: MicrosoftResult): boolean {
  const timex = value?.Timex ?? '';
  if (type === 'duration' || type === 'set') {
    if (timex.startsWith('T')) return timeIn(reading.value) === timeIn(timex);
    return reading.value === timex;
  }
  const values = [value?.FutureResolution, value?.PastResolution].flatMap((one) =>
    one === undefined ? [] : [one],
  );
  if (type === 'time') return timeIn(reading.value) === timeIn(timex);
  if (type === 'timerange') {
    const range = /^\((T[^,]+),(T[^,]+),/.exec(timex);
    if (range === null)
      return reading.value.endsWith(timex) || timeIn(reading.value) === timeIn(timex);
    return (
      timeIn(reading.value) === timeIn(range[1] ?? '') &&
      timeIn(reading.until ?? '') === timeIn(range[2] ?? '')
    );
  }
  if (reading.value === timex) return true;
  for (const one of values) {
    const bounds = boundsOf({ ...reading, mod: null });
    if (one['date'] !== undefined && bounds?.start.slice(0, 10) === one['date']) return true;
    if (
      one['dateTime'] !== undefined &&
      bounds?.start.slice(0, 16) === one['dateTime'].replace(' ', 'T').slice(0, 16)
    )
      return true;
    if (
      one['startDate'] !== undefined &&
      bounds !== null &&
      bounds.start.slice(0, 10) === one['startDate'].slice(0, 10)
    ) {
      const after = bounds.after.slice(0, 10);
      // Microsoft leaves the last day out where the text names it («3 - 12 سبتمبر») and the day after it elsewhere.
      if (after === one['endDate']?.slice(0, 10) || reading.until === one['endDate']?.slice(0, 10))
        return true;
    }
    if (one['startDateTime'] !== undefined) {
      const start = one['startDateTime'].replace(' ', 'T');
      if (
        reading.value.slice(0, 13) === start.slice(0, 13) &&
        (reading.until ?? '').slice(0, 13) ===
          (one['endDateTime'] ?? '').replace(' ', 'T').slice(0, 13)
      )
        return true;
      if (
        /T(MO|MI|AF|EV|NI)$/.test(reading.value) &&
        reading.value.slice(0, 10) === start.slice(0, 10) &&
        reading.value.slice(-2) === timex.slice(-2)
      )
        return true;
    }
  }
  return false;
}

function timeIn(value: string): string {
  const match = /T(\d\d)(:\d\d)?(:\d\d)?/.exec(value);
  return match === null ? value : `${match[1]}${match[2] ?? ':00'}${match[3] ?? ':00'}`;
}
