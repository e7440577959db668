import { readFileSync } from 'node:fs';
import { history, undo } from '@tiptap/pm/history';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createExtractor } from '../../core/extraction/extract.ts';
import { loadNameModel } from '../../core/extraction/names/name-model.ts';
import type { ArticleSessionState } from './article-session.ts';
import { Desk } from './desk.fixture.ts';
import { LiveArticleSession } from './live-article-session.ts';
import { paragraph } from './page-document.fixture.ts';
import { arabicWords } from './page-words.fixture.ts';
import { allSuggestions } from './shown-suggestions.ts';
import type { ShownSuggestion } from './shown-suggestions.ts';

const model = loadNameModel(
  readFileSync(new URL('../../resources/extraction/names.bin', import.meta.url)),
);

const content = [
  'وصلت وزيرة الزراعة المصرية هدى السباعي إلى عمّان اليوم الأربعاء.',
  'وقالت السباعي: «ستزيد صادراتنا في أكتوبر المقبل».',
  'وغادرت السباعي عمّان أمس بعد لقاء في وزارة الزراعة الأردنية.',
].map((words) => paragraph(words));

/** An article whose text was looked through; timers run when told to, and everything idle at once. */
async function openPage(desk = deskWithModel(), id?: string) {
  const opened =
    id === undefined ? desk.make(content, { publishedOn: '2026-01-28' }) : desk.open(id);
  const due = new Map<number, () => void>();
  let started = 0;
  const session = new LiveArticleSession({
    client: desk.client(),
    opened,
    words: arabicWords,
    timers: {
      now: () => 0,
      start: (callback) => {
        started += 1;
        due.set(started, callback);
        return started;
      },
      stop: (timer) => due.delete(Number(timer)),
    },
    whenIdle: (callback) => callback(),
  });
  // A session without a view has no plugins.
  const { state: plain, view } = session.editor;
  const plugins = [history(), session.page.suggestions.plugin];
  view.updateState(plain.reconfigure({ plugins }));
  /** Lets the pauses pass, and waits until what is suggested is what the page now gives. */
  const pass = async () => {
    const callbacks = [...due.values()];
    due.clear();
    for (const callback of callbacks) callback();
    await until(session, ({ suggestionState }) => suggestionState !== 'looking');
  };
  await pass();
  const state = () => session.getSnapshot();
  const find = (kind: ShownSuggestion['kind'], words: string): ShownSuggestion => {
    const found = allSuggestions(state().suggestions).find(
      (each) => each.kind === kind && each.places.some(({ surface }) => surface.includes(words)),
    );
    if (found === undefined) throw new Error(`not suggested: ${words}`);
    return found;
  };
  return { desk, session, pass, state, find };
}

function deskWithModel(): Desk {
  const desk = new Desk();
  const extract = createExtractor();
  desk.find = (text, publishedOn) => extract(text, { model, publishedOn });
  return desk;
}

function stepBack({ editor }: LiveArticleSession): void {
  undo(editor.state, (transaction) => editor.view.dispatch(transaction));
}

function until(
  session: LiveArticleSession,
  holds: (state: ArticleSessionState) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds(session.getSnapshot())) return;
      stop();
      resolve();
    };
    const stop = session.subscribe(look);
    look();
  });
}

const surfaces = ({ places }: { places: readonly { surface: string }[] }) =>
  places.map(({ surface }) => surface);

test('suggests what is in the text, and underlines each place of it', async () => {
  const { session, state } = await openPage();
  const { names, dates, sources } = state().suggestions;
  expect(names.map(({ value }) => value.name)).toContain('هدى السباعي');
  expect(dates.map(({ value }) => value.value)).toEqual(['2026-01-28', '2026-10', '2026-01-27']);
  expect(sources.map(({ value }) => value.name)).toEqual(['هدى السباعي']);
  const { doc } = session.editor.state;
  const underlined = session.page.suggestions
    .find(session.editor.state)
    .map(({ from, to }) => doc.textBetween(from, to));
  expect(underlined.toSorted()).toEqual(
    allSuggestions(state().suggestions).flatMap(surfaces).toSorted(),
  );
});

test('a name is accepted with all its places, as one step of undo', async () => {
  const { session, state, find } = await openPage();
  const person = find('name', 'هدى السباعي');
  session.suggestions.accept([person.key]);
  expect(state().annotations).toMatchObject([
    { value: { name: 'هدى السباعي' }, state: 'accepted', origin: person.origin },
  ]);
  expect(state().annotations.map(surfaces)).toEqual([surfaces(person)]);
  expect(state().suggestions.names.map(({ key }) => key)).not.toContain(person.key);
  stepBack(session);
  expect(state().annotations).toEqual([]);
  expect(surfaces(find('name', 'هدى السباعي'))).toEqual(surfaces(person));
});

test('of a name accepted at one place, the others are offered as places of it', async () => {
  const { session, state, find } = await openPage();
  const person = find('name', 'هدى السباعي');
  const [first, ...others] = person.places;
  session.suggestions.accept([person.key], { ...(first && { place: first }) });
  const [annotation] = state().annotations;
  const rest = find('name', 'السباعي');
  expect(rest).toMatchObject({ annotationId: annotation?.id, places: others });
  session.suggestions.accept([rest.key]);
  expect(state().annotations.map(surfaces)).toEqual([surfaces(person)]);
});

test('many are accepted and taken back in one step', async () => {
  const { session, state } = await openPage();
  const all = allSuggestions(state().suggestions);
  session.suggestions.accept(all.map(({ key }) => key));
  expect(state().annotations).toHaveLength(all.length);
  expect(allSuggestions(state().suggestions)).toEqual([]);
  stepBack(session);
  expect(state().annotations).toEqual([]);
  expect(allSuggestions(state().suggestions)).toHaveLength(all.length);
});

test('what was turned down stays away, here and after opening again, until that is taken back', async () => {
  const { desk, session, state, pass, find } = await openPage();
  const { key } = find('name', 'هدى السباعي');
  const keys = () => state().suggestions.names.map((each) => each.key);
  const takeBack = session.suggestions.reject([key]);
  expect(keys()).not.toContain(key);
  await session.close();
  const again = await openPage(desk, session.id);
  expect(again.state().suggestions.names.map((each) => each.key)).not.toContain(key);
  takeBack();
  await pass();
  expect(desk.open(session.id).rejected).toEqual([]);
});

test('a decision that cannot be kept is told and not so', async () => {
  const { desk, session, find } = await openPage();
  const told = Promise.withResolvers<string>();
  session.page.attach({ tellFailure: ({ code }) => told.resolve(code) });
  const { key } = find('date', 'أمس');
  desk.find = undefined;
  session.suggestions.reject([key]);
  expect(await told.promise).toBe('BACKEND_LOST');
  expect(find('date', 'أمس').key).toBe(key);
});

test('what was accepted and removed again was turned down with it', async () => {
  const { session, state, find } = await openPage();
  const { key } = find('date', 'أمس');
  const [id = ''] = session.suggestions.accept([key]);
  const takeBack = session.removeAnnotation(id);
  expect(state().suggestions.dates.map((each) => each.key)).not.toContain(key);
  takeBack();
  expect(state().annotations.map((each) => each.id)).toEqual([id]);
  // What marked it again, what took the marks away, and what marked it first.
  for (let steps = 0; steps < 3; steps += 1) stepBack(session);
  expect(find('date', 'أمس').key).toBe(key);
});

test('accepted dates follow the publication date, those an editor changed do not', async () => {
  const { session, state, pass, find } = await openPage();
  const told: { count: number; takeBack: () => void }[] = [];
  session.page.attach({ tellDatesRead: (count, takeBack) => told.push({ count, takeBack }) });
  const today = find('date', 'اليوم الأربعاء');
  const yesterday = find('date', 'أمس');
  session.suggestions.accept([today.key]);
  if (yesterday.kind !== 'date') throw new Error('no date');
  const edited = { ...yesterday.value, value: '2026-01-26' };
  session.suggestions.accept([yesterday.key], { value: edited });
  const values = () =>
    state().annotations.map(({ value, state: how }) => [value.kind === 'date' && value.value, how]);

  session.setFields({ publishedOn: '2026-02-04' });
  await pass();
  expect(values()).toEqual([
    ['2026-02-04', 'accepted'],
    ['2026-01-26', 'edited'],
  ]);
  expect(told.map(({ count }) => count)).toEqual([1]);
  expect(find('date', 'أكتوبر المقبل').value).toMatchObject({ value: '2026-10' });
  told[0]?.takeBack();
  expect(values()[0]).toEqual(['2026-01-28', 'accepted']);
});

test('finds what is typed after a pause, and leaves the rest where its words are until then', async () => {
  const { session, state, pass, find } = await openPage();
  const before = surfaces(find('name', 'هدى السباعي'));
  const { view } = session.editor;
  view.dispatch(view.state.tr.insertText('واستقبلها المهندس سامر الزعبي في المطار. ', 1));
  expect(
    session.suggestions.placesOf(find('name', 'هدى السباعي').key).map(({ surface }) => surface),
  ).toEqual(before);
  await pass();
  expect(find('name', 'سامر الزعبي').kind).toBe('name');
  expect(state().suggestionState).toBe('ready');
});

test('what cannot be looked for says so, and comes when tried again', async () => {
  const { desk, session, state, pass, find } = await openPage();
  const look = desk.find;
  desk.find = undefined;
  const { view } = session.editor;
  view.dispatch(view.state.tr.insertText('قال سامر الزعبي ذلك. ', 1));
  await pass();
  expect(state().suggestionState).toBe('failed');
  expect(surfaces(find('name', 'هدى السباعي'))).not.toEqual([]);
  desk.find = look;
  session.suggestions.retry();
  await pass();
  expect(state().suggestionState).toBe('ready');
  expect(find('name', 'سامر الزعبي').kind).toBe('name');
});

test('places are in the text and hold their words after any edits, and none lies on what is confirmed of its kind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 12 }), async (edits) => {
      const { session, state, pass } = await openPage();
      const check = () => {
        const text = session.plainText();
        const placesOf = (each: ShownSuggestion) => session.suggestions.placesOf(each.key);
        for (const suggestion of allSuggestions(state().suggestions)) {
          for (const { start, end, surface } of placesOf(suggestion)) {
            expect(text.slice(start, end)).toBe(surface);
            expect(surface).not.toBe('');
            const confirmed = state()
              .annotations.filter(({ value }) => value.kind === suggestion.kind)
              .flatMap(({ places }) => places);
            expect(confirmed.filter((place) => place.start < end && place.end > start)).toEqual([]);
          }
        }
      };
      for (const edit of edits) {
        const { view } = session.editor;
        const size = view.state.doc.content.size;
        const from = 1 + (edit.at % (size - 1));
        const all = allSuggestions(state().suggestions);
        const chosen = all[edit.at % Math.max(1, all.length)];
        if (edit.kind === 'type') view.dispatch(view.state.tr.insertText(edit.words, from));
        if (edit.kind === 'delete') {
          view.dispatch(view.state.tr.delete(from, Math.min(size, from + edit.length)));
        }
        if (edit.kind === 'accept' && chosen) session.suggestions.accept([chosen.key]);
        if (edit.kind === 'reject' && chosen) session.suggestions.reject([chosen.key]);
        if (edit.kind === 'undo') stepBack(session);
        // oxlint-disable-next-line no-await-in-loop -- one edit after the other
        if (edit.kind === 'pause') await pass();
        check();
      }
      await pass();
      check();
      await session.close();
    }),
    { numRuns: 60 },
  );
});

const at = fc.nat(400);
const anyEdit = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    at,
    words: fc.constantFrom('ا', ' ', 'وقالت هدى السباعي ذلك أمس. ', 'عمّان'),
  }),
  fc.record({ kind: fc.constant('delete' as const), at, length: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ kind: fc.constantFrom('accept', 'reject', 'undo', 'pause'), at }),
);
