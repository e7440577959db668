import { expect, test } from 'vitest';
import type { Annotation } from '../../core/article/annotation.ts';
import { newAnnotationValue } from '../editor/annotation-values.ts';
import { sortAnnotations } from './annotation-list.ts';

test('lists names in text order, and apart those whose words are gone', () => {
  const annotations = [
    annotation('سليم', 40),
    annotation('ليلى', 5),
    annotation('غائب'),
    { ...annotation('x', 1), value: newAnnotationValue('date', 'أمس') },
  ];
  const { inText, gone } = sortAnnotations(annotations, 'name');
  expect([inText, gone].map((list) => list.map(({ id }) => id))).toEqual([
    ['ليلى', 'سليم'],
    ['غائب'],
  ]);
});

function annotation(name: string, start?: number): Annotation {
  return {
    id: name,
    value: newAnnotationValue('name', name),
    state: 'accepted',
    origin: 'editor',
    places: start === undefined ? [] : [{ start, end: start + name.length, surface: name }],
  };
}
