import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import type { TestInfo } from '@playwright/test';
import type { Settings } from '../core/settings.ts';
import { openBrowserDoor } from './browser-door.ts';
import type { BrowserDoor } from './browser-door.ts';
import type { Door, DoorOptions } from './door.ts';
import { openElectronDoor } from './electron-door.ts';
import type { ElectronDoor } from './electron-door.ts';
import { Desk } from './page-models/desk.ts';

export { expect } from '@playwright/test';

/** A door with the desk behind it, ready to be worked with. */
export type Program<D extends Door = Door> = D & { desk: Desk };

/**
 * `language`: the one the library's settings name, if not Arabic. Opens the program on this test's own library and profile; again after `close` or `kill`, they are the same. A test
 * that fails leaves a screenshot and the program's output.
 */
export type OpenProgram<D extends Door = Door> = (
  options?: Partial<DoorOptions> & { language?: Settings['interfaceLanguage'] },
) => Promise<Program<D>>;

interface Fixtures {
  /** This test's own folder. */
  folder: string;
  /** The library that `openProgram` opens. */
  library: string;
  /** Through the door of the running project. */
  openProgram: OpenProgram;
  openInBrowser: OpenProgram<BrowserDoor>;
  openWindow: OpenProgram<ElectronDoor>;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the first argument destructured
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'muharrir-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  library: async ({ folder }, use) => use(path.join(folder, 'library.muharrir')),
  openProgram: async ({ folder, library }, use, info) =>
    info.project.name === 'electron'
      ? withPrograms(openElectronDoor, folder, library, info, use)
      : withPrograms(openBrowserDoor, folder, library, info, use),
  openInBrowser: async ({ folder, library }, use, info) =>
    withPrograms(openBrowserDoor, folder, library, info, use),
  openWindow: async ({ folder, library }, use, info) =>
    withPrograms(openElectronDoor, folder, library, info, use),
});

/** Lends a function that opens programs; those still running when the test is over are killed. */
async function withPrograms<D extends Door>(
  open: (options: DoorOptions) => Promise<D>,
  folder: string,
  library: string,
  info: TestInfo,
  use: (openProgram: OpenProgram<D>) => Promise<void>,
): Promise<void> {
  const opened: D[] = [];
  const running = new Set<D>();
  await use(async ({ language = 'ar', ...options } = {}) => {
    const door = await open({
      library,
      profile: path.join(folder, 'profile'),
      size: { width: 1440, height: 900 },
      colorScheme: 'light',
      ...options,
    });
    opened.push(door);
    running.add(door);
    const end = (how: () => Promise<void>) => async () => {
      running.delete(door);
      await how();
    };
    // Playwright answers file dialogs only while somebody listens, and begins to a moment after being told: a dialog that
    // comes at once would be the system's own.
    door.page.on('filechooser', () => undefined);
    const desk = new Desk(door.page, language);
    await desk.ready();
    return { ...door, desk, close: end(door.close), kill: end(door.kill) };
  });
  const isFailed = info.status !== info.expectedStatus;
  for (const [index, door] of opened.entries()) {
    if (isFailed) await leaveTraces(door, info, `program-${index + 1}`);
    if (running.has(door)) await door.kill();
  }
}

async function leaveTraces(door: Door, info: TestInfo, name: string): Promise<void> {
  const output = info.outputPath(`${name}.txt`);
  await writeFile(output, door.output());
  await info.attach(`${name} output`, { path: output });
  const screenshot = info.outputPath(`${name}.png`);
  const isTaken = await door.page.screenshot({ path: screenshot }).then(
    () => true,
    () => false,
  );
  if (isTaken) await info.attach(`${name} window`, { path: screenshot });
}
