import { expect, test } from 'vitest';
import type { Extraction } from '../../core/extraction/extract.ts';
import { BackendLostError } from '../api/app-failure.ts';
import { findPause, lostPause, SuggestionFinder } from './suggestion-finder.ts';
import type { Question } from './suggestion-finder.ts';

const nothing: Extraction = {
  names: [],
  entities: [],
  knownIds: [],
  slips: [],
  dates: [],
  statements: [],
};

/** A finder over a page in memory; timers run when told to, questions are answered when told to. */
function openPage() {
  const page: Question = { text: 'نص', publishedOn: null };
  const log: string[] = [];
  const open: PromiseWithResolvers<Extraction>[] = [];
  let timer: { callback: () => void; delay: number } | undefined;
  const finder = new SuggestionFinder({
    question: () => ({ ...page }),
    ask: ({ text }) => {
      log.push(`ask ${text}`);
      const answer = Promise.withResolvers<Extraction>();
      open.push(answer);
      return answer.promise;
    },
    onAnswer: ({ text }) => log.push(`answer ${text}`),
    onState: (state) => log.push(state),
    onPause: () => {},
    timers: {
      now: () => 0,
      start: (callback, delay) => (timer = { callback, delay }),
      stop: (started) => {
        if (started === timer) timer = undefined;
      },
    },
  });
  const settle = async (end: (answer: PromiseWithResolvers<Extraction>) => void) => {
    const answer = open.shift();
    if (answer === undefined) throw new Error('nothing was asked');
    end(answer);
    await answer.promise.catch(() => undefined);
    await Promise.resolve();
    await Promise.resolve();
  };
  return {
    page,
    log,
    finder,
    delay: () => timer?.delay,
    tick: () => {
      const due = timer;
      timer = undefined;
      due?.callback();
    },
    answer: () => settle((one) => one.resolve(nothing)),
    fail: (error: Error) => settle((one) => one.reject(error)),
  };
}

test('waits for a pause after the last change, and asks once', async () => {
  const { finder, log, tick, delay, answer } = openPage();
  finder.touch();
  finder.touch();
  expect([log, delay()]).toEqual([[], findPause]);
  tick();
  await answer();
  expect(log).toEqual(['looking', 'ask نص', 'answer نص', 'ready']);
  tick();
  expect(log).toHaveLength(4);
});

test('asks nothing again that it has the answer to', async () => {
  const { page, finder, log, tick, answer } = openPage();
  finder.touch(0);
  tick();
  await answer();
  log.length = 0;
  page.text = 'نص آخر';
  page.text = 'نص';
  finder.touch();
  tick();
  expect(log).toEqual([]);
  finder.again();
  tick();
  expect(log).toEqual(['looking', 'ask نص']);
});

test('asks one question at a time, drops an answer about a text that is gone, and asks about the newest', async () => {
  const { page, finder, log, tick, answer } = openPage();
  finder.touch(0);
  tick();
  for (const text of ['نص ثان', 'نص ثالث']) {
    page.text = text;
    finder.touch();
    tick();
  }
  expect(log).toEqual(['looking', 'ask نص']);
  await answer();
  tick();
  await answer();
  expect(log).toEqual(['looking', 'ask نص', 'ask نص ثالث', 'answer نص ثالث', 'ready']);
});

test('asks anew for another publication date, and never about a page without words', async () => {
  const { page, finder, log, tick, answer } = openPage();
  finder.touch(0);
  tick();
  await answer();
  page.publishedOn = '2026-01-28';
  finder.touch(0);
  tick();
  await answer();
  expect(log.filter((line) => line.startsWith('ask'))).toEqual(['ask نص', 'ask نص']);
  log.length = 0;
  page.text = ' ';
  finder.touch();
  tick();
  await Promise.resolve();
  await Promise.resolve();
  expect(log).toEqual(['looking', 'answer  ', 'ready']);
});

test('says that it failed, tries again when told to or after a change, and by itself when the backend went away', async () => {
  const { page, finder, log, tick, delay, answer, fail } = openPage();
  finder.touch(0);
  tick();
  await fail(new Error('broken'));
  expect([log.at(-1), delay()]).toEqual(['failed', undefined]);
  page.text = 'نص آخر';
  finder.touch();
  tick();
  await fail(new BackendLostError());
  expect([log.at(-1), delay()]).toEqual(['failed', lostPause]);
  finder.again();
  tick();
  await answer();
  expect(log.slice(-2)).toEqual(['answer نص آخر', 'ready']);
});

test('says nothing more once it is closed', async () => {
  const { finder, log, tick, answer } = openPage();
  finder.touch(0);
  tick();
  finder.close();
  await answer();
  expect(log).toEqual(['looking', 'ask نص']);
});
