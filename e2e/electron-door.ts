import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { findElectron } from '../tools/electron-runtime/find-electron.ts';
import type { Door, DoorOptions } from './door.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Opens the real window. The program is the built one in `dist/`. */
export async function openElectronDoor(options: DoorOptions): Promise<Door> {
  const { folder } = await findElectron();
  // Playwright finds the program by this variable. Told the program's path instead, it does not hold it back until it
  // listens, and misses the beginning of one start in twenty.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder;
  const app = await _electron.launch({
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      root,
      '--library',
      options.library,
      `--user-data-dir=${options.profile}`,
    ],
    colorScheme: options.colorScheme,
    timeout: 60_000,
  });
  const page = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }, size) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
  }, options.size);

  const ended = new Promise<void>((resolve) => {
    app.process().once('exit', () => resolve());
  });
  return {
    page,
    close: async () => {
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await ended;
    },
    kill: async () => {
      app.process().kill('SIGKILL');
      await ended;
    },
    saved: async (trigger) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'muharrir-saved-'));
      const done = app.evaluate(
        ({ BrowserWindow }, into) =>
          new Promise<string>((resolve, reject) => {
            const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
            session?.once('will-download', (_event, item) => {
              item.setSavePath(`${into}/${item.getFilename()}`);
              item.once('done', (_done, state) =>
                state === 'completed' ? resolve(item.getSavePath()) : reject(new Error(state)),
              );
            });
          }),
        folder,
      );
      await trigger();
      return done;
    },
  };
}
