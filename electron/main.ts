import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, dialog, Menu, session, utilityProcess, type BrowserWindow } from 'electron';
import {
  startBackend,
  type Backend,
  type BackendFailure,
  type LibraryCopy,
} from './backend-process.ts';
import { refuseDebugging } from './debugging-port.ts';
import { listenToPage, notifyPage } from './ipc.ts';
import { keepPagesInPlace } from './leave-page.ts';
import { applicationMenu } from './menu.ts';
import { registerPageScheme, servePage } from './page-protocol.ts';
import { programArguments } from './program-arguments.ts';
import { readShellSettings, writeShellSettings, type ShellSettings } from './shell-settings.ts';
import { shellStrings } from './strings.ts';
import { openWindow, pageColour } from './window.ts';

const dist = join(import.meta.dirname, '..');
const { library, userData } = programArguments({
  argv: process.argv,
  env: process.env,
  platform: process.platform,
  home: homedir(),
  appData: app.getPath('appData'),
});
const settingsFile = join(userData, 'window.json');
let settings: ShellSettings = readShellSettings(settingsFile);
let window: BrowserWindow | undefined;
let backend: Backend | undefined;

app.setPath('userData', userData);
if (app.isPackaged) refuseDebugging(app.commandLine, process.env);
registerPageScheme();
keepPagesInPlace(strings);

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => app.quit());
  closeBackendLast();
  // Not awaited: Electron holds the event back until this module has run to its end.
  void app.whenReady().then(run);
} else {
  process.stderr.write(`${library} is already open: its window comes to the front.\n`);
  app.quit();
}

function run(): void {
  servePage(session.defaultSession, join(dist, 'renderer'));
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(strings(), process.platform)));
  backend = startBackend({
    fork: forkBackend,
    onFailed: (failure) => void explainFailure(failure),
    onUnavailable,
  });
  listenToPage({
    connect: (port, retry) => backend?.connect(port, retry),
    appearance: ({ language, theme }) => {
      const spoke = settings.language;
      remember({ language, theme });
      window?.setBackgroundColor(pageColour(theme));
      if (spoke !== language)
        Menu.setApplicationMenu(
          Menu.buildFromTemplate(applicationMenu(strings(), process.platform)),
        );
    },
    isOwnWindow: (id) =>
      window !== undefined && !window.isDestroyed() && window.webContents.id === id,
  });
  const icon = join(dist, '..', 'resources', 'icons', '256x256.png');
  window = openWindow({
    preload: join(dist, 'electron', 'preload.cjs'),
    icon: existsSync(icon) ? icon : undefined,
    settings,
    strings,
    onPlaced: remember,
  });
}

function forkBackend(copy: LibraryCopy | undefined) {
  const entry = join(dist, 'backend', 'process.js');
  const which =
    copy === undefined
      ? ['--library', library]
      : ['--library', copy.path, '--copy-of', copy.original];
  return utilityProcess.fork(entry, [...which, '--door', 'desktop'], {
    serviceName: 'Muharrir backend',
  });
}

function onUnavailable({ code }: BackendFailure): void {
  if (window !== undefined && !window.isDestroyed()) {
    notifyPage(window.webContents.mainFrame, { type: 'muharrir:unavailable', code });
  }
}

/** Says why the library could not be opened and what to do, then ends with exit code 1. */
async function explainFailure({ code }: BackendFailure): Promise<void> {
  const { failed } = strings();
  const detail = failed.byCode[code]?.(library) ?? `${failed.other}\n${library}\n${code}`;
  process.stderr.write(`${failed.title}: ${detail.replaceAll('\n', ' ')}\n`);
  window?.hide();
  await dialog.showMessageBox({
    type: 'error',
    message: failed.title,
    detail,
    buttons: [failed.quit],
    noLink: true,
  });
  app.exit(1);
}

/** The backend outlives the window: what the page sent last is on disk before the program ends. */
function closeBackendLast(): void {
  let closed = false;
  const finish = async (last: Backend) => {
    await last.close();
    closed = true;
    app.quit();
  };
  app.on('will-quit', (event) => {
    if (closed || backend === undefined) return;
    event.preventDefault();
    void finish(backend);
  });
}

function showWindow(): void {
  if (window === undefined || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function remember(change: ShellSettings): void {
  settings = { ...settings, ...change };
  writeShellSettings(settingsFile, settings);
}

function strings() {
  return shellStrings(settings.language ?? (app.getLocale().startsWith('ar') ? 'ar' : 'en'));
}
