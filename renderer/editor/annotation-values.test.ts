import { expect, test } from 'vitest';
import type { Annotation } from '../../core/article/annotation.ts';
import { findSameName, newAnnotationValue } from './annotation-values.ts';

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
