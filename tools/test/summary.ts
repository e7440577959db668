import type { TestCounts } from './test-counts.ts';

export interface StepResult {
  name: string;
  /** `left-out`: not asked for with `--only`. `skipped`: cannot run on this machine. */
  state: 'passed' | 'failed' | 'skipped' | 'left-out';
  /** Why it failed or was skipped, in words. */
  reason?: string | undefined;
  counts?: TestCounts | undefined;
  seconds?: number;
}

/** Whether the run as a whole is good. In CI nothing may be skipped. */
export function runPassed(results: readonly StepResult[], ci: boolean): boolean {
  return results.every(({ state }) => state === 'passed' || (!ci && state !== 'failed'));
}

/** The table at the end and, as the last line, `N passed, N failed` over all tests; a failed check counts as one. */
export function summaryLines(results: readonly StepResult[], ci: boolean): string[] {
  const width = Math.max(...results.map(({ name }) => name.length));
  const rows = results.map((result) => `  ${result.name.padEnd(width)}  ${describe(result, ci)}`);
  const doors = results.filter(({ name }) => name in doorNames);
  const ran = doors.filter(({ state }) => state === 'passed' || state === 'failed');
  const lines = ['', 'Summary', ...rows];
  if (doors.length > 0) {
    lines.push(`Doors that ran: ${ran.map(({ name }) => doorNames[name]).join(', ') || 'none'}.`);
  }
  for (const { name, state, reason } of doors) {
    if (state === 'skipped')
      lines.push(`Door that did not run: ${doorNames[name]}, because ${reason}.`);
  }
  const leftOut = results.filter(({ state }) => state === 'left-out').map(({ name }) => name);
  if (leftOut.length > 0) {
    lines.push(
      `Left out as asked: ${leftOut.join(', ')}${ci ? ' (in CI this is a failure)' : ''}.`,
    );
  }
  const passed = sum(results.map(({ counts }) => counts?.passed ?? 0));
  const failed = sum(results.map((result) => failures(result, ci)));
  return [...lines, `${passed} passed, ${failed} failed`];
}

const doorNames: Readonly<Record<string, string>> = {
  browser: 'the browser (headless Chromium over loopback)',
  electron: 'the desktop window (Electron)',
  packaged: 'the packaged program (ordinary user, sandbox on)',
};

function describe({ state, reason, counts, seconds }: StepResult, ci: boolean): string {
  if (state === 'left-out') return 'left out';
  if (state === 'skipped') return `skipped: ${reason}${ci ? ' (in CI this is a failure)' : ''}`;
  const skipped = counts !== undefined && counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  const tests =
    counts === undefined ? '' : `  ${counts.passed} passed, ${counts.failed} failed${skipped}`;
  const time = seconds === undefined ? '' : `  ${seconds.toFixed(1)} s`;
  return `${state}${tests}${time}${reason === undefined ? '' : `  ${reason}`}`;
}

function failures({ state, counts }: StepResult, ci: boolean): number {
  if (state === 'skipped') return ci ? 1 : 0;
  return state === 'failed' ? Math.max(1, counts?.failed ?? 0) : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
