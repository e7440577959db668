import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateMention, DateReading } from '../mentions.ts';
import { dateCorpus } from './dates.corpus.ts';
import { findDates, readDates, resolveDates } from './find-dates.ts';

const wednesday = '2026-01-28';

describe.each(Object.entries(dateCorpus))('%s', (_, examples) => {
  test.each(examples)('$text', ({ text, dates, published = wednesday }) => {
    const found = findDates(text, { publishedOn: published });
    expect(found.map((one) => [one.surface, written(one)])).toEqual(dates);
  });
});

function written({ value, until, mod }: DateReading): string {
  return `${value}${until === null ? '' : `..${until}`}${mod === null ? '' : ` ${mod}`}`;
}

function only(text: string, publishedOn: string | null = wednesday): DateMention {
  const [mention, ...more] = findDates(text, { publishedOn });
  if (mention === undefined || more.length > 0) throw new Error(`not one date in ${text}`);
  return mention;
}

describe('what one expression says that cannot be true together', () => {
  test('a weekday against its date', () => {
    expect(only('يوم الخميس 28 يناير 2026').conflicts).toEqual([
      { kind: 'weekday', said: '2026-01-28', computed: '2026-01-29' },
    ]);
  });

  test('a weekday against the publication date, which is then off', () => {
    const { value, readings, conflicts } = only('اليوم الخميس');
    expect([value, readings.map((one) => one.value), conflicts]).toEqual([
      '2026-01-29',
      ['2026-01-29', '2026-01-28'],
      [{ kind: 'published', said: '2026-01-29', computed: '2026-01-28' }],
    ]);
  });

  test('a date that is called today', () => {
    expect(only('اليوم الثلاثاء 27 يناير 2026').conflicts).toEqual([
      { kind: 'published', said: '2026-01-27', computed: '2026-01-28' },
    ]);
  });

  test('a Hijri date against its twin', () => {
    expect(only('25 شوال 1436 هـ الموافق 11 أغسطس 2015').conflicts).toEqual([
      { kind: 'calendar', said: '2015-08-11', computed: '2015-08-10' },
    ]);
  });

  test('a Hijri day that no month has', () => {
    expect(only('34 رجب 1436 الموافق 13 مايو 2015').conflicts).toEqual([
      { kind: 'calendar', said: '2015-05-13', computed: 'AH 1436-7-34' },
    ]);
  });

  test('two names of a month that are not the same', () => {
    expect(only('في 3 تشرين الأول/نوفمبر 2025').conflicts).toEqual([
      { kind: 'month-names', said: '2025-10-03', computed: '2025-11-03' },
    ]);
  });

  test.each(['اليوم الأربعاء', 'الأربعاء 28 يناير 2026', '26 شوال 1436 هـ الموافق 11 أغسطس 2015'])(
    'nothing is wrong with %s',
    (text) => {
      expect(only(text).conflicts).toEqual([]);
    },
  );
});

test('day and month that can be read both ways keep both readings, day first', () => {
  expect(only('في 3/4/2026').readings.map(({ value }) => value)).toEqual([
    '2026-04-03',
    '2026-03-04',
  ]);
});

test('an hour said without a part of the day keeps both', () => {
  expect(only('الساعة الثالثة').readings.map(({ value }) => value)).toEqual([
    '2026-01-28T03:00',
    '2026-01-28T15:00',
  ]);
});

test('a day is shown in both calendars', () => {
  expect(only('28 يناير 2026').hijri).toBe('1447-08-09');
  expect(only('رمضان 1446').hijri).toBe('1446-09');
});

test('attached letters stay outside and the contraction لل inside', () => {
  expect(only('وبعام 2020').surface).toBe('عام 2020');
  expect(only('للعام 2026').surface).toBe('للعام 2026');
});

// Texts that are rich in words of time, so that the properties meet rules rather than nothing.
const vocabulary = [
  ...Object.values(dateCorpus)
    .flat()
    .flatMap(({ text }) => text.split(' ')),
  '12',
  '٣',
  '2026',
  '1447',
  '10:30',
  '(',
  ')',
  '/',
  '-',
  '،',
  '.',
  '\n',
  'و',
  'ﷺ',
  '½',
  'ـ',
  '\u200f',
];
const words = fc
  .array(fc.constantFrom(...vocabulary), { maxLength: 14 })
  .chain((all) => fc.constantFrom(all.join(' '), all.join('')));
const texts = fc.oneof(words, words, fc.string({ unit: 'binary' }));
const publication = fc.oneof(
  fc.constant(null),
  fc
    .date({ min: new Date('1950-01-01'), max: new Date('2070-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);

const valueForm =
  /^(?:(?:BC)?[\dX]{2,4}|[\dX]{4}-(?:[\dX]{2}|Q\d|H\d|SP|SU|FA|WI)|[\dX]{4}-[\dX]{2}-[\dX]{2}|[\dX]{4}-W(?:\d\d|XX)(?:-(?:\d|WE))?|P[\dX.]+(?:[YMWD]|DE|CE)(?:[\dX.]+[MWD])*(?:T[\dX.]+[HMS])*|PT(?:[\dX.]+[HMS])+|(?:PAST|PRESENT|FUTURE)_REF)?(?:T(?:\d\d(?::\d\d){0,2}(?:Z|[+-]\d\d:\d\d)?|MO|MI|AF|EV|NI))?$/;

function checkMention(text: string, mention: DateMention): void {
  expect(text.slice(mention.start, mention.end)).toBe(mention.surface);
  expect(mention.end).toBeGreaterThan(mention.start);
  const [first] = mention.readings;
  const { value, until, mod, grain } = mention;
  expect(first).toEqual({ value, until, mod, grain });
  const values = mention.readings
    .flatMap((reading) => [reading.value, reading.until])
    .filter((one) => one !== null);
  for (const one of values.flatMap((whole) => whole.split(','))) {
    expect(one).not.toBe('');
    expect(one).toMatch(valueForm);
  }
  const days = values.flatMap((one) => /^\d{4}-\d\d-\d\d/.exec(one) ?? []);
  expect(days.map((day) => new Date(day).toISOString().slice(0, 10))).toEqual(days);
  expect(mention.confidence).toBeGreaterThan(0);
  expect(mention.confidence).toBeLessThanOrEqual(1);
}

test('places are inside the text, in order, apart, and equal to their words; values are ISO 8601', () => {
  fc.assert(
    fc.property(texts, publication, (text, publishedOn) => {
      let last = 0;
      for (const mention of findDates(text, { publishedOn })) {
        expect(mention.start).toBeGreaterThanOrEqual(last);
        last = mention.end;
        checkMention(text, mention);
      }
    }),
    { numRuns: 1500 },
  );
});

test('a line by itself and in its text is read alike, so that a run of changed lines equals a full one', () => {
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 4 }), publication, (parts, publishedOn) => {
      const lines = parts.map((part) => part.replaceAll(/[\n\r\u2028\u2029\u0085]/g, ' '));
      let offset = 0;
      const apart = lines.flatMap((line) => {
        const found = readDates(line).map((one) => ({
          ...one,
          start: one.start + offset,
          end: one.end + offset,
        }));
        offset += line.length + 1;
        return found;
      });
      const text = lines.join('\n');
      expect(readDates(text)).toEqual(apart);
      expect(findDates(text, { publishedOn })).toEqual(resolveDates(apart, { publishedOn }));
    }),
    { numRuns: 400 },
  );
});

test('resolving again for another publication date is as good as reading again', () => {
  fc.assert(
    fc.property(words, publication, publication, (text, before, after) => {
      const read = readDates(text);
      resolveDates(read, { publishedOn: before });
      // What was read is plain data: it may be kept as JSON.
      const kept: unknown = JSON.parse(JSON.stringify(read));
      expect(kept).toEqual(read);
      expect(resolveDates(read, { publishedOn: after })).toEqual(
        findDates(text, { publishedOn: after }),
      );
    }),
    { numRuns: 400 },
  );
});

test('what counts from a date told before is that of the nearest one that is no longer', () => {
  const text =
    'ولد في 4 مارس 1990. عمل هناك عام 2001 وسافر في العام التالي.\nولم ينم في اليوم السابق.';
  expect(
    findDates(text, { publishedOn: wednesday }).map(({ value, relative }) => [value, relative]),
  ).toEqual([
    ['1990-03-04', false],
    ['2001', false],
    ['2002', false],
    ['1990-03-03', false],
  ]);
  const related = 'عاد أمس وسافر في اليوم التالي';
  const values = (publishedOn: string | null) =>
    findDates(related, { publishedOn }).map(({ value, relative }) => [value, relative]);
  expect(values(wednesday)).toEqual([
    ['2026-01-27', true],
    ['2026-01-28', true],
  ]);
  expect(values(null)).toEqual([
    ['PAST_REF', true],
    ['FUTURE_REF', true],
  ]);
});

test('what does not depend on the publication date says so', () => {
  fc.assert(
    fc.property(words, publication, publication, (text, before, after) => {
      const read = readDates(text);
      const fixed = (publishedOn: string | null) =>
        resolveDates(read, { publishedOn })
          .filter(({ relative }) => !relative)
          .map(({ start, value, until }) => ({ start, value, until }));
      const later = new Map(fixed(after).map((one) => [one.start, one]));
      const shared = fixed(before).filter(({ start }) => later.has(start));
      expect(shared.map(({ start }) => later.get(start))).toEqual(shared);
    }),
    { numRuns: 400 },
  );
});

test.each([
  'الأسبوع الأول من ',
  'من 3 إلى ',
  '12 ',
  'اليوم الأربعاء ',
  '2026/',
  'كانون الثاني ',
  'قبل ',
  'ليلة ',
])('a line of ten thousand times «%s» is read to its end', (repeated) => {
  expect(() => findDates(repeated.repeat(10_000), { publishedOn: wednesday })).not.toThrow();
});

const gold = new URL('../../../../shared/data/gold-000.json', import.meta.url);

test.skipIf(!existsSync(gold))(
  'the dates of the sample article are those of its gold (needs the shared data)',
  () => {
    const { file, dates, reference } = JSON.parse(readFileSync(gold, 'utf8')) as {
      file: string;
      reference: { publicationDate: string };
      dates: { start: number; end: number; value: string; mod?: string; grain: string }[];
    };
    const text = readFileSync(new URL(`../articles/${file}`, gold), 'utf8');
    const found = findDates(text, { publishedOn: reference.publicationDate });
    expect(
      found.map(({ start, end, value, mod, grain }) => ({ start, end, value, mod, grain })),
    ).toEqual(
      dates.map(({ start, end, value, mod, grain }) => ({
        start,
        end,
        value,
        mod: mod ?? null,
        grain,
      })),
    );
  },
);
