import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { openBrowserDoor } from './browser-door.ts';
import type { Door, DoorOptions } from './door.ts';
import { openElectronDoor } from './electron-door.ts';

export { expect } from '@playwright/test';

/** Opens the program on this test's own library; again after `close` or `kill`, it is the same library. */
export type OpenProgram = (options?: Partial<DoorOptions>) => Promise<Door>;

export const test = base.extend<{ folder: string; openProgram: OpenProgram }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the first argument destructured
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'muharrir-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  openProgram: async ({ folder }, use, info) => {
    const running = new Set<Door>();
    await use(async (options = {}) => {
      const open = info.project.name === 'electron' ? openElectronDoor : openBrowserDoor;
      const door = await open({
        library: path.join(folder, 'library.muharrir'),
        profile: path.join(folder, 'profile'),
        size: { width: 1440, height: 900 },
        colorScheme: 'light',
        ...options,
      });
      const opened: Door = {
        ...door,
        close: async () => {
          running.delete(opened);
          await door.close();
        },
        kill: async () => {
          running.delete(opened);
          await door.kill();
        },
      };
      running.add(opened);
      return opened;
    });
    for (const door of running) {
      if (info.status !== info.expectedStatus) {
        await door.page.screenshot({ path: info.outputPath('failure.png') }).catch(() => undefined);
      }
      await door.kill();
    }
  },
});
