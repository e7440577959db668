import { closeHistory, history, redo, undo } from '@tiptap/pm/history';
import { EditorState } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { emptyArticleFields } from '../../core/article/article.ts';
import { documentSchema } from '../../core/article/document-schema.ts';
import { DecisionStep, fieldsToSet } from './decision-step.ts';

const applied = { changeId: 4, state: 'applied', fields: { headline: 'عنوان' } } as const;
const undone = { changeId: 4, state: 'undone', fields: { headline: '' } } as const;

test("the page's history takes a decision back with the edit beside it, and makes both again", () => {
  let state = EditorState.create({ schema: documentSchema, plugins: [history()] });
  const seen: string[] = [];
  const dispatch = (transaction: EditorState['tr']) => {
    for (const step of transaction.steps) {
      if (step instanceof DecisionStep) seen.push(step.after.state);
    }
    state = state.apply(transaction);
  };
  const run = (command: Command) => command(state, dispatch);
  dispatch(state.tr.insertText('قبلها ', 1));
  dispatch(
    closeHistory(state.tr).insertText('كلمات عادت', 7).step(new DecisionStep(applied, undone)),
  );
  dispatch(closeHistory(state.tr).insertText(' وبعدها'));
  run(undo);
  expect(seen).toEqual(['undone']);
  run(undo);
  expect([state.doc.textContent, seen]).toEqual(['قبلها ', ['undone', 'applied']]);
  run(redo);
  run(redo);
  expect([state.doc.textContent, seen]).toEqual([
    'قبلها كلمات عادت وبعدها',
    ['undone', 'applied', 'undone'],
  ]);
});

test('sets only the fields that are as the step left them', () => {
  const step = new DecisionStep(applied, undone);
  const fields = { ...emptyArticleFields, headline: 'عنوان' };
  expect(fieldsToSet(step, fields)).toEqual({ headline: '' });
  expect(fieldsToSet(step.invert(), fields)).toEqual({});
  expect(fieldsToSet(step.invert(), emptyArticleFields)).toEqual({ headline: 'عنوان' });
});
