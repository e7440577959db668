import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import { findElectron } from '../tools/electron-runtime/find-electron.ts';
import type { Door, DoorOptions } from './door.ts';

const root = path.resolve(import.meta.dirname, '..');

export interface ElectronDoor extends Door {
  /** Electron's main process. */
  readonly app: ElectronApplication;
  /** What a second start of the same program would be called with. */
  readonly command: { executable: string; args: string[] };
}

/** Opens the real window. The program is the built one in `dist/`. */
export async function openElectronDoor(options: DoorOptions): Promise<ElectronDoor> {
  const { folder, executable } = await findElectron();
  // Playwright finds the program by this variable. Told the program's path instead, it does not hold it back until it
  // listens, and misses the beginning of one start in twenty.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder;
  const args = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    root,
    '--library',
    options.library,
    `--user-data-dir=${options.profile}`,
  ];
  const app = await _electron.launch({
    args,
    colorScheme: options.colorScheme,
    timeout: 60_000,
  });
  const main = app.process();
  let output = '';
  for (const stream of [main.stdout, main.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const page = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }, size) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
  }, options.size);

  const ended = new Promise<void>((resolve) => {
    main.once('exit', () => resolve());
  });
  return {
    page,
    app,
    command: { executable, args },
    output: () => output,
    close: async () => {
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await ended;
    },
    kill: async () => {
      const backend = await backendProcess(app).catch(() => undefined);
      if (backend !== undefined) process.kill(backend, 'SIGKILL');
      main.kill('SIGKILL');
      await ended;
    },
    saved: async (trigger) => {
      const into = await mkdtemp(path.join(path.dirname(options.library), 'saved-'));
      const done = app.evaluate(
        ({ BrowserWindow }, target) =>
          new Promise<string>((resolve, reject) => {
            const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
            session?.once('will-download', (_event, item) => {
              item.setSavePath(`${target}/${item.getFilename()}`);
              item.once('done', (_done, state) =>
                state === 'completed' ? resolve(item.getSavePath()) : reject(new Error(state)),
              );
            });
          }),
        into,
      );
      await trigger();
      return done;
    },
  };
}

/** The process id of the backend, if there is one at this moment. */
export function backendProcess(app: ElectronApplication): Promise<number | undefined> {
  return app.evaluate(
    ({ app: electron }) =>
      electron.getAppMetrics().find(({ name }) => name === 'Muharrir backend')?.pid,
  );
}
