import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chromium as bundledChromium } from '../tools/chromium.ts';
import type { Door, DoorOptions } from './door.ts';

const root = path.resolve(import.meta.dirname, '..');

export interface BrowserDoor extends Door {
  /** The address the program printed, token and all. */
  readonly address: string;
  /** One more tab of the same browser. */
  newPage: () => Promise<Page>;
}

/** Starts the loopback door as `npm start -- --browser` does and opens its address in headless Chromium. */
export async function openBrowserDoor(options: DoorOptions): Promise<BrowserDoor> {
  const server = startBrowserProgram(options.library);
  const address = await server.address;

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

  return {
    page,
    address,
    newPage: () => context.newPage(),
    output: server.output,
    close: async () => {
      await Promise.all(context.pages().map(closeTab));
      // What a tab sent while it closed went out before this does.
      const last = await context.newPage();
      await last.goto(new URL(address).origin);
      await server.end('SIGTERM');
      await browser.close();
    },
    kill: async () => {
      await server.end('SIGKILL');
      await browser.close();
    },
    saved: async (trigger) => {
      const folder = await mkdtemp(path.join(path.dirname(options.library), 'saved-'));
      const [download] = await Promise.all([page.waitForEvent('download'), trigger()]);
      const file = path.join(folder, download.suggestedFilename());
      await download.saveAs(file);
      return file;
    },
  };
}

/** As a person does who answers the browser's question, if it asks one, with leaving. */
async function closeTab(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
}

export interface BrowserProgram {
  /** Rejects when the program ends before it has printed one. */
  address: Promise<string>;
  /** The exit code; null where a signal ended it. */
  ended: Promise<number | null>;
  output: () => string;
  end: (signal: NodeJS.Signals) => Promise<void>;
}

/** The program alone, without a browser. */
export function startBrowserProgram(library: string): BrowserProgram {
  const program = spawn(
    process.execPath,
    [path.join(root, 'tools/start.mjs'), '--browser', '--no-open', '--library', library],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  );
  let output = '';
  const ended = new Promise<number | null>((resolve) => program.once('close', resolve));
  const address = new Promise<string>((resolve, reject) => {
    for (const stream of [program.stdout, program.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const url = /http:\/\/127\.0\.0\.1:\d+\/\S*(?=\s)/.exec(output)?.[0];
        if (url !== undefined) resolve(url);
      });
    }
    void ended.then((code) => reject(new Error(`The program ended with ${code}: ${output}`)));
  });
  address.catch(() => undefined);
  return {
    address,
    ended,
    output: () => output,
    end: async (signal) => {
      program.kill(signal);
      await ended;
    },
  };
}
