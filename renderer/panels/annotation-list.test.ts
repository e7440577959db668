import { expect, test } from 'vitest';
import type { Annotation } from '../../core/article/annotation.ts';
import { sortAnnotations, valueFromWords } from './annotation-list.ts';

test('lists names in text order, and apart those whose words are gone', () => {
  const annotations = [
    annotation('سليم', 40),
    annotation('ليلى', 5),
    annotation('غائب'),
    { ...annotation('x', 1), value: valueFromWords('date', 'أمس') },
  ];
  const { inText, gone } = sortAnnotations(annotations, 'name');
  expect([inText, gone].map((list) => list.map(({ id }) => id))).toEqual([
    ['ليلى', 'سليم'],
    ['غائب'],
  ]);
});

test('resolves a selected date only when it can be read without doubt', () => {
  expect(valueFromWords('date', ' 28/1/2026 ')).toMatchObject({
    label: '28/1/2026',
    value: '2026-01-28',
  });
  expect(valueFromWords('date', 'الأحد الماضي')).toMatchObject({ value: null });
});

test('makes one line of words selected across lines', () => {
  expect(valueFromWords('name', 'هدى\n  القاسم')).toMatchObject({ name: 'هدى القاسم' });
});

function annotation(name: string, start?: number): Annotation {
  return {
    id: name,
    value: valueFromWords('name', name),
    state: 'accepted',
    origin: 'editor',
    places: start === undefined ? [] : [{ start, end: start + name.length, surface: name }],
  };
}
