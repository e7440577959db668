import { expect, test } from 'vitest';
import type { NameValue } from '../../core/article/annotation.ts';
import { AppError } from '../../core/errors.ts';
import { Desk } from './desk.fixture.ts';
import { LiveArticleSession } from './live-article-session.ts';
import { annotation, paragraph, text } from './page-document.fixture.ts';
import { arabicWords } from './page-words.fixture.ts';

const layla: NameValue = {
  kind: 'name',
  name: 'ليلى سالم',
  nameKind: 'person',
  role: '',
  note: '',
};

function openDesk(
  content = [paragraph('قالت ليلى سالم ذلك أمس')],
  whenIdle: (callback: () => void) => void = (callback) => callback(),
) {
  const desk = new Desk();
  const opened = desk.make(content, { headline: 'خبر' });
  const session = new LiveArticleSession({
    client: desk.client(),
    opened,
    words: arabicWords,
    // Nothing happens by itself: these tests save by `flush`.
    timers: { now: () => 0, start: () => undefined, stop: () => {} },
    whenIdle,
  });
  const type = (words: string) =>
    session.editor.view.dispatch(session.editor.state.tr.insertText(words, 1));
  return { desk, session, opened, type, onDisk: () => desk.open(opened.article.id) };
}

test('sends only what changed, and nothing when nothing did', async () => {
  const { desk, session, type, onDisk } = openDesk();
  expect(await session.flush()).toBe(true);
  expect(desk.calls).toEqual([]);
  session.setFields({ headline: 'خبر آخر' });
  expect(await session.flush()).toBe(true);
  type('و');
  expect(await session.flush()).toBe(true);
  expect(onDisk().article).toMatchObject({ headline: 'خبر آخر', revision: 3 });
  expect(onDisk().document).toEqual(session.document());
  expect(session.getSnapshot().saveState).toMatchObject({ kind: 'saved' });
});

test('keeps what is typed into a field while a save is on its way', async () => {
  const { session, onDisk } = openDesk();
  session.setFields({ headline: 'خبر ' });
  const saving = session.flush();
  session.setFields({ headline: 'خبر عاجل' });
  await saving;
  expect(session.getSnapshot().article).toMatchObject({ headline: 'خبر عاجل', revision: 2 });
  await session.flush();
  expect(onDisk().article.headline).toBe('خبر عاجل');
});

test('takes a save whose answer was lost for its own, and goes on from it', async () => {
  const { desk, session, type, onDisk } = openDesk();
  type('أولا ');
  desk.lose('after');
  expect(await session.flush()).toBe(false);
  expect(session.getSnapshot().saveState).toMatchObject({ kind: 'failed', code: 'BACKEND_LOST' });
  type('ثانيا ');
  desk.lose('before');
  expect(await session.flush()).toBe(false);
  type('ثالثا ');
  expect(await session.flush()).toBe(true);
  expect(onDisk().document).toEqual(session.document());
});

test('a page that goes away in the middle of a save sends the rest behind it, and a page that stays goes on', async () => {
  const { session, type, onDisk } = openDesk();
  type('أولا ');
  const saving = session.flush();
  type('ثانيا ');
  const id = session.addAnnotation(layla, { start: 5, end: 14 }) ?? '';
  session.setFields({ headline: 'خبر أخير' });
  session.sendLast();
  await saving;
  expect(onDisk().document).toEqual(session.document());
  expect(onDisk()).toMatchObject({ article: { headline: 'خبر أخير' }, annotations: [{ id }] });
  type('ثالثا ');
  expect(await session.flush()).toBe(true);
  expect(onDisk().document).toEqual(session.document());
});

test('meets the save of somebody else as a conflict and overwrites nothing', async () => {
  const { desk, session, type, opened, onDisk } = openDesk();
  desk.save(session.id, 1, { headline: 'عنوان زميل' });
  type('نصي ');
  expect(await session.flush()).toBe(false);
  expect(session.getSnapshot().saveState).toMatchObject({
    kind: 'conflict',
    theirs: { article: { headline: 'عنوان زميل', revision: 2 } },
  });
  expect(onDisk().document).toEqual(opened.document);
});

test('a change of a name or a field alone never lets the next save write over the text of somebody else', async () => {
  const theirs = {
    schemaVersion: 1,
    doc: { type: 'doc', content: [paragraph('نص الزميل')] },
  };
  const changes: ((session: LiveArticleSession, id: string) => void)[] = [
    (session, id) => session.updateAnnotation(id, { ...layla, role: 'رئيسة البلدية' }),
    (session) => session.setFields({ status: 'ready' }),
  ];
  for (const change of changes) {
    const { desk, session, type, onDisk } = openDesk();
    const id = session.addAnnotation(layla, { start: 5, end: 14 }) ?? '';
    // oxlint-disable-next-line no-await-in-loop -- one desk after the other
    await session.flush();
    desk.save(session.id, 2, { status: 'ready' }, theirs);
    change(session, id);
    // oxlint-disable-next-line no-await-in-loop -- as above
    expect(await session.flush()).toBe(false);
    expect(session.getSnapshot().saveState.kind).toBe('conflict');
    type('نصي ');
    // oxlint-disable-next-line no-await-in-loop -- as above
    await session.flush();
    expect(onDisk().document.doc.content).toMatchObject(theirs.doc.content);
  }
});

test('mine over theirs writes the records again that somebody else removed', async () => {
  const { desk, session, type, onDisk } = openDesk();
  const id = session.addAnnotation(layla, { start: 5, end: 14 }) ?? '';
  await session.flush();
  desk.save(session.id, 2, { headline: 'عنوان زميل' }, undefined, [], [id]);
  type('نصي ');
  await session.flush();
  await session.resolveConflict('mine');
  await session.flush();
  expect(onDisk().annotations).toMatchObject([{ id, value: layla }]);
});

test('a name that redo brings back is saved together with its mark, before there was time to look', async () => {
  const waiting: (() => void)[] = [];
  const { session, onDisk } = openDesk(undefined, (callback) => waiting.push(callback));
  const id = session.addAnnotation(layla, { start: 5, end: 14 });
  for (const callback of waiting.splice(0)) callback();
  await session.flush();
  // A session without a view has no history: what undo and redo dispatch is dispatched here.
  const { state, view } = session.editor;
  const type = state.schema.marks['annotation'];
  if (type === undefined) throw new Error('no annotations');
  view.dispatch(state.tr.removeMark(6, 15, type).setMeta('history$', { redo: false }));
  await session.flush();
  expect(onDisk().annotations).toEqual([]);
  const mark = type.create({ id, kind: 'name' });
  view.dispatch(session.editor.state.tr.addMark(6, 15, mark).setMeta('history$', { redo: true }));
  await session.flush();
  expect(onDisk().annotations).toMatchObject([{ id, value: layla }]);
});

test('a conflict ends with mine over theirs, theirs, or theirs and mine as a new article', async () => {
  const meet = async () => {
    const met = openDesk();
    met.desk.save(
      met.session.id,
      1,
      {},
      {
        schemaVersion: 1,
        doc: { type: 'doc', content: [paragraph('نص الزميل')] },
      },
    );
    met.session.addAnnotation(layla, { start: 5, end: 14 });
    await met.session.flush();
    return met;
  };

  const first = await meet();
  await first.session.resolveConflict('mine');
  await first.session.flush();
  expect(first.onDisk().document).toEqual(first.session.document());
  expect(first.session.plainText()).toBe('قالت ليلى سالم ذلك أمس');

  const second = await meet();
  await second.session.resolveConflict('theirs');
  expect(second.session.plainText()).toBe('نص الزميل');
  expect(second.session.getSnapshot().saveState.kind).toBe('saved');
  expect(second.onDisk().article.revision).toBe(2);

  const third = await meet();
  const copy = await third.session.resolveConflict('copy');
  expect(third.session.plainText()).toBe('نص الزميل');
  const kept = third.desk.open(copy ?? '');
  expect(kept.annotations).toMatchObject([{ value: layla }]);
  expect(kept.document.doc.content?.[0]?.content?.[1]).toEqual(
    text('ليلى سالم', annotation(kept.annotations[0]?.id ?? '')),
  );
});

test('writes a record before the text that names it, and removes one after', async () => {
  const { desk, session } = openDesk();
  const id = session.addAnnotation(layla, { start: 5, end: 14 });
  expect(session.getSnapshot().annotations).toEqual([
    {
      id,
      value: layla,
      state: 'accepted',
      origin: 'editor',
      places: [{ start: 5, end: 14, surface: 'ليلى سالم' }],
    },
  ]);
  await session.flush();
  session.removeAnnotation(id ?? '');
  await session.flush();
  expect(desk.calls).toEqual([`save +${id}`, `save -${id}`]);
});

test('a removed name comes back with its places, wherever the words went since', async () => {
  const { desk, session, type, opened } = openDesk();
  const id = session.addAnnotation(layla, { start: 5, end: 14 }) ?? '';
  session.updateAnnotation(id, { ...layla, role: 'رئيسة البلدية' });
  const undo = session.removeAnnotation(id);
  expect(session.getSnapshot().annotations).toEqual([]);
  type('أمس ');
  undo();
  undo();
  expect(session.getSnapshot().annotations).toMatchObject([
    { id, value: { role: 'رئيسة البلدية' }, places: [{ start: 9, end: 18, surface: 'ليلى سالم' }] },
  ]);
  await session.flush();
  expect(desk.open(opened.article.id).annotations).toMatchObject([{ id }]);
});

test('a name loses one place and keeps the other, and goes with the last', () => {
  const { session } = openDesk([paragraph('ليلى ثم ليلى')]);
  const id = session.addAnnotation(layla, { start: 0, end: 4 }) ?? '';
  session.addAnnotation(layla, { start: 8, end: 12 }, id);
  session.removePlace(id, 0, 4);
  expect(session.getSnapshot().annotations).toMatchObject([{ id, places: [{ start: 8 }] }]);
  session.removePlace(id, 8, 12);
  expect(session.getSnapshot().annotations).toEqual([]);
});

test('brings a revision back as a new version, and takes that back', async () => {
  const { session, type } = openDesk();
  type('جديد ');
  session.setFields({ headline: 'عنوان جديد' });
  await session.flush();
  const undo = await session.restoreRevision(1);
  expect(session.plainText()).toBe('قالت ليلى سالم ذلك أمس');
  expect(session.getSnapshot().article.headline).toBe('خبر');
  undo();
  expect(session.plainText()).toBe('جديد قالت ليلى سالم ذلك أمس');
  expect(session.getSnapshot().article.headline).toBe('عنوان جديد');
});

test('refuses documents it does not understand, rather than dropping what it does not know', () => {
  const desk = new Desk();
  const opened = desk.make([paragraph('نص')]);
  const open = (document: typeof opened.document) =>
    new LiveArticleSession({
      client: desk.client(),
      opened: { ...opened, document },
      words: arabicWords,
    });
  const code = (document: typeof opened.document) => {
    try {
      open(document);
      return 'opened';
    } catch (error) {
      return error instanceof AppError ? error.code : error;
    }
  };
  expect(code({ schemaVersion: 99, doc: { type: 'doc', content: [paragraph('نص')] } })).toBe(
    'DOCUMENT_NEWER',
  );
  expect(code({ schemaVersion: 1, doc: { type: 'doc', content: [{ type: 'poll' }] } })).toBe(
    'INVALID_DOCUMENT',
  );
  expect(
    code({
      schemaVersion: 1,
      doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'paragraph' }] }] },
    }),
  ).toBe('INVALID_DOCUMENT');
});
