import { expect, test } from 'vitest';
import {
  clearFormatting,
  indent,
  insertBlock,
  insertFootnote,
  outdent,
  removeEmptyFootnote,
  setAttributesAround,
  setFootnote,
  toggleBlockStyle,
  typeBehindFootnote,
} from './editing-commands.ts';
import { annotation, paragraph, run, schema, stateOf, text } from './page-document.fixture.ts';

test('clears formatting and links but keeps names, dates and sources', () => {
  const state = stateOf(
    [
      {
        type: 'heading',
        attrs: { level: 3, dir: 'rtl' },
        content: [
          text('ليلى', annotation('a'), { type: 'bold' }),
          text(' هنا', { type: 'link', attrs: { href: 'https://example.org/' } }),
        ],
      },
    ],
    'ليلى',
    ' هنا',
  );
  expect(run(state, clearFormatting).doc.toJSON()).toEqual({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { dir: 'rtl' },
        content: [text('ليلى', annotation('a')), text(' هنا')],
      },
    ],
  });
});

test('turns paragraphs into pull quotes and back, with their direction', () => {
  const state = stateOf([{ ...paragraph('قول'), attrs: { dir: 'rtl' } }], 'قول');
  const quoted = run(state, toggleBlockStyle('pullQuote'));
  expect(quoted.doc.firstChild?.type.name).toBe('pullQuote');
  expect(quoted.doc.firstChild?.attrs['dir']).toBe('rtl');
  expect(run(quoted, toggleBlockStyle('pullQuote')).doc.eq(state.doc)).toBe(true);
});

test('turns several blocks into headings, each with its own direction, and back', () => {
  const state = stateOf(
    [
      { ...paragraph('أول'), attrs: { dir: 'ltr' } },
      { ...paragraph('ثان'), attrs: { dir: 'rtl' } },
    ],
    'أول',
    'ثان',
  );
  const heading = toggleBlockStyle('heading', { level: 3 });
  const headings = run(state, heading);
  expect(headings.doc.children.map((node) => [node.type.name, node.attrs])).toEqual([
    ['heading', { level: 3, dir: 'ltr' }],
    ['heading', { level: 3, dir: 'rtl' }],
  ]);
  expect(run(headings, heading).doc.eq(state.doc)).toBe(true);
});

const names = (state: ReturnType<typeof stateOf>) =>
  state.doc.children.map((node) => node.type.name);

test('puts a block in place of an empty paragraph, else behind the one with the caret', () => {
  const rule = insertBlock({ type: 'horizontalRule' });
  const alone = run(stateOf([paragraph()]), rule);
  expect(names(alone)).toEqual(['horizontalRule', 'paragraph']);
  expect(alone.selection.$from.parent.type.name).toBe('paragraph');
  expect(names(run(stateOf([paragraph('أ'), paragraph('ب')], 'أ'), rule))).toEqual([
    'paragraph',
    'horizontalRule',
    'paragraph',
  ]);
  const inList = stateOf(
    [{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('بند')] }] }],
    'بند',
  );
  expect(names(run(inList, rule))).toEqual(['bulletList', 'horizontalRule', 'paragraph']);
});

test('puts an empty footnote behind the selection and fills it', () => {
  const state = run(stateOf([paragraph('قال ذلك أمس')], 'ذلك'), insertFootnote);
  const position = state.selection.from;
  expect(state.doc.nodeAt(position)?.type.name).toBe('footnote');
  const filled = run(state, setFootnote(position, [text('بيان')]));
  expect(filled.doc.firstChild?.content.toJSON()).toEqual([
    text('قال ذلك'),
    { type: 'footnote', content: [text('بيان')] },
    text(' أمس'),
  ]);
});

test('moves list items in and out, task items too', () => {
  for (const [listType, itemType] of [
    ['bulletList', 'listItem'],
    ['taskList', 'taskItem'],
  ] as const) {
    const state = stateOf(
      [
        {
          type: listType,
          content: ['أول', 'ثان'].map((words) => ({ type: itemType, content: [paragraph(words)] })),
        },
      ],
      'ثان',
    );
    const nested = run(state, indent);
    expect(nested.doc.firstChild?.childCount).toBe(1);
    expect(run(nested, outdent).doc.eq(state.doc)).toBe(true);
  }
});

test('keeps who is quoted with the quotation around the caret', () => {
  const state = stateOf([{ type: 'blockquote', content: [paragraph('قول')] }], 'قول');
  const after = run(state, setAttributesAround('blockquote', { attribution: 'ليلى سالم' }));
  expect(after.doc.firstChild?.attrs['attribution']).toBe('ليلى سالم');
  expect(schema.nodeFromJSON(after.doc.toJSON()).eq(after.doc)).toBe(true);
});

test('types behind a footnote that the arrows have selected, and nowhere else', () => {
  const state = run(stateOf([paragraph('قبل بعد')], 'قبل'), insertFootnote);
  const typed = run(state, typeBehindFootnote('ا'));
  expect(typed.doc.firstChild?.children.map((node) => node.text ?? node.type.name)).toEqual([
    'قبل',
    'footnote',
    'ا بعد',
  ]);
  expect(typeBehindFootnote('ا')(typed)).toBe(false);
});

test('takes out a footnote only while it is empty', () => {
  const state = stateOf([paragraph('قبل بعد')], 'قبل');
  const inserted = run(state, insertFootnote);
  const position = inserted.selection.from;
  const filled = run(inserted, setFootnote(position, [text('حاشية')]));
  expect(removeEmptyFootnote(position)(filled)).toBe(false);
  expect(run(inserted, removeEmptyFootnote(position)).doc.eq(state.doc)).toBe(true);
});
