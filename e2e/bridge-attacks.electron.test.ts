import type { ElectronApplication } from '@playwright/test';
import { asThePage, pageCount } from './attack.ts';
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

test('of all senders, only the top frame of the program’s window on the program’s page gets a port', async ({
  openWindow,
}) => {
  const { app } = await openWindow();
  // Electron's own messages, as they arrive, with the sender that each line says.
  const answers = await app.evaluate(({ BrowserWindow, ipcMain }) => {
    const id = BrowserWindow.getAllWindows()[0]?.webContents.id ?? 0;
    const origin = 'muharrir://app';
    const ask = (from: { id: number; origin: string; parent: unknown; gone?: boolean }) => {
      const heard: string[] = [];
      const senderFrame = {
        origin: from.origin,
        parent: from.parent,
        isDestroyed: () => from.gone === true,
        postMessage: (_channel: string, { type }: { type: string }, ports: unknown[]) =>
          heard.push(`${type}, ports: ${ports.length}`),
      };
      const event = { sender: { id: from.id }, senderFrame };
      ipcMain.emit('muharrir', event, { type: 'muharrir:connect' });
      return heard;
    };
    return {
      page: ask({ id, origin, parent: null }),
      otherWindow: ask({ id: id + 1, origin, parent: null }),
      otherOrigin: ask({ id, origin: 'https://muharrir.example', parent: null }),
      otherHost: ask({ id, origin: 'muharrir://elsewhere', parent: null }),
      opaqueOrigin: ask({ id, origin: 'null', parent: null }),
      frameInside: ask({ id, origin, parent: {} }),
      frameGone: ask({ id, origin, parent: null, gone: true }),
    };
  });
  expect(answers).toEqual({
    page: ['muharrir:connected, ports: 1'],
    otherWindow: [],
    otherOrigin: [],
    otherHost: [],
    opaqueOrigin: [],
    frameInside: [],
    frameGone: [],
  });
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
