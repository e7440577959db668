import { expect, test } from 'vitest';
import { countOutcomes, ImportQueue, maxImportSize } from './import-queue.ts';
import type { ImportFile } from './import-queue.ts';

const made = (headline: string) =>
  ({
    kind: 'created',
    articleId: `id of ${headline}`,
    headline,
    removed: 2,
    joined: 1,
    proposed: 0,
  }) as const;

function setUp(importFile: ImportFile) {
  const finished: number[] = [];
  const queue = new ImportQueue(importFile, ({ items }) => finished.push(items.length));
  return {
    queue,
    finished,
    kinds: () => queue.snapshot().items.map(({ outcome }) => outcome.kind),
  };
}

const file = (name: string) => new File(['نص الخبر'], name);

test('imports one file after another, in the order they came', async () => {
  const events: string[] = [];
  const { queue, finished, kinds } = setUp(async ({ name }) => {
    events.push(`start ${name}`);
    await Promise.resolve();
    events.push(`end ${name}`);
    return made(name);
  });
  await queue.add([file('أ.txt'), file('ب.txt')], '2026-01-28');
  expect(events).toEqual(['start أ.txt', 'end أ.txt', 'start ب.txt', 'end ب.txt']);
  expect(kinds()).toEqual(['created', 'created']);
  expect(finished).toEqual([2]);
  expect(queue.snapshot().phase).toBe('idle');
});

test('goes on after a file that fails', async () => {
  const { queue, kinds } = setUp(async ({ name }) =>
    name === 'صورة.png'
      ? { kind: 'failed', failure: { code: 'FILE_NOT_TEXT', details: { fileName: name } } }
      : made(name),
  );
  await queue.add([file('أ.txt'), file('صورة.png'), file('ب.txt')], null);
  expect(kinds()).toEqual(['created', 'failed', 'created']);
});

test('refuses a file that is too large without reading it', async () => {
  const read: string[] = [];
  const { queue } = setUp(async ({ name }) => {
    read.push(name);
    return made(name);
  });
  const large = Object.defineProperty(file('كبير.txt'), 'size', { value: maxImportSize + 1 });
  const fits = Object.defineProperty(file('يكفي.txt'), 'size', { value: maxImportSize });
  await queue.add([large, fits], null);
  expect(read).toEqual(['يكفي.txt']);
  expect(queue.snapshot().items[0]?.outcome).toEqual({
    kind: 'failed',
    failure: { code: 'FILE_TOO_LARGE', details: { fileName: 'كبير.txt', size: maxImportSize + 1 } },
  });
});

test('finishes the file on its way when stopped, and none after it', async () => {
  const { queue, kinds, finished } = setUp(async ({ name }) => {
    queue.stop();
    return made(name);
  });
  await queue.add([file('أ.txt'), file('ب.txt'), file('ج.txt')], null);
  expect(kinds()).toEqual(['created', 'skipped', 'skipped']);
  expect(finished).toEqual([3]);
});

test('imports a duplicate once more when asked, and only that one', async () => {
  const asked: [string, boolean][] = [];
  const { queue, kinds } = setUp(async ({ name }, _publishedOn, again) => {
    asked.push([name, again]);
    return again ? made(name) : { kind: 'duplicate', articleId: 'old', headline: name };
  });
  await queue.add([file('أ.txt'), file('ب.txt')], null);
  await queue.again(queue.snapshot().items[0]?.id ?? 0);
  expect(asked).toEqual([
    ['أ.txt', false],
    ['ب.txt', false],
    ['أ.txt', true],
  ]);
  expect(kinds()).toEqual(['created', 'duplicate']);
});

test('takes up files that are added while it runs', async () => {
  const { queue, kinds, finished } = setUp(async ({ name }) => {
    if (name === 'أ.txt') void queue.add([file('ب.txt')], null);
    return made(name);
  });
  await queue.add([file('أ.txt')], null);
  expect(kinds()).toEqual(['created', 'created']);
  expect(finished).toEqual([2]);
});

test('counts what became of the files', async () => {
  const { queue } = setUp(async ({ name }) =>
    name === 'ب.txt' ? { kind: 'duplicate', articleId: 'x', headline: '' } : made(name),
  );
  await queue.add([file('أ.txt'), file('ب.txt'), file('ج.txt')], null);
  expect(countOutcomes(queue.snapshot().items)).toEqual({
    waiting: 0,
    running: 0,
    created: 2,
    duplicate: 1,
    failed: 0,
    skipped: 0,
  });
});
