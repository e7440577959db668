import { app, BrowserWindow, dialog, shell, type WebContents } from 'electron';
import { linkTarget, readableAddress } from './link-target.ts';
import { pageAddress } from './page-files.ts';
import type { ShellStrings } from './strings.ts';

/**
 * Keeps every page where it is: no other address in the window, no new windows, no embedded views. A web or mail link
 * is put to the person first and then handed to the system.
 */
export function keepPagesInPlace(strings: () => ShellStrings): void {
  app.on('web-contents-created', (_event, contents) => {
    const leave = (event: { preventDefault: () => void }, address: string) => {
      // The page may load itself again, and nothing else.
      if (address === pageAddress) return;
      event.preventDefault();
      void askToOpen(contents, address, strings());
    };
    contents.on('will-navigate', (event) => leave(event, event.url));
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    // Electron asks about no `about:` address. A page that has gone to one is brought back.
    const comeBack = (address: string) => {
      if (address.startsWith('about:')) void contents.loadURL(pageAddress).catch(() => undefined);
    };
    contents.on('did-navigate', (_gone, address) => comeBack(address));
    contents.on('did-fail-load', (_gone, _code, _reason, address, isMainFrame) => {
      if (isMainFrame) comeBack(address);
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      void askToOpen(contents, url, strings());
      return { action: 'deny' };
    });
  });
}

const asking = new WeakSet<WebContents>();

/** Asks once at a time, so that a page cannot bury the person in questions. */
export async function askToOpen(
  contents: WebContents,
  address: string,
  strings: ShellStrings,
): Promise<void> {
  const target = linkTarget(address);
  const window = BrowserWindow.fromWebContents(contents);
  if (target === undefined || window === null || asking.has(contents)) return;
  asking.add(contents);
  try {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: strings.link.question,
      detail: readableAddress(target),
      buttons: [strings.link.open, strings.link.cancel],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (response === 0) await shell.openExternal(target);
  } catch {
    // The system has no program for it, or the window is gone: nothing to do for us.
  } finally {
    asking.delete(contents);
  }
}
