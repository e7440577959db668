import { defineConfig } from '@playwright/test';

/**
 * The same tests through both doors: `browser` (loopback, headless Chromium) and `electron` (the real window). What
 * only one door has is tested in `*.browser.test.ts` or `*.electron.test.ts`.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: 'results/tests',
  preserveOutput: 'failures-only',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  use: { actionTimeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  projects: [
    { name: 'browser', testIgnore: '*.electron.test.ts' },
    { name: 'electron', testIgnore: '*.browser.test.ts' },
  ],
});
