import { expect, test } from 'vitest';
import { emptyArticleFields } from '../../core/article/article.ts';
import type { ImportChange } from '../../core/importers/import-report.ts';
import { fieldsAfter } from './import-change-fields.ts';

const headline = 'افتتاح جسر جديد في المدينة';

test('empties the headline when its line goes back into the text, and fills it again', () => {
  const fields = { ...emptyArticleFields, headline };
  expect(fieldsAfter(fields, change('headline', ` ${headline}\n`), 'undo')).toEqual({
    headline: '',
  });
  expect(fieldsAfter(emptyArticleFields, change('headline', headline), 'redo')).toEqual({
    headline,
  });
});

test('leaves a headline alone that was edited since', () => {
  const fields = { ...emptyArticleFields, headline: 'عنوان من المحرر' };
  expect(fieldsAfter(fields, change('headline', headline), 'undo')).toBeUndefined();
  expect(fieldsAfter(fields, change('headline', headline), 'redo')).toBeUndefined();
});

test('takes back the byline that stood in the line', () => {
  const fields = { ...emptyArticleFields, bylines: ['هدى القاسم', 'سامي نجار'] };
  expect(fieldsAfter(fields, change('byline', 'بقلم: هدى القاسم'), 'undo')).toEqual({
    bylines: ['سامي نجار'],
  });
});

test('empties a publication date when its line goes back into the text, and fills it again', () => {
  const line = change('publication-date', 'نُشر في ١٢ يناير ٢٠٢٦');
  const fields = { ...emptyArticleFields, publishedOn: '2026-01-12' };
  expect(fieldsAfter(fields, line, 'undo')).toEqual({ publishedOn: null });
  expect(fieldsAfter(emptyArticleFields, line, 'redo')).toEqual({ publishedOn: '2026-01-12' });
});

test('leaves a publication date alone that was edited since', () => {
  const line = change('publication-date', 'نُشر في ١٢ يناير ٢٠٢٦');
  const fields = { ...emptyArticleFields, publishedOn: '2026-02-01' };
  expect(fieldsAfter(fields, line, 'undo')).toBeUndefined();
  expect(fieldsAfter(fields, line, 'redo')).toBeUndefined();
});

test('takes back place and date of a dateline', () => {
  const line = change('dateline', 'عمّان - 12 يناير 2026');
  const filled = {
    dateline: { place: 'عمّان', date: '2026-01-12' },
    publishedOn: '2026-01-12',
  };
  const emptied = { dateline: { place: '', date: null }, publishedOn: null };
  expect(fieldsAfter({ ...emptyArticleFields, ...filled }, line, 'undo')).toEqual(emptied);
  expect(fieldsAfter(emptyArticleFields, line, 'redo')).toEqual(filled);
});

test('touches no field for what was removed', () => {
  const removed = { ...change('navigation', 'الرئيسية'), kind: 'removed' as const };
  expect(fieldsAfter(emptyArticleFields, removed, 'undo')).toBeUndefined();
});

function change(rule: ImportChange['rule'], original: string): ImportChange {
  return {
    id: 0,
    kind: 'headline',
    rule,
    start: 0,
    end: original.length,
    original,
    replacement: '',
    place: { offset: 0, before: '', after: '' },
    state: 'applied',
  };
}
