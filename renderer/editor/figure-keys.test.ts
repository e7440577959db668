import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { caretOverFigure, selectFigure } from './figure-keys.ts';
import { paragraph, run, stateOf, text } from './page-document.fixture.ts';

const blocks = [
  paragraph('قبل الصورة'),
  { type: 'figure', content: [text('تعليق')] },
  paragraph('بعد الصورة'),
];

test('goes into a caption from above and out of it below', () => {
  const inside = run(stateOf(blocks, 'قبل الصورة'), caretOverFigure(true));
  expect(caret(inside)).toBe('figure:0');
  expect(caret(run(inside, caretOverFigure(true)))).toBe('paragraph:0');
});

test('goes back into a caption from below, to its end, and out of it above', () => {
  const inside = run(stateOf(blocks, 'بعد الصورة'), caretOverFigure(false));
  expect(caret(inside)).toBe('figure:5');
  expect(caret(run(inside, caretOverFigure(false)))).toBe('paragraph:10');
});

test('leaves the way between other blocks to the browser', () => {
  expect(caretOverFigure(true)(stateOf([paragraph('أ'), paragraph('ب')], 'أ'))).toBe(false);
  expect(caretOverFigure(false)(stateOf(blocks, 'قبل'))).toBe(false);
});

test('selects the figure from the start of its caption only', () => {
  const inside = run(stateOf(blocks, 'قبل الصورة'), caretOverFigure(true));
  expect(run(inside, selectFigure).selection).toBeInstanceOf(NodeSelection);
  const end = inside.apply(
    inside.tr.setSelection(TextSelection.create(inside.doc, inside.selection.from + 2)),
  );
  expect(selectFigure(end)).toBe(false);
});

function caret({ selection: { $head } }: EditorState): string {
  return `${$head.parent.type.name}:${$head.parentOffset}`;
}
