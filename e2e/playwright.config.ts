import { defineConfig } from '@playwright/test';

/** The same tests through both doors: `browser` (loopback, headless Chromium) and `electron` (the real window). */
export default defineConfig({
  testDir: '.',
  outputDir: 'results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  use: { actionTimeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  projects: [
    { name: 'browser', metadata: { door: 'browser' } },
    { name: 'electron', metadata: { door: 'electron' } },
  ],
});
