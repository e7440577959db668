import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createExtractor, extract } from './extract.ts';
import type { Extraction } from './extract.ts';
import type { Span } from './mentions.ts';
import { loadNameModel } from './names/name-model.ts';

const nameModel = loadNameModel(
  readFileSync(new URL('../../resources/extraction/names.bin', import.meta.url)),
);

const sentences = [
  'وصل رئيس الوزراء الأردني عمر الرفاعي إلى بغداد صباح اليوم الأربعاء.',
  'قال الرفاعي إن بلاده ستوقع اتفاقاً مع العراق في آذار/مارس المقبل.',
  'وأضاف: «لن ننتظر حتى نهاية عام 2027».',
  'أعلنت وزارة النقل، بحسب وكالة الأنباء العراقية، فتح الطريق أمس.',
  'مشيراً إلى أن المفاوضات استمرت ثلاثة أشهر في عمّان.',
  'الرفاعي لنظيره العراقي: نريد حدوداً مفتوحة',
  'كتبت سلمى الحمداني المعروفة بأم يوسف رسالة في 3/4/2025.',
  'قالت الحمداني لاحقاً إنها لا تعرف منظمة الصحة العالمية.',
  '',
  'كلام عادي لا اسم فيه ولا تاريخ.',
];

/** A text of these sentences in lines, with words put in and taken out anywhere. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(...sentences),
      fc
        .tuple(
          fc.constantFrom(...sentences),
          fc.nat(60),
          fc.constantFrom('', 'ال', ' في ', '"', 'َ', '2024', '\u200f'),
        )
        .map(([sentence, at, words]) => sentence.slice(0, at) + words + sentence.slice(at + 2)),
    ),
    { maxLength: 6 },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n', ' ').map((gap) => lines.join(gap)));

const options = (publishedOn: string | null = '2026-01-28') => ({ model: nameModel, publishedOn });

function spansOf({ names, dates, statements }: Extraction): Span[] {
  return [
    ...names,
    ...names.flatMap(({ title }) => title ?? []),
    ...dates,
    ...statements
      .flatMap(({ cue, content, speaker, through }) => [cue, content, speaker ?? [], through ?? []])
      .flat(),
  ];
}

test('every span is the words at its place, and every mention points to an entity', () => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
      const found = extract(text, options());
      for (const { start, end, surface } of spansOf(found)) {
        expect(text.slice(start, end)).toBe(surface);
        expect(end).toBeGreaterThan(start);
      }
      const ids = new Set(found.entities.map(({ id }) => id));
      for (const { entity } of found.names) expect(ids).toContain(entity);
      for (const { speaker } of found.statements)
        expect(ids.has(speaker?.entity ?? -1)).toBe(typeof speaker?.entity === 'number');
      expect(found.knownIds).toHaveLength(found.entities.length);
    }),
    { numRuns: 150 },
  );
});

test('after any edits, what is found anew is what a first reading finds', () => {
  const dates = fc.constantFrom('2026-01-28', '2024-02-29', null);
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, dates), { minLength: 1, maxLength: 5 }), (versions) => {
      const read = createExtractor();
      for (const [text, publishedOn] of versions)
        expect(read(text, options(publishedOn))).toEqual(extract(text, options(publishedOn)));
    }),
    { numRuns: 60 },
  );
});

test('a second mention is the same entity, and its statement has it for a speaker', () => {
  const text = `${sentences[0]}\n${sentences[1]}\n${sentences[2]}`;
  const { entities, names, statements } = extract(text, options());
  const speaker = entities.find(({ canonical }) => canonical === 'عمر الرفاعي');
  expect(
    names.filter(({ entity }) => entity === speaker?.id).map(({ surface }) => surface),
  ).toContain('الرفاعي');
  expect(statements.map((statement) => statement.speaker?.entity)).toEqual([
    speaker?.id,
    speaker?.id,
  ]);
});

test('a name of the newsroom’s directory is known at once, and says which it is', () => {
  const text = 'زارت أم يوسف المدرسة ثم عادت.';
  const known = [
    { id: 'a', kind: 'person' as const, canonical: 'سلمى الحمداني', aliases: ['أم يوسف'] },
  ];
  const { names, entities, knownIds } = extract(text, { ...options(), known });
  const mention = names.find(({ surface }) => surface === 'أم يوسف');
  const index = entities.findIndex(({ id }) => id === mention?.entity);
  expect(knownIds[index]).toBe('a');
});

test('a day that is part of a name is no date', () => {
  const text = 'قال الكاتب محمد الخميس إن الندوة تُعقد يوم الخميس في بغداد.';
  expect(extract(text, options()).dates.map(({ surface }) => surface)).toEqual(['يوم الخميس']);
});
