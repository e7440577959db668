import { defineConfig } from '@playwright/test';

/** The packaged program, unpacked as a person would and started as an ordinary user, Chromium's sandbox on. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.packaged.ts',
  outputDir: '../results/packaged',
  preserveOutput: 'failures-only',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  use: { actionTimeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  projects: [{ name: 'packaged' }],
});
