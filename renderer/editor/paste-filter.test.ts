import { expect, test } from 'vitest';
import { paragraph, stateOf, text } from './page-document.fixture.ts';
import { textToSlice } from './paste-filter.ts';

test('makes a paragraph of every line of pasted text, none of empty ones', () => {
  const state = stateOf([paragraph('هنا')]);
  const slice = textToSlice('الأول\r\n\r\n  \nالثاني\tبعد\u2028الثالث\u0007', state.doc.resolve(1));
  expect(slice.content.toJSON()).toEqual(
    ['الأول', 'الثاني بعد', 'الثالث'].map((line) => ({
      ...paragraph(line),
      attrs: { dir: 'auto' },
    })),
  );
});

test('pasted text joins the paragraph it is pasted into, with the formatting there', () => {
  const state = stateOf([paragraph(text('قبل بعد', { type: 'bold' }))]);
  const slice = textToSlice('وسط\nآخر', state.doc.resolve(5));
  const after = state.apply(state.tr.replace(5, 5, slice));
  expect(after.doc.toJSON()).toMatchObject({
    content: [
      { content: [text('قبل وسط', { type: 'bold' })] },
      { content: [text('آخربعد', { type: 'bold' })] },
    ],
  });
});
