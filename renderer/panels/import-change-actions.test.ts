import type { Transaction } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { importFile } from '../../core/importers/import-file.ts';
import type { ImportChange } from '../../core/importers/import-report.ts';
import { Desk } from '../editor/desk.fixture.ts';
import { LiveArticleSession } from '../editor/live-article-session.ts';
import { arabicWords } from '../editor/page-words.fixture.ts';
import { decideChanges } from './import-change-actions.ts';

const page = `الرئيسية
أخبار

مكتبة الحي تفتح أبوابها ليلًا طوال الصيف

قررت مكتبة الحي أن تفتح أبوابها حتى منتصف الليل طوال أشهر الصيف، بعد أن طلب ذلك طلاب الجامعة.

و قالت المديرة هند الراوي إن القاعة الكبرى ستبقى للقراءة وحدها.

شارك الخبر
`;

function openImported() {
  const steps: Transaction[] = [];
  const { doc, fields, changes } = importFile(new TextEncoder().encode(page), 'مكتبة.txt');
  const desk = new Desk();
  const session = new LiveArticleSession({
    client: desk.client(),
    opened: desk.make(doc.content ?? [], fields),
    words: arabicWords,
    timers: { now: () => 0, start: () => undefined, stop: () => {} },
    whenIdle: (callback) => callback(),
  });
  session.editor.on('transaction', ({ transaction }) => {
    if (transaction.docChanged && transaction.getMeta('history$') === undefined)
      steps.push(transaction);
  });
  /** A session without a view has no history: what undo dispatches is dispatched here. */
  const takeBack = (transaction: Transaction | undefined) => {
    if (transaction === undefined) return undefined;
    const back = session.editor.state.tr.setMeta('history$', {});
    transaction.steps
      .map((step, index) => step.invert(transaction.docs[index] ?? transaction.before))
      .toReversed()
      .forEach((step) => back.step(step));
    session.editor.view.dispatch(back);
    return back;
  };
  const report = () =>
    changes.map((change) => ({
      ...change,
      state: session.getSnapshot().importStates.get(change.id) ?? change.state,
    }));
  const find = (rule: ImportChange['rule']) => {
    const change = report().find((item) => item.rule === rule);
    if (change === undefined) throw new Error(`No ${rule} in the report`);
    return change;
  };
  return {
    desk,
    session,
    find,
    /** Takes the last step back; what is given is taken back instead, as redo does. */
    undo: (transaction = steps.pop()) => takeBack(transaction),
    run: (action: 'undo' | 'redo' | 'accept' | 'dismiss', rule: ImportChange['rule']) =>
      decideChanges(session, report(), action, [find(rule).id]),
    look: (rule: ImportChange['rule']) => ({
      text: session.plainText().split('\n')[0],
      headline: session.getSnapshot().article.headline,
      state: find(rule).state,
    }),
  };
}

test('a headline put back into the text, its field and the report go back and forth together', async () => {
  const { desk, session, find, undo, run, look } = openImported();
  const imported = look('headline');
  expect(imported.headline).toBe('مكتبة الحي تفتح أبوابها ليلًا طوال الصيف');
  expect(run('undo', 'headline')).toBe(true);
  const undone = { text: imported.headline, headline: '', state: 'undone' };
  expect(look('headline')).toEqual(undone);

  const back = undo();
  expect(look('headline')).toEqual(imported);
  const again = undo(back);
  expect(look('headline')).toEqual(undone);

  expect(desk.decisions).toEqual([]);
  expect(await session.flush()).toBe(true);
  expect(desk.decisions).toEqual([{ changeId: find('headline').id, state: 'undone' }]);
  undo(again);
  expect(await session.flush()).toBe(true);
  expect(desk.decisions.at(-1)).toEqual({ changeId: find('headline').id, state: 'applied' });
  expect(desk.open(session.id).article.headline).toBe(imported.headline);
});

test('undo leaves a field alone that was written anew since', () => {
  const { session, undo, run, look } = openImported();
  run('undo', 'headline');
  session.setFields({ headline: 'عنوان من عندنا' });
  undo();
  expect(look('headline')).toMatchObject({ headline: 'عنوان من عندنا', state: 'applied' });
});

test('an accepted proposal is open again when the page takes it back', () => {
  const { session, undo, run, look } = openImported();
  expect(run('accept', 'split-conjunction')).toBe(true);
  expect(session.plainText()).toContain('\nوقالت المديرة');
  undo();
  expect(session.plainText()).toContain('\nو قالت المديرة');
  expect(look('split-conjunction').state).toBe('proposed');
});

test('rejecting is no step of the page, and is saved without a change of the text', async () => {
  const { desk, session, find, undo, run, look } = openImported();
  expect(run('dismiss', 'split-conjunction')).toBe(true);
  expect(undo()).toBe(undefined);
  expect(look('split-conjunction').state).toBe('dismissed');
  desk.lose('after');
  expect(await session.flush()).toBe(false);
  expect(await session.flush()).toBe(true);
  expect(desk.decisions.at(-1)).toEqual({
    changeId: find('split-conjunction').id,
    state: 'dismissed',
  });
  expect(session.isDirty()).toBe(false);
});

test("what was decided over a colleague's version is forgotten with this one, or written with it", async () => {
  for (const [choice, state] of [
    ['theirs', 'applied'],
    ['mine', 'undone'],
  ] as const) {
    const { desk, session, find, run, look } = openImported();
    desk.save(session.id, 1, { kicker: 'من الزميل' });
    run('undo', 'headline');
    // oxlint-disable-next-line no-await-in-loop -- one desk after the other
    expect(await session.flush()).toBe(false);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await session.resolveConflict(choice);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await session.flush();
    expect(look('headline').state).toBe(state);
    expect(desk.decisions).toEqual(
      choice === 'mine' ? [{ changeId: find('headline').id, state: 'undone' }] : [],
    );
  }
});

test('decides nothing about a change whose place is gone from the text', () => {
  const { session, run, look } = openImported();
  const { state } = session.editor;
  session.editor.view.dispatch(state.tr.delete(0, state.doc.content.size));
  expect(run('accept', 'split-conjunction')).toBe(false);
  expect(look('split-conjunction').state).toBe('proposed');
});
