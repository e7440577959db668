import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCounts } from './test-counts.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'test-counts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function countsOf(text: string) {
  const file = join(folder, 'report.json');
  await writeFile(file, text);
  return readCounts(file);
}

test('reads the reports of vitest and Playwright; a flaky test failed', async () => {
  expect([
    await countsOf(
      '{"numTotalTests":7,"numPassedTests":4,"numFailedTests":1,"numPendingTests":1,"numTodoTests":1}',
    ),
    await countsOf('{"suites":[],"stats":{"expected":5,"unexpected":1,"flaky":2,"skipped":3}}'),
  ]).toEqual([
    { passed: 4, failed: 1, skipped: 2 },
    { passed: 5, failed: 3, skipped: 3 },
  ]);
});

test('finds nothing in a report that is absent, cut short or something else', async () => {
  expect([
    await readCounts(join(folder, 'none')),
    await countsOf('{"numPassed'),
    await countsOf('{}'),
  ]).toEqual([undefined, undefined, undefined]);
});
