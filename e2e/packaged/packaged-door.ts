import { chromium, expect } from '@playwright/test';
import type { Browser } from '@playwright/test';
import type { Door } from '../door.ts';
import type { InstalledProgram, StartedProgram } from './installed-program.ts';

export interface PackagedDoor extends Door {
  processes: StartedProgram['processes'];
}

/**
 * Opens the installed program's window. Its fuses keep Playwright's own way into Electron shut, so it is driven over
 * Chromium's debugging port, which the program opens for this environment variable alone.
 */
export async function openPackagedDoor(installed: InstalledProgram): Promise<PackagedDoor> {
  const running = installed.start(['--remote-debugging-port=0'], { MUHARRIR_DEBUGGING: '1' });
  const address = await debuggingAddress(running);
  const browser = await chromium.connectOverCDP(address.href, { timeout: 30_000 });
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('The program has no window.');
  return {
    page,
    output: running.output,
    processes: running.processes,
    close: async () => {
      await page.close({ runBeforeUnload: true });
      await running.ended;
    },
    kill: async () => {
      running.main.kill('SIGKILL');
      await running.ended;
    },
    saved: async (trigger) => saved(browser, await installed.folder('downloads'), trigger),
  };
}

/** The port's address, once the window that is to be driven is there. */
async function debuggingAddress({ main, output, ended }: StartedProgram): Promise<URL> {
  const address = await new Promise<URL>((resolve, reject) => {
    void ended.then(() => reject(new Error(`The program ended: ${output()}`)));
    main.stderr?.on('data', () => {
      const found = /DevTools listening on ws:\/\/(127\.0\.0\.1:\d+)\//.exec(output())?.[1];
      if (found !== undefined) resolve(new URL(`http://${found}`));
    });
  });
  await expect.poll(() => hasWindow(address), { timeout: 30_000 }).toBe(true);
  return address;
}

async function hasWindow(address: URL): Promise<boolean> {
  const targets = (await (await fetch(new URL('/json/list', address))).json()) as { url: string }[];
  return targets.some(({ url }) => url.startsWith('muharrir://app/'));
}

/** Has Chromium save to `folder` without asking, as a person's answer in the dialog would, and gives the file's path. */
async function saved(
  browser: Browser,
  folder: string,
  trigger: () => Promise<void>,
): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  const options = { behavior: 'allow', downloadPath: folder, eventsEnabled: true } as const;
  await session.send('Browser.setDownloadBehavior', options);
  const file = new Promise<string>((resolve, reject) => {
    let name = '';
    session.on('Browser.downloadWillBegin', ({ suggestedFilename }) => (name = suggestedFilename));
    session.on('Browser.downloadProgress', ({ state }) => {
      if (state === 'completed') resolve(`${folder}/${name}`);
      if (state === 'canceled') reject(new Error('The download was given up.'));
    });
  });
  await trigger();
  const path = await file;
  await session.detach();
  return path;
}
