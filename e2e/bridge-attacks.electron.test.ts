import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { asThePage, listeningServer, pageCount } from './attack.ts';
import { expect, test } from './fixtures.ts';

/** Takes note of all that arrives over the one IPC channel: type, and whether a frame of the own window sent it. */
async function listenIn(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ BrowserWindow, ipcMain }) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const own = BrowserWindow.getAllWindows()[0]?.webContents;
    ipcMain.on('muharrir', ({ sender }, said: { type: string; language?: string }) => {
      const words = [said.type, said.language ?? ''].join(' ').trim();
      heard.push(`${words} from ${sender === own ? 'the page' : 'elsewhere'}`);
    });
  });
  return () => app.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

test('a frame inside the page has no bridge, and what it says is not taken for the page’s word', async ({
  openWindow,
}) => {
  const { page, app } = await openWindow();
  const heard = await listenIn(app);
  await page.evaluate(() => {
    document.body.append(document.createElement('iframe'));
  });
  const frame = page.frames().find((one) => one !== page.mainFrame());
  await frame?.evaluate(() => {
    for (const target of [window, window.parent])
      target.postMessage({ type: 'muharrir:retry' }, '*');
  });
  // Said later by the page itself, it arrives later.
  await page.evaluate(() => {
    const said = { type: 'muharrir:appearance', language: 'en', theme: 'light' };
    window.postMessage(said, window.location.origin);
  });
  await expect.poll(heard).toContain('muharrir:appearance en from the page');
  expect((await heard()).filter((line) => line.startsWith('muharrir:retry'))).toEqual([]);
});

// A preload that says what ours would, and hands back what it was answered.
const foreignPreload = `
  const { ipcRenderer } = require('electron');
  const answers = [];
  ipcRenderer.on('muharrir', ({ ports }, { type }) => {
    answers.push(type + ', ports: ' + ports.length);
    if (type === 'after') ipcRenderer.send('answers', answers);
  });
  ipcRenderer.on('speak', () => ipcRenderer.send('muharrir', { type: 'muharrir:connect' }));
`;

/** What a new window on `page` is answered after asking for the backend. */
async function answersTo(
  app: ElectronApplication,
  page: string,
  preferences: { preload: string; partition?: string },
): Promise<string[]> {
  return app.evaluate(
    async ({ BrowserWindow, ipcMain }, wanted) => {
      const foreign = new BrowserWindow({
        show: false,
        webPreferences: wanted.preferences,
      });
      const spoken = new Promise<void>((resolve) => {
        ipcMain.on('muharrir', ({ sender }) => {
          if (sender === foreign.webContents) resolve();
        });
      });
      const answered = new Promise<string[]>((resolve) => {
        ipcMain.once('answers', (_event, list: string[]) => resolve(list));
      });
      await foreign.loadURL(wanted.page);
      foreign.webContents.send('speak');
      await spoken;
      // An answer would have been sent before this, the same way.
      foreign.webContents.send('muharrir', { type: 'after' });
      return answered.finally(() => foreign.destroy());
    },
    { page, preferences },
  );
}

const connect = 'muharrir:connect from elsewhere';

test('a window on a page of another origin is answered nothing and gets no port', async ({
  openWindow,
  folder,
}) => {
  const { app } = await openWindow();
  const heard = await listenIn(app);
  const server = await listeningServer();
  const preload = path.join(folder, 'preload.cjs');
  await writeFile(preload, foreignPreload);
  const preferences = { preload, partition: 'foreign' };
  const answers = await answersTo(app, `http://${server.host}/`, preferences);
  expect((await heard()).filter((line) => line.endsWith('elsewhere'))).toEqual([connect]);
  expect(answers).toEqual(['after, ports: 0']);
  await server.close();
});

test('a window that the program has not opened gets no port either, even on the program’s page', async ({
  openWindow,
  folder,
}) => {
  const { app } = await openWindow();
  const heard = await listenIn(app);
  const preload = path.join(folder, 'preload.cjs');
  await writeFile(preload, foreignPreload);
  const answers = await answersTo(app, 'muharrir://app/index.html', { preload });
  expect((await heard()).filter((line) => line.endsWith('elsewhere'))).toEqual([connect]);
  expect(answers).toEqual(['after, ports: 0']);
});

test('neither Node nor Electron is within the page’s reach, nor a view to get one', async ({
  openWindow,
}) => {
  const { page, app } = await openWindow();
  const reachable = await asThePage(page, () =>
    ['require', 'process', 'Buffer', 'module', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(reachable).toEqual([]);
  const view = await asThePage(page, () => {
    const made = document.createElement('webview');
    for (const [name, value] of [
      ['src', 'https://example.org/'],
      ['nodeintegration', ''],
    ] as const)
      made.setAttribute(name, value);
    document.body.append(made);
    return ['loadURL' in made, made.shadowRoot];
  });
  expect(view).toEqual([false, null]);
  expect(await pageCount(app)).toBe(1);
});
