import { expect, test } from 'vitest';
import { runPassed, summaryLines, type StepResult } from './summary.ts';

const results: StepResult[] = [
  { name: 'types', state: 'passed', seconds: 3.21 },
  { name: 'unit', state: 'passed', counts: { passed: 120, failed: 0, skipped: 2 }, seconds: 10 },
  { name: 'browser', state: 'passed', counts: { passed: 8, failed: 0, skipped: 0 }, seconds: 20 },
  { name: 'electron', state: 'skipped', reason: 'Xvfb is not installed' },
];

test('names the door that did not run and ends with the sum of the tests', () => {
  expect(summaryLines(results, false)).toEqual([
    '',
    'Summary',
    '  types     passed  3.2 s',
    '  unit      passed  120 passed, 0 failed, 2 skipped  10.0 s',
    '  browser   passed  8 passed, 0 failed  20.0 s',
    '  electron  skipped: Xvfb is not installed',
    'Doors that ran: the browser (headless Chromium over loopback).',
    'Door that did not run: the desktop window (Electron), because Xvfb is not installed.',
    '128 passed, 0 failed',
  ]);
  expect(runPassed(results, false)).toBe(true);
});

test('in CI a skipped door is a failure', () => {
  expect(runPassed(results, true)).toBe(false);
  expect(summaryLines(results, true).at(-1)).toBe('128 passed, 1 failed');
});

test('a failed check without tests counts as one failure, failed tests count each', () => {
  const failed: StepResult[] = [
    { name: 'lint', state: 'failed' },
    { name: 'unit', state: 'failed', counts: { passed: 1, failed: 3, skipped: 0 } },
    {
      name: 'browser',
      state: 'failed',
      counts: { passed: 1, failed: 0, skipped: 0 },
      reason: 'ended badly',
    },
  ];
  expect(summaryLines(failed, false).at(-1)).toBe('2 passed, 5 failed');
  expect(runPassed(failed, false)).toBe(false);
});

test('says what was left out as asked, which is no failure outside CI', () => {
  const some: StepResult[] = [
    { name: 'types', state: 'passed' },
    { name: 'electron', state: 'left-out' },
  ];
  expect(summaryLines(some, false)).toContain('Left out as asked: electron.');
  expect([runPassed(some, false), runPassed(some, true)]).toEqual([true, false]);
});
