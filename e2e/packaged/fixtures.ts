import { test as base } from '@playwright/test';
import { Desk } from '../page-models/desk.ts';
import { install } from './installed-program.ts';
import type { InstalledProgram } from './installed-program.ts';
import { openPackagedDoor } from './packaged-door.ts';
import type { PackagedDoor } from './packaged-door.ts';

export { expect } from '@playwright/test';

export type PackagedProgram = PackagedDoor & { desk: Desk };

interface Fixtures {
  installed: InstalledProgram;
  /** Opens the installed program's window; again after `close`, it is the same library. */
  openProgram: () => Promise<PackagedProgram>;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the first argument destructured
  installed: async ({}, provide) => {
    const installed = await install();
    await provide(installed);
    await installed.remove();
  },
  openProgram: async ({ installed }, provide, info) => {
    let last: PackagedDoor | undefined;
    await provide(async () => {
      const door = await openPackagedDoor(installed);
      last = door;
      const desk = new Desk(door.page);
      await desk.ready();
      return { ...door, desk };
    });
    if (info.status === info.expectedStatus || last === undefined) return;
    const shot = info.outputPath('window.png');
    await last.page.screenshot({ path: shot, timeout: 5_000 }).catch(() => undefined);
    await info.attach('output', { body: last.output(), contentType: 'text/plain' });
  },
});
