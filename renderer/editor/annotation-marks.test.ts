import * as fc from 'fast-check';
import { history, redo, undo } from '@tiptap/pm/history';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import {
  annotationsAtSelection,
  findAnnotation,
  markAnnotation,
  sliceWithoutUnknownAnnotations,
  unmarkAnnotation,
} from './annotation-marks.ts';
import {
  annotation,
  find,
  paragraph,
  run,
  schema,
  stateOf,
  text,
} from './page-document.fixture.ts';

function mark(
  state: EditorState,
  words: string,
  id: string,
  from = find(state, words),
): EditorState {
  const transaction = markAnnotation(state, { id, kind: 'name' }, [
    { from, to: from + words.length },
  ]);
  return transaction === undefined ? state : state.apply(transaction);
}

function wordsOf(state: EditorState, id: string): string[] {
  return findAnnotation(state.doc, id).map(({ from, to }) => state.doc.textBetween(from, to, ' '));
}

test('marks stretches that overlap, and takes one away without the other', () => {
  let state = stateOf([paragraph('وزيرة الصحة ليلى سالم')]);
  const second = find(state, 'ليلى سالم');
  state = mark(state, 'وزيرة الصحة ليلى', 'a');
  state = mark(state, 'ليلى سالم', 'b', second);
  expect([wordsOf(state, 'a'), wordsOf(state, 'b')]).toEqual([['وزيرة الصحة ليلى'], ['ليلى سالم']]);
  const transaction = unmarkAnnotation(state, 'a');
  expect(transaction).toBeDefined();
  if (transaction !== undefined) state = state.apply(transaction);
  expect([wordsOf(state, 'a'), wordsOf(state, 'b')]).toEqual([[], ['ليلى سالم']]);
});

test('is one step of undo', () => {
  const doc = schema.nodeFromJSON({ type: 'doc', content: [paragraph('ليلى سالم')] });
  const plain = EditorState.create({ doc, plugins: [history()] });
  const typed = plain.apply(plain.tr.insertText(' و', 5));
  const marked = mark(typed, 'ليلى', 'a');
  const undone = run(marked, undo);
  expect(undone.doc.toJSON()).toEqual(typed.doc.toJSON());
  expect(run(undone, redo).doc.toJSON()).toEqual(marked.doc.toJSON());
});

test('stays on its words whatever is typed around them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.nat(60), text: fc.constantFrom('و', ' قبل ', 'x') })),
      (typed) => {
        let state = mark(stateOf([paragraph('قالت الوزيرة ليلى سالم أمس إن')]), 'ليلى', 'a');
        for (const { at, text: words } of typed) {
          const place = findAnnotation(state.doc, 'a')[0];
          const position = 1 + (at % (state.doc.content.size - 1));
          if (place !== undefined && position > place.from && position < place.to) continue;
          state = state.apply(state.tr.insertText(words, position));
        }
        expect(wordsOf(state, 'a')).toEqual(['ليلى']);
      },
    ),
  );
});

test('finds the annotations on either side of the caret and under a selection', () => {
  const content = [paragraph(text('ليلى', annotation('a')), ' من ', text('دمشق', annotation('b')))];
  expect(annotationsAtSelection(stateOf(content, 'ليلى', 'دمشق'))).toEqual(['a', 'b']);
  expect(annotationsAtSelection(stateOf(content, 'من'))).toEqual([]);
  expect(annotationsAtSelection(stateOf(content))).toEqual(['a']);
});

test('drops pasted annotations of other articles and keeps those of this one', () => {
  const { doc } = stateOf([
    {
      type: 'blockquote',
      content: [
        paragraph(
          text('ليلى', annotation('ours'), { type: 'bold' }),
          text(' وسليم', annotation('theirs')),
        ),
      ],
    },
  ]);
  const kept = sliceWithoutUnknownAnnotations(doc.slice(0), (id) => id === 'ours');
  expect(kept.content.toJSON()).toEqual([
    expect.objectContaining({
      type: 'blockquote',
      content: [
        expect.objectContaining({
          content: [text('ليلى', annotation('ours'), { type: 'bold' }), text(' وسليم')],
        }),
      ],
    }),
  ]);
});
