import { expect, test } from 'vitest';
import type { Annotation, DateValue } from '../../core/article/annotation.ts';
import {
  completeValue,
  findSameName,
  newAnnotationValue,
  withOwnReading,
} from './annotation-values.ts';

const name = (id: string, words: string): Annotation => ({
  id,
  value: { kind: 'name', name: words, nameKind: 'person', role: '', note: '' },
  state: 'accepted',
  origin: 'editor',
  places: [],
});

test('starts with the selected words, and a date with its value when it is plain', () => {
  expect(newAnnotationValue('name', ' ليلى\nسالم ')).toMatchObject({ name: 'ليلى سالم' });
  expect(newAnnotationValue('date', '28 يناير 2026')).toMatchObject({
    label: '28 يناير 2026',
    value: '2026-01-28',
  });
  expect(newAnnotationValue('date', 'أمس')).toMatchObject({ label: 'أمس', value: null });
  expect(newAnnotationValue('source', 'وكالة الأنباء')).toMatchObject({
    name: 'وكالة الأنباء',
    attribution: 'وكالة الأنباء',
  });
});

test('offers a name again for the same words in another spelling, or a part of it', () => {
  const names = [name('a', 'ليلى سالم'), name('b', 'أحمد العلي')];
  const ids = (surface: string) => findSameName(names, 'name', surface).map(({ id }) => id);
  expect(ids('لَيلى سالم')).toEqual(['a']);
  expect(ids('احمد')).toEqual(['b']);
  expect(ids('سالم')).toEqual(['a']);
  expect(ids('ليلى العلي')).toEqual([]);
  expect(ids('سال')).toEqual([]);
  expect(findSameName(names, 'source', 'ليلى سالم')).toEqual([]);
});

test('leaves a date open that could be read two ways', () => {
  expect(newAnnotationValue('date', ' 28/1/2026 ')).toMatchObject({ value: '2026-01-28' });
  expect(newAnnotationValue('date', '3/4/2026')).toMatchObject({ value: null });
});

test('takes a value with a name and a whole link or none, without white space around its words', () => {
  const source = newAnnotationValue('source', 'وكالة الأنباء');
  if (source.kind !== 'source') throw new Error('no source');
  const link = 'https://example.org/a';
  expect(completeValue({ ...source, name: ' وكالة ', link: `${link} ` })).toEqual({
    ...source,
    name: 'وكالة',
    link,
  });
  expect(completeValue({ ...source, link: ' ' })).toMatchObject({ link: '' });
  expect(completeValue({ ...source, link: 'example' })).toBe(undefined);
  expect(completeValue({ ...source, name: '  ' })).toBe(undefined);
  expect(completeValue({ ...newAnnotationValue('date', ''), note: 'متى؟' })).toBe(undefined);
});

test('another value of a date leaves out how the program read its words, another note does not', () => {
  const read: DateValue = {
    kind: 'date',
    label: 'أوائل 2026',
    value: '2026',
    end: null,
    note: '',
    reading: { timex: '2026', until: null, mod: 'START' },
  };
  const noted = { ...read, note: 'بحسب البيان' };
  expect(withOwnReading(noted, read)).toEqual(noted);
  const { reading: _read, ...plain } = read;
  expect(withOwnReading({ ...read, value: '2026-02' }, read)).toEqual({
    ...plain,
    value: '2026-02',
  });
});
