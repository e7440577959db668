import * as fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { matchAll, matchAny, parseQuery } from '../../core/search/query.ts';
import type { Library } from '../library.ts';
import { makeLibrary, paragraphs } from '../library.fixture.ts';
import { createArticle, saveArticle } from '../services/articles.ts';
import { listPage } from '../services/list-articles.ts';
import { destroyArticle, restoreArticle, trashArticle } from '../services/trash.ts';
import { indexPending } from './search-index.ts';

function write(library: Library, headline: string, ...texts: string[]): string {
  return createArticle(library, { fields: { headline }, document: paragraphs(...texts) }).article
    .id;
}

function find(library: Library, query: string, more: { trash?: boolean } = {}): string[] {
  return listPage(library, { query, trash: false, cursor: null, limit: 50, ...more }).items.map(
    ({ headline }) => headline,
  );
}

afterEach(() => {
  vi.useRealTimers();
});

test('makes an expression that FTS5 takes of whatever is typed', () => {
  const { db } = makeLibrary();
  const ask = db.prepare('SELECT rowid FROM article_search WHERE article_search MATCH ?');
  const typed = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'"\'*-+^():{}[]«»“”ابةـَ 9aÉ\0\n', ' AND ', ' OR ', ' NOT ', ' NEAR('),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
    maxLength: 40,
  });
  fc.assert(
    fc.property(typed, (text) => {
      const { wanted, unwanted } = parseQuery(text);
      const all = matchAll(wanted) ?? '"a"';
      const none = matchAny(unwanted) ?? '"b"';
      expect(() =>
        [all, none, `(${all}) NOT (${none})`].map((part) => ask.all(part)),
      ).not.toThrow();
    }),
    { numRuns: 3000 },
  );
});

test('finds every text by its first word, however it is written', () => {
  const library = makeLibrary();
  const unit = fc.constantFrom(...'ابتأإىةؤئء\u064b\u0640٣9aÉß𝐀ﷲ가が你 ,«-');
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 30 }), (text) => {
      const word = text.split(/\s+/).find((part) => /[\p{L}\p{N}]/u.test(part)) ?? 'كلمة';
      const id = write(library, '', `${text} ${word}`);
      const { items } = listPage(library, {
        // Without the signs that say `without` and begin a phrase.
        query: word.replace(/^-+|«-*/g, ' ').trim(),
        trash: false,
        cursor: null,
        limit: 1,
      });
      expect(items.map((item) => item.id)).toEqual([id]);
    }),
    { numRuns: 300 },
  );
});

test('finds words, phrases, beginnings and what is without a word, newest change first', () => {
  const library = makeLibrary();
  const market = write(library, 'سوق', 'افتُتِحَ سوقُ الخضار في المدينة القديمة');
  write(library, 'جسر', 'أُغلق جسر المدينة أسبوعين');
  write(library, 'مدرسة', 'تفتح المدارس أبوابها في المدينة الجديدة غدًا');
  expect({
    folded: find(library, 'المدينه'),
    all: find(library, 'المدينة القديمة'),
    phrase: find(library, '"المدينة الجديدة"'),
    notInThisOrder: find(library, '"القديمة المدينة"'),
    prefix: find(library, 'المد*'),
    without: find(library, 'المدينة -جسر'),
    onlyWithout: find(library, '-جسر'),
    headline: find(library, 'مدرسه'),
    none: find(library, 'بحيرة'),
    noWords: find(library, '؟؟'),
  }).toEqual({
    folded: ['مدرسة', 'جسر', 'سوق'],
    all: ['سوق'],
    phrase: ['مدرسة'],
    notInThisOrder: [],
    prefix: ['مدرسة', 'جسر', 'سوق'],
    without: ['مدرسة', 'سوق'],
    onlyWithout: ['مدرسة', 'سوق'],
    headline: ['مدرسة'],
    none: [],
    noWords: ['مدرسة', 'جسر', 'سوق'],
  });
  saveArticle(library, { id: market, baseRevision: 1, fields: { desk: 'محليات' } });
  expect(find(library, 'المدينة')).toEqual(['سوق', 'مدرسة', 'جسر']);
});

test('follows every change: a save, the trash and back, the end', () => {
  const library = makeLibrary();
  const id = write(library, 'خبر', 'قديم');
  expect(find(library, 'قديم')).toEqual(['خبر']);
  saveArticle(library, { id, baseRevision: 1, document: paragraphs('جديد') });
  expect([find(library, 'قديم'), find(library, 'جديد')]).toEqual([[], ['خبر']]);
  trashArticle(library, id);
  expect([find(library, 'جديد'), find(library, 'جديد', { trash: true })]).toEqual([[], ['خبر']]);
  expect(find(library, '-قديم', { trash: true })).toEqual(['خبر']);
  restoreArticle(library, id);
  expect([find(library, 'جديد'), find(library, 'جديد', { trash: true })]).toEqual([['خبر'], []]);
  trashArticle(library, id);
  destroyArticle(library, id);
  expect([find(library, 'جديد'), find(library, 'جديد', { trash: true })]).toEqual([[], []]);
  expect(library.db.prepare('SELECT count(*) FROM article_search_docsize').pluck().get()).toBe(0);
});

test('finds what a process that ended at once had not indexed', () => {
  const first = makeLibrary();
  write(first, 'خبر', 'نص');
  first.close();
  const library = makeLibrary(first.path);
  expect(library.db.prepare('SELECT search_row FROM articles').pluck().get()).toBe(0);
  expect(find(library, 'نص')).toEqual(['خبر']);
});

test('a disk that is full when the index follows ends nothing: it follows once there is room', () => {
  vi.useFakeTimers();
  const library = makeLibrary();
  createArticle(library, { fields: {}, document: paragraphs('كلمة '.repeat(50_000)) });
  const pages = Number(library.db.pragma('page_count', { simple: true }));
  library.db.pragma(`max_page_count = ${pages}`);
  expect(() => indexPending(library.db, 1)).toThrow('full');
  vi.runOnlyPendingTimers();
  library.db.pragma(`max_page_count = ${pages * 10}`);
  vi.runOnlyPendingTimers();
  const behind = 'SELECT count(*) FROM articles WHERE abs(search_row) <> change_sequence';
  expect(library.db.prepare(behind).pluck().get()).toBe(0);
});

test('indexes what is being typed in a pause, and else every ten seconds', () => {
  vi.useFakeTimers();
  const library = makeLibrary();
  const id = write(library, 'خبر', 'نص');
  const behind = library.db
    .prepare<[], number>('SELECT count(*) FROM articles WHERE abs(search_row) <> change_sequence')
    .pluck();
  const states = Array.from({ length: 14 }, (_, second) => {
    saveArticle(library, { id, baseRevision: second + 1, document: paragraphs(`نص ${second}`) });
    vi.advanceTimersByTime(1_000);
    return behind.get();
  });
  // The first save was the creation, at the same moment as that of the first second.
  expect(states).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1]);
  vi.advanceTimersByTime(1_500);
  expect(behind.get()).toBe(0);
});

test('indexes in steps and says when there is more', () => {
  const library = makeLibrary();
  for (let i = 0; i < 5; i += 1) write(library, `خبر ${i}`, 'نص');
  expect([indexPending(library.db, 3), indexPending(library.db, 3)]).toEqual([true, false]);
});

test.each(['', 'نص'])('pages %j without gap or repetition while others change', (query) => {
  const library = makeLibrary();
  const ids = Array.from({ length: 7 }, (_, i) => write(library, `${i}`, 'نص'));
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = listPage(library, { query, trash: false, cursor, limit: 3 });
    expect(page.total).toBe(7);
    seen.push(...page.items.map(({ headline }) => headline));
    // Moves to the front, where the pages that follow do not look.
    if (cursor === null)
      saveArticle(library, { id: ids[6] ?? '', baseRevision: 1, fields: { desk: 'محليات' } });
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(['6', '5', '4', '3', '2', '1', '0']);
});

test('shows the found words in a snippet of the text as it is written', () => {
  const library = makeLibrary();
  write(library, 'عنوان', 'قالت وِزارةُ الصحة إن الحملة بدأت.');
  const [item] = listPage(library, {
    query: 'وزاره',
    trash: false,
    cursor: null,
    limit: 1,
  }).items;
  expect(item?.snippet).toEqual({
    text: 'قالت وِزارةُ الصحة إن الحملة بدأت.',
    marks: [[5, 12]],
  });
});
