import { AllSelection, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { paragraph, stateOf } from './page-document.fixture.ts';
import { selectedWords } from './selected-words.ts';

test('takes the words of the one block that has any, by whatever they were selected', () => {
  const one = stateOf([paragraph(), paragraph('ليلى سالم'), paragraph(' ')]).doc;
  expect(selectedWords(one, new AllSelection(one))).toEqual({ from: 3, to: 12 });
  expect(selectedWords(one, TextSelection.create(one, 1, 7))).toEqual({ from: 3, to: 7 });
});

test('tells no words from words of several blocks', () => {
  const two = stateOf([paragraph('ليلى سالم'), { type: 'horizontalRule' }, paragraph('نادر')]).doc;
  expect(selectedWords(two, new AllSelection(two))).toBe('several');
  expect(selectedWords(two, TextSelection.create(two, 5, 14))).toBe('several');
  expect(selectedWords(two, TextSelection.create(two, 5, 5))).toBe('none');
  expect(selectedWords(two, TextSelection.create(two, 5, 6))).toBe('none');
  expect(selectedWords(two, NodeSelection.create(two, 11))).toBe('none');
});
