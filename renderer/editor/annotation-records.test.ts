import { expect, test } from 'vitest';
import type { NameValue } from '../../core/article/annotation.ts';
import { AnnotationRecords } from './annotation-records.ts';

const value: NameValue = {
  kind: 'name',
  name: 'ليلى سالم',
  nameKind: 'person',
  role: '',
  note: '',
};
const none = new Map();

test('a record made here goes when the step that made it is taken back, and comes back with it', () => {
  const records = new AnnotationRecords([]);
  records.add('a', value);
  records.written(records.pending());
  expect(records.follow(new Set(), true)).toBe(true);
  expect(records.list(none)).toEqual([]);
  expect(records.pending()).toEqual({ records: [], removed: ['a'] });
  expect(records.follow(new Set(['a']), true)).toBe(true);
  expect(records.list(none)).toMatchObject([{ id: 'a', value }]);
  expect(records.pending()).toMatchObject({ records: [{ id: 'a' }], removed: [] });
});

test('a record stays when its words are deleted by hand', () => {
  const records = new AnnotationRecords([]);
  records.add('a', value);
  expect(records.follow(new Set(), false)).toBe(false);
  expect(records.list(none)).toMatchObject([{ id: 'a', places: [] }]);
});

test('a change during a save is still to be saved after it', () => {
  const records = new AnnotationRecords([]);
  records.add('a', value);
  const sent = records.pending();
  records.change('a', { ...value, role: 'رئيسة البلدية' });
  records.written(sent);
  expect(records.pending().records).toMatchObject([{ value: { role: 'رئيسة البلدية' } }]);
});

test('an editor’s change of a suggestion counts as edited, of an own record as accepted', () => {
  const records = new AnnotationRecords([
    { id: 's', value, state: 'suggested', origin: 'names', places: [] },
  ]);
  records.add('a', value);
  records.change('s', value);
  records.change('a', value);
  expect(records.list(none).map(({ id, state }) => [id, state])).toEqual([
    ['s', 'edited'],
    ['a', 'accepted'],
  ]);
});

test('what was accepted keeps what found it, and loses the chosen entry when an editor changes it', () => {
  const records = new AnnotationRecords([]);
  const entityId = '00000000-0000-7000-8000-000000000001';
  records.add('a', value, { state: 'accepted', origin: 'names', entityId });
  records.revise('a', { ...value, role: 'طبيبة' });
  expect(records.get('a')).toEqual({
    id: 'a',
    value: { ...value, role: 'طبيبة' },
    state: 'accepted',
    origin: 'names',
    entityId,
  });
  records.change('a', { ...value, name: 'ليلى سليم' });
  expect(records.get('a')).toEqual({
    id: 'a',
    value: { ...value, name: 'ليلى سليم' },
    state: 'edited',
    origin: 'names',
  });
});
