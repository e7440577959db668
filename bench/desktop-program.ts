import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAll, projectFolder } from '../tools/build.ts';
import { findElectron } from '../tools/electron-runtime/find-electron.ts';
import { checkElectron } from '../tools/start/window-check.ts';
import { Refusal } from '../tools/terminal.ts';
import { virtualDisplay } from '../tools/test/virtual-display.ts';
import { until } from './bench-run.ts';
import { WindowDriver } from './window-driver.ts';

/** The programs that are started, and what they need to be. */
export interface DesktopPrograms {
  /** Whether the program is the packaged one in `release/`; else it is `dist/` in the bare runtime. */
  packaged: boolean;
  startProgram: (library: string, profile: string) => Promise<StartedWindow>;
  startEmptyWindow: (profile: string) => Promise<StartedWindow>;
  close: () => Promise<void>;
}

export interface StartedWindow {
  driver: WindowDriver;
  /** Process id of Electron's main process. */
  pid: number;
  /** When the process was started, in `performance.now()`. */
  startedAt: number;
  /** Closes the window as a person does; ends the process where it does not end by itself within 15 seconds. */
  close: () => Promise<void>;
}

/** @throws Refusal where no Electron window can be opened here */
export async function desktopPrograms(signal: AbortSignal): Promise<DesktopPrograms> {
  await buildAll();
  const electron = await findElectron({ signal });
  const check = await checkElectron(electron.executable, process.env);
  if (!check.can) throw new Refusal(`No window can be opened: ${check.reason}.`);
  const display = process.platform === 'linux' ? await virtualDisplay() : undefined;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined, DISPLAY: display?.name };
  const packaged = join(projectFolder, 'release', 'linux-unpacked', 'muharrir');
  const isPackaged = await access(packaged).then(
    () => true,
    () => false,
  );
  const start = (executable: string, before: string[], after: string[], profile: string) =>
    startWindow(
      executable,
      [...check.flags, ...before, ...debugging, `--user-data-dir=${profile}`, ...after],
      env,
    );
  return {
    packaged: isPackaged,
    startProgram: (library, profile) =>
      isPackaged
        ? start(packaged, [], ['--library', library], profile)
        : start(electron.executable, [projectFolder], ['--library', library], profile),
    startEmptyWindow: (profile) =>
      start(electron.executable, [join(projectFolder, 'bench', 'empty-window')], [], profile),
    close: async () => display?.close(),
  };
}

const debugging = ['--remote-debugging-port=0', '--remote-debugging-address=127.0.0.1'];

async function startWindow(
  executable: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<StartedWindow> {
  const startedAt = performance.now();
  const child = spawn(executable, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    const port = await debuggingPort(child);
    const target = await until('the window', 60_000, () => pageTarget(port), 3);
    const driver = await WindowDriver.connect(target);
    return {
      driver,
      pid: child.pid ?? 0,
      startedAt,
      close: async () => {
        const limit = setTimeout(() => child.kill('SIGKILL'), 15_000);
        await driver.closeWindow();
        await ended;
        clearTimeout(limit);
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** Chromium says on standard error where it listens. */
function debuggingPort(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The program ended with ${code}: ${output.trim().split('\n').at(-1)}`)),
    );
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(output)?.[1];
      if (port !== undefined) resolve(port);
    });
  });
}

async function pageTarget(port: string): Promise<string | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = (await response.json()) as {
      type: string;
      url: string;
      webSocketDebuggerUrl: string;
    }[];
    return targets.find(({ type, url }) => type === 'page' && !/^(about|devtools):/.test(url))
      ?.webSocketDebuggerUrl;
  } catch {
    return undefined;
  }
}
