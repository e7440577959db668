import { expect, test } from 'vitest';
import { formsOf, matchAll, matchAny, parseQuery, unfinishedQuery } from './query.ts';

test.each([
  ['', { wanted: [], unwanted: [] }],
  ['؟ ... -', { wanted: [], unwanted: [] }],
  [
    'الوِزارة أُخرى',
    {
      wanted: [
        { words: ['الوزاره'], prefix: false },
        { words: ['اخري'], prefix: false },
      ],
      unwanted: [],
    },
  ],
  ['"وزارة الصحة"', { wanted: [{ words: ['وزاره', 'الصحه'], prefix: false }], unwanted: [] }],
  ['«وزارة الصحة»', { wanted: [{ words: ['وزاره', 'الصحه'], prefix: false }], unwanted: [] }],
  ['“وزارة الصحة', { wanted: [{ words: ['وزاره', 'الصحه'], prefix: false }], unwanted: [] }],
  ['"وزارة الص"*', { wanted: [{ words: ['وزاره', 'الص'], prefix: true }], unwanted: [] }],
  ['مدر*', { wanted: [{ words: ['مدر'], prefix: true }], unwanted: [] }],
  [
    'سوق -خضار -"سوق الذهب"',
    {
      wanted: [{ words: ['سوق'], prefix: false }],
      unwanted: [
        { words: ['خضار'], prefix: false },
        { words: ['سوق', 'الذهب'], prefix: false },
      ],
    },
  ],
  ['COVID-19', { wanted: [{ words: ['covid', '19'], prefix: false }], unwanted: [] }],
  ['- كلمة', { wanted: [{ words: ['كلمه'], prefix: false }], unwanted: [] }],
  [
    'أب"جد هوز"حطي',
    {
      wanted: [
        { words: ['اب'], prefix: false },
        { words: ['جد', 'هوز'], prefix: false },
        { words: ['حطي'], prefix: false },
      ],
      unwanted: [],
    },
  ],
])('reads %j', (typed, query) => {
  expect(parseQuery(typed)).toEqual(query);
});

test('says it in the language of FTS5', () => {
  const { wanted } = parseQuery('OR "NEAR(a b)" مدر*');
  const begins = '("مدر" * OR "المدر" * OR "ومدر" * OR "والمدر" * OR "للمدر" *)';
  expect(matchAll(wanted)).toBe(`"or" AND "near a b" AND ${begins}`);
  expect(matchAny(wanted)).toBe(`"or" OR "near a b" OR ${begins}`);
  expect(matchAll([])).toBeNull();
});

test('looks for a word with its article and particles too, unless it is quoted', () => {
  const [word] = parseQuery('اقتصاد').wanted;
  expect(word && formsOf(word)).toEqual(
    expect.arrayContaining(['اقتصاد', 'الاقتصاد', 'والاقتصاد', 'للاقتصاد', 'باقتصاد']),
  );
  const [quoted] = parseQuery('«اقتصاد»').wanted;
  expect(quoted && formsOf(quoted)).toEqual(['اقتصاد']);
});

test('looks for a definite word as definite, for a short or a Latin one as it is', () => {
  const forms = parseQuery('الاقتصاد لم bank').wanted.map(formsOf);
  expect(forms[0]).toEqual(expect.arrayContaining(['الاقتصاد', 'بالاقتصاد', 'للاقتصاد']));
  expect(forms[0]).not.toContain('اقتصاد');
  expect(forms.slice(1)).toEqual([['لم'], ['bank']]);
});

test.each([
  ['اقت', 'اقت*'],
  ['سوق الخض', 'سوق الخض*'],
  ['سوق الخضار ', 'سوق الخضار'],
  ['  ', ''],
  ['في', 'في'],
  ['"سوق الخض', '"سوق الخض'],
  ['"سوق الخضار"', '"سوق الخضار"'],
  ['سوق -خضار', 'سوق -خضار'],
  ['مدر*', 'مدر*'],
  ['مُدُ', 'مُدُ'],
])('takes the word being typed in %j for a beginning', (typed, query) => {
  expect(unfinishedQuery(typed)).toBe(query);
});
