import { chromium as playwrightChromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { chromium } from '../tools/chromium.ts';

/** The bundled headless Chromium. */
export async function openBrowser(): Promise<Browser> {
  const { executable, env } = await chromium();
  return playwrightChromium.launch({
    executablePath: executable,
    args: ['--disable-gpu', '--disable-background-networking'],
    env: { ...process.env, ...env },
  });
}
