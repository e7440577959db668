import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { chromium as bundledChromium } from '../tools/chromium.ts';
import type { Door, DoorOptions } from './door.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Starts the loopback door as `npm start -- --browser` does and opens its address in headless Chromium. */
export async function openBrowserDoor(options: DoorOptions): Promise<Door> {
  const server = spawn(
    process.execPath,
    [path.join(root, 'tools/start.mjs'), '--browser', '--no-open', '--library', options.library],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`The loopback door ended with ${code}`)));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)?.[0];
      if (url !== undefined) resolve(url);
    });
  });

  const { executable, env } = await bundledChromium();
  const browser = await chromium.launch({
    executablePath: executable,
    args: ['--disable-gpu', '--disable-background-networking'],
    env: { ...process.env, ...env },
  });
  const context = await browser.newContext({
    viewport: options.size,
    colorScheme: options.colorScheme,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.goto(address);

  const end = async (signal: NodeJS.Signals) => {
    await browser.close();
    server.kill(signal);
    await ended;
  };
  return {
    page,
    close: async () => {
      await page.close({ runBeforeUnload: true });
      await end('SIGTERM');
    },
    kill: () => end('SIGKILL'),
    saved: async (trigger) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'muharrir-saved-'));
      const [download] = await Promise.all([page.waitForEvent('download'), trigger()]);
      const file = path.join(folder, download.suggestedFilename());
      await download.saveAs(file);
      return file;
    },
  };
}
