import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findNames } from './find-names.ts';
import type { FindNamesOptions, FoundNames } from './find-names.ts';
import { loadNameModel } from './name-model.ts';

const model = loadNameModel(
  readFileSync(fileURLToPath(new URL('../../../resources/extraction/names.bin', import.meta.url))),
);

function namesIn(text: string, options?: FindNamesOptions): FoundNames {
  return findNames(text, model, options);
}

/** `surface → canonical`, a star after nominal mentions. */
function told(text: string, options?: FindNamesOptions): string[] {
  const { mentions, entities } = namesIn(text, options);
  return mentions.map(
    ({ surface, nominal, entity }) =>
      `${surface}${nominal ? '*' : ''} → ${entities[entity]?.canonical ?? '?'}`,
  );
}

describe('carrying names through a text', () => {
  test('a last name that is a usual word is its bearer after the full name', () => {
    const text =
      'استقبل الرئيس السوري، أحمد الشرع، وفداً من رجال الأعمال.\nوقال الشرع إن البلاد مفتوحة للجميع، ثم غادر للقاء الصحفيين.';
    expect(told(text)).toEqual(['أحمد الشرع → أحمد الشرع', 'الشرع → أحمد الشرع']);
  });

  test('the same word is no name where nobody bears it', () => {
    expect(told('هذا ما يقوله الشرع والقانون في مثل هذه المسائل.')).toEqual([]);
  });

  test('a title stands for the one who was called by it', () => {
    const text = 'وصل الرئيس الروسي فلاديمير بوتين إلى باريس.\nوقال الرئيس الروسي إن الزيارة قصيرة.';
    const found = namesIn(text);
    const nominal = found.mentions.filter((mention) => mention.nominal);
    expect(nominal.map(({ surface }) => surface)).toEqual(['الرئيس الروسي']);
    expect(found.entities[nominal[0]?.entity ?? -1]).toMatchObject({
      canonical: 'فلاديمير بوتين',
      titles: ['الرئيس الروسي'],
      country: 'RU',
    });
  });

  test('a title of nobody in the text is no mention', () => {
    expect(told('قال الرئيس التركي إن بلاده لن تنتظر.')).toEqual([]);
  });

  test('a counterpart is the person whose title is of that country', () => {
    const text = 'التقى الرئيس الروسي فلاديمير بوتين ضيوفه.\nواتصل الضيف لاحقاً بنظيره الروسي.';
    expect(told(text)).toContain('نظيره الروسي* → فلاديمير بوتين');
  });

  test('an alias that the text tells belongs to the name before it', () => {
    const text = 'حضر الحفل أحمد الشرع (المعروف سابقاً باسمه الحركي أبو محمد الجولاني) مع عائلته.';
    const { mentions, entities } = namesIn(text);
    expect(mentions.map(({ surface }) => surface)).toEqual(['أحمد الشرع', 'أبو محمد الجولاني']);
    expect(new Set(mentions.map(({ entity }) => entity)).size).toBe(1);
    expect(entities[0]).toMatchObject({ canonical: 'أحمد الشرع', aliases: ['أبو محمد الجولاني'] });
  });
});

describe('spans', () => {
  test('attached particles stay outside', () => {
    expect(told('جرت محادثات بين دمشق وموسكو، ثم زار الوفد القاهرة وبيروت.')).toEqual([
      'دمشق → دمشق',
      'موسكو → موسكو',
      'القاهرة → القاهرة',
      'بيروت → بيروت',
    ]);
  });

  test.each(['لبنان', 'كوبا', 'بيروت', 'فرنسا', 'بغداد', 'باريس', 'فلسطين', 'ليبيا'])(
    'the first letter of %s is its own',
    (place) => {
      const surfaces = namesIn(`عاد الوزير من ${place} بعد زيارة قصيرة.`).mentions.map(
        ({ surface }) => surface,
      );
      expect(surfaces).toEqual([place]);
    },
  );

  test('the article that ل took stays in the span', () => {
    const text = 'قال أحمد الشرع إنه متفائل.\nوكانت هذه أول زيارة للشرع هذا العام.';
    expect(told(text)).toEqual(['أحمد الشرع → أحمد الشرع', 'للشرع → أحمد الشرع']);
  });

  test('names in quotation marks after what they name are found', () => {
    const found = namesIn('أعلن الجيش مقتل قياديين في تنظيم "داعش" قرب قاعدة "حميميم" الجوية.');
    expect(found.mentions.map(({ surface, kind }) => [surface, kind])).toEqual([
      ['داعش', 'organisation'],
      ['حميميم', 'place'],
    ]);
  });

  test('a palace is named with its first word', () => {
    expect(told('جرى اللقاء في قصر الكرملين مساء أمس.')).toEqual(['قصر الكرملين → قصر الكرملين']);
  });
});

test.each([
  'ناقش الجانب السوري مع الجانب الروسي ضمانات روسية جديدة.',
  'ارتفع سعر الدولار أمام الليرة التركية.',
  'قال خبراء إن الأمطار ستستمر أياماً عدة.',
])('nationality adjectives, currencies and usual words are no names: %s', (text) => {
  expect(told(text)).toEqual([]);
});

test('titles and descriptions stand beside their names', () => {
  const { mentions } = namesIn(
    'شارك في الاجتماع وزير الدفاع أندريه بيلوسوف، ونائب رئيس الوزراء ألكسندر نوفاك، في العاصمة الروسية موسكو.',
  );
  expect(mentions.map(({ surface, title }) => [surface, title?.surface ?? null])).toEqual([
    ['أندريه بيلوسوف', 'وزير الدفاع'],
    ['ألكسندر نوفاك', 'نائب رئيس الوزراء'],
    ['موسكو', 'العاصمة الروسية'],
  ]);
});

test('two spellings of a name are one entity', () => {
  const { entities } = namesIn(
    'التقى ألكسندر نوفاك الصحفيين.\nوأضاف الكسندر نوفاك أن العمل مستمر.',
  );
  expect(entities.map(({ canonical }) => canonical)).toEqual(['ألكسندر نوفاك']);
});

describe('institutions named in common words', () => {
  test('are found whole', () => {
    const { mentions } = namesIn('أعلن الاتحاد المصري لكرة القدم مواعيد المباريات الجديدة.');
    expect(mentions.map(({ surface, kind }) => [surface, kind])).toEqual([
      ['الاتحاد المصري لكرة القدم', 'organisation'],
    ]);
  });

  test('are meant by their first word later on', () => {
    const text = 'قالت وزارة التربية إن الدروس تبدأ غداً.\nوأضافت الوزارة أن العطلة قصيرة.';
    expect(told(text)).toEqual(['وزارة التربية → وزارة التربية', 'الوزارة* → وزارة التربية']);
  });

  test('the first word alone means nobody when two are named', () => {
    const text =
      'قالت وزارة التربية ووزارة الصحة إن الدروس تبدأ غداً.\nوأضافت الوزارة أن العطلة قصيرة.';
    expect(told(text).filter((line) => line.includes('*'))).toEqual([]);
  });
});

describe('slips', () => {
  const text = 'وصل إيريك فايزولين إلى الموقع.\nوقال الوزير إيريك فايزلوين إن العمل مستمر.';

  test('a word beside a name of the text is offered as that name', () => {
    const { slips } = namesIn(text, {
      known: [{ id: 'one', kind: 'person', canonical: 'إيريك فايزولين', aliases: [] }],
    });
    expect(slips.map(({ surface, suggestion }) => [surface, suggestion])).toEqual([
      ['فايزلوين', 'فايزولين'],
    ]);
  });

  test('names that are spelt alike throughout are no slips', () => {
    expect(namesIn(text.replace('فايزلوين', 'فايزولين')).slips).toEqual([]);
  });
});

describe('the directory', () => {
  const known = [
    { id: 'one', kind: 'person' as const, canonical: 'سنمار العبقوري', aliases: ['أبو الكوانين'] },
  ];

  test('its names and aliases are recognised at once', () => {
    const text = 'حضر سنمار العبقوري الندوة، وسماه صديقه أبو الكوانين ممازحاً.';
    const { mentions, entities, knownIds } = namesIn(text, { known });
    expect(mentions.map(({ surface, origin }) => [surface, origin])).toEqual([
      ['سنمار العبقوري', 'directory'],
      ['أبو الكوانين', 'directory'],
    ]);
    expect(entities.map(({ canonical }) => canonical)).toEqual(['سنمار العبقوري']);
    expect(knownIds).toEqual(['one']);
  });

  test('an office beside its name stands for it in other words', () => {
    const text =
      'قال سنمار العبقوري سفير الصين لدى الكويت كلاماً طيباً.\nوأضاف السفير الصيني أن الطريق طويل.';
    expect(told(text, { known })).toContain('السفير الصيني* → سنمار العبقوري');
  });

  test('particles before its names stay outside', () => {
    const { mentions } = namesIn('تحدث الحاضرون عن الندوة ولسنمار العبقوري فيها رأي.', { known });
    expect(mentions.map(({ surface }) => surface)).toEqual(['سنمار العبقوري']);
  });
});

const words = fc.constantFrom(
  ...'أحمد الشرع للشرع وموسكو الرئيس السوري الروسي نظيره المعروف باسمه أبو محمد قال تنظيم هيئة العامة لحقوق شركة'.split(
    ' ',
  ),
  ...'، . " ( ) # _ 2026 CNN'.split(' '),
  '\n',
);
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
);

test('spans lie inside the text, equal their surface, and proper names do not overlap', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { mentions, entities, knownIds } = namesIn(text);
      for (const mention of mentions) {
        expect(text.slice(mention.start, mention.end)).toBe(mention.surface);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(mention.confidence).toBeGreaterThanOrEqual(0);
        expect(mention.confidence).toBeLessThanOrEqual(1);
        expect(entities[mention.entity]?.id).toBe(mention.entity);
      }
      for (const title of mentions.flatMap((mention) => mention.title ?? []))
        expect(text.slice(title.start, title.end)).toBe(title.surface);
      let end = 0;
      for (const name of mentions.filter(({ nominal }) => !nominal)) {
        expect(name.start).toBeGreaterThanOrEqual(end);
        ({ end } = name);
      }
      expect(knownIds).toHaveLength(entities.length);
    }),
    { numRuns: 300 },
  );
});

test('a run that keeps what an earlier one made gives what a full run gives', () => {
  const kept = new Map();
  fc.assert(
    fc.property(texts, texts, texts, (before, changed, after) => {
      for (const text of [`${before}\n${after}`, `${before}\n${changed}\n${after}`, after])
        expect(namesIn(text, { kept })).toEqual(namesIn(text));
    }),
    { numRuns: 100 },
  );
});

test('what was tagged before does not change the outcome', () => {
  const text = 'زار أحمد الشرع موسكو، والتقى فلاديمير بوتين في قصر الكرملين.';
  const fresh = findNames(text, loadNameModel(readFileSync(modelFile())));
  for (let at = 0; at < 400; at += 1)
    namesIn(Array.from({ length: 60 }, (_, k) => `كلمة${at}ب${k}`).join(' '));
  expect(namesIn(text)).toEqual(fresh);
});

function modelFile(): string {
  return fileURLToPath(new URL('../../../resources/extraction/names.bin', import.meta.url));
}
