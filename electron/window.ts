import { BrowserWindow, clipboard, dialog, Menu, nativeTheme, screen } from 'electron';
import type { Theme } from '../core/bridge.ts';
import { askToOpen } from './leave-page.ts';
import { contextMenu } from './menu.ts';
import { pageAddress } from './page-files.ts';
import type { ShellSettings } from './shell-settings.ts';
import type { ShellStrings } from './strings.ts';
import { fitBounds, leastSize } from './window-bounds.ts';

export interface WindowOptions {
  preload: string;
  icon: string | undefined;
  settings: ShellSettings;
  strings: () => ShellStrings;
  /** Told where the window stands whenever that has changed. */
  onPlaced: (place: Pick<ShellSettings, 'bounds' | 'maximized'>) => void;
}

/** Opens the one window, on the page. It is shown once the page has been painted. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { settings, strings } = options;
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(
    (display) => display.workArea,
  );
  const window = new BrowserWindow({
    ...fitBounds(settings.bounds, areas),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: strings().title,
    backgroundColor: pageColour(settings.theme),
    ...(options.icon === undefined ? {} : { icon: options.icon }),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium would fetch dictionaries over the network; only macOS brings its own.
      spellcheck: process.platform === 'darwin',
    },
  });
  // A call over WebRTC knows neither the page's policy nor the session's filter of requests: no address for it to use.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  if (settings.maximized === true) window.maximize();
  window.setMenuBarVisibility(false);
  window.once('ready-to-show', () => window.show());
  rememberPlace(window, options.onPlaced);
  offerContextMenu(window, strings);
  guardClosing(window, strings);
  mendCrashes(window, strings);
  void window.loadURL(pageAddress).catch(() => window.show());
  return window;
}

/** The colour behind the page until it is painted, so that a dark page does not flash white. */
export function pageColour(theme: Theme | undefined): string {
  return (theme ?? (nativeTheme.shouldUseDarkColors ? 'dark' : 'light')) === 'dark'
    ? '#1b1a18'
    : '#faf8f4';
}

function rememberPlace(window: BrowserWindow, onPlaced: WindowOptions['onPlaced']): void {
  const tell = () =>
    onPlaced({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  window.on('close', tell);
  window.on('resized', tell);
  window.on('moved', tell);
}

function offerContextMenu(window: BrowserWindow, strings: () => ShellStrings): void {
  const { webContents } = window;
  webContents.on('context-menu', (_event, place) => {
    const items = contextMenu(place, strings(), {
      replaceMisspelling: (word) => webContents.replaceMisspelling(word),
      openLink: (address) => void askToOpen(webContents, address, strings()),
      copyText: (text) => clipboard.writeText(text),
    });
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}

/** Milliseconds after a refused closing from which a further try means: close it, saved or not. */
const patience = 5_000;

/**
 * The page refuses to close while a save is under way and then closes itself. Nobody is locked in for that: when the
 * page hangs, or still refuses some seconds later, the person decides.
 */
function guardClosing(window: BrowserWindow, strings: () => ShellStrings): void {
  let refusedAt: number | undefined;
  let asking = false;
  const ask = async (words: { message: string; detail: string; wait: string; close: string }) => {
    if (asking || window.isDestroyed()) return;
    asking = true;
    const { message, detail, wait, close } = words;
    const buttons = [wait, close];
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    asking = false;
    refusedAt = undefined;
    if (response === 1 && !window.isDestroyed()) window.destroy();
  };
  window.webContents.on('will-prevent-unload', () => {
    refusedAt ??= performance.now();
    if (performance.now() - refusedAt > patience) void ask(strings().saving);
  });
  // Electron also reports a window as not responding when it is still open five seconds after it was told to close.
  window.on('unresponsive', () => {
    void ask(refusedAt === undefined ? strings().hung : strings().saving);
  });
}

/** A page that died is loaded again, once a minute at most; then the person is asked. */
function mendCrashes(window: BrowserWindow, strings: () => ShellStrings): void {
  let mendedAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    if (performance.now() - mendedAt > 60_000) {
      mendedAt = performance.now();
      window.webContents.reload();
    } else void askAfterCrash(window, strings());
  });
}

async function askAfterCrash(window: BrowserWindow, { crashed }: ShellStrings): Promise<void> {
  const { message, detail, reload, close } = crashed;
  const buttons = [reload, close];
  const words = { message, detail, buttons };
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    ...words,
    cancelId: 1,
    noLink: true,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else window.destroy();
}
