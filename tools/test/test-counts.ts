import { readFile } from 'node:fs/promises';
import { z } from 'zod';

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

const count = z.number().int().nonnegative();
const vitestReport = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
});
const playwrightReport = z.object({
  stats: z.object({ expected: count, unexpected: count, flaky: count, skipped: count }),
});

/** The counts in a JSON report of vitest or Playwright, or undefined where there is none to read. A flaky test failed. */
export async function readCounts(file: string): Promise<TestCounts | undefined> {
  let report: unknown;
  try {
    report = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
  const vitest = vitestReport.safeParse(report);
  if (vitest.success) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = vitest.data;
    return {
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    };
  }
  const playwright = playwrightReport.safeParse(report);
  if (!playwright.success) return undefined;
  const { expected, unexpected, flaky, skipped } = playwright.data.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
