import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../article/annotation.ts';
import { extract } from './extract.ts';
import { loadNameModel } from './names/name-model.ts';
import { openSuggestions, readAgain } from './suggestions.ts';
import type { Suggestions } from './suggestions.ts';

const nameModel = loadNameModel(
  readFileSync(new URL('../../resources/extraction/names.bin', import.meta.url)),
);

const text = `وزيرة الزراعة في عمّان

وصلت وزيرة الزراعة المصرية هدى السباعي إلى عمّان اليوم الأربعاء. وقالت السباعي إن مصر ستزيد صادراتها في أكتوبر المقبل.

وقالت السباعي: «لن نرفع الأسعار قبل نهاية عام 2027»، بحسب وكالة الأنباء الأردنية.`;
const found = extract(text, { model: nameModel, publishedOn: '2026-01-28' });
const nothing = new Set<string>();
const all = openSuggestions(text, found, { annotations: [], rejected: nothing });
const everything = [...all.names, ...all.dates, ...all.sources];

test('offers each name with all its places, and dates and sources one by one', () => {
  const person = all.names.find(({ value }) => value.nameKind === 'person');
  expect(person?.value).toMatchObject({
    name: 'هدى السباعي',
    role: expect.stringContaining('وزيرة'),
  });
  expect(person?.places.length).toBeGreaterThanOrEqual(3);
  expect(all.dates.map(({ value }) => [value.label, value.value, value.end])).toEqual([
    ['اليوم الأربعاء', '2026-01-28', null],
    ['أكتوبر المقبل', '2026-10', null],
    ['نهاية عام 2027', '2027', null],
  ]);
  expect(all.sources.map(({ value }) => [value.name, value.statement?.direct])).toEqual([
    ['هدى السباعي', false],
    ['هدى السباعي', true],
  ]);
});

test('what was turned down does not come back, also when the text around it changes', () => {
  for (const { fingerprint, kind } of everything) {
    const rejected = new Set([fingerprint]);
    const longer = `${text}\n\nجملة أخيرة لا شيء فيها.`;
    const again = extract(longer, { model: nameModel, publishedOn: '2026-01-28' });
    const left = openSuggestions(longer, again, { annotations: [], rejected });
    expect(listOf(left, kind).map((each) => each.fingerprint)).not.toContain(fingerprint);
    expect(listOf(left, kind)).toHaveLength(listOf(all, kind).length - 1);
  }
});

test('a confirmed name is offered no more; its further places are offered as places of it', () => {
  const person = all.names.find(({ value }) => value.nameKind === 'person');
  const [first, ...others] = person?.places ?? [];
  if (person === undefined || first === undefined) throw new Error('no person was found');
  const annotations = [annotation('a', person.value, [first])];
  const left = openSuggestions(text, found, { annotations, rejected: nothing });
  const same = left.names.find(({ annotationId }) => annotationId === 'a');
  expect(same?.places).toEqual(others);
});

test('nothing is offered over words that something confirmed of its kind stands on', () => {
  const values = everything.map(({ value }) => value);
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          value: fc.constantFrom(...values),
          start: fc.nat(text.length),
          length: fc.integer({ min: 1, max: 40 }),
        }),
        { maxLength: 8 },
      ),
      (chosen) => {
        const annotations = chosen.map(({ value, start, length }, index) => {
          const end = Math.min(text.length, start + length);
          return annotation(String(index), value, [
            { start, end, surface: text.slice(start, end) },
          ]);
        });
        const left = openSuggestions(text, found, { annotations, rejected: nothing });
        for (const kind of ['name', 'date', 'source'] as const)
          for (const { places } of listOf(left, kind))
            for (const place of places) {
              expect(text.slice(place.start, place.end)).toBe(place.surface);
              for (const other of annotations.filter(({ value }) => value.kind === kind))
                for (const { start, end } of other.places)
                  expect(start < place.end && end > place.start && end > start).toBe(false);
            }
      },
    ),
  );
});

test('a relative date is read again for another day of publication, and keeps label and note', () => {
  const [today] = all.dates;
  if (today === undefined) throw new Error('no date was found');
  const value = { ...today.value, note: 'كما في الأصل' };
  const later = extract(text, { model: nameModel, publishedOn: '2026-02-04' }).dates[0];
  const same = found.dates[0];
  if (later === undefined || same === undefined) throw new Error('no date was found');
  expect(readAgain(value, same)).toBeUndefined();
  expect(readAgain(value, later)).toMatchObject({
    value: '2026-02-04',
    note: 'كما في الأصل',
    reading: { timex: '2026-02-04' },
  });
});

function listOf(suggestions: Suggestions, kind: 'name' | 'date' | 'source') {
  const lists = { name: suggestions.names, date: suggestions.dates, source: suggestions.sources };
  return lists[kind];
}

function annotation(
  id: string,
  value: Annotation['value'],
  places: Annotation['places'],
): Annotation {
  return { id, value, state: 'accepted', origin: 'editor', places };
}
