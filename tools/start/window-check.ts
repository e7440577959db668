import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { oneLine } from '../terminal.ts';

export type WindowCheck =
  | { can: true; flags: string[]; notice?: string }
  | { can: false; reason: string };

/** Whether this session has a display at all; a reason in words where it has none. */
export function displayReason(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): string | undefined {
  if (platform !== 'linux') return undefined;
  if (env['DISPLAY'] || env['WAYLAND_DISPLAY']) return undefined;
  return 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)';
}

/**
 * Lets the program run as plain Node with `--version`: that loads every shared library, needs no display, and ends. Gives the flags it needs here,
 * or the reason why it does not run.
 */
export async function checkElectron(
  executable: string,
  env: NodeJS.ProcessEnv,
): Promise<WindowCheck> {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const flags = root ? ['--no-sandbox'] : [];
  try {
    await promisify(execFile)(executable, ['--version'], {
      env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
      timeout: 30_000,
    });
  } catch (error) {
    return { can: false, reason: brokenReason(error) };
  }
  if (root)
    return {
      can: true,
      flags,
      notice: 'Running as root: Chromium’s sandbox is off (--no-sandbox).',
    };
  const sandbox = await sandboxReason(executable);
  return sandbox === undefined ? { can: true, flags } : { can: false, reason: sandbox };
}

function brokenReason(error: unknown): string {
  const stderr =
    typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : '';
  const library = /error while loading shared libraries: ([^:]+):/.exec(stderr)?.[1];
  if (library !== undefined)
    return `the system library ${library} is missing (see the README for the packages)`;
  return `Electron does not run here (${oneLine(stderr.trim() === '' ? error : stderr)})`;
}

/** Chromium’s sandbox needs its helper installed for root, or user namespaces, which some systems and containers forbid. */
async function sandboxReason(executable: string): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  const helper = await stat(join(dirname(executable), 'chrome-sandbox')).catch(() => undefined);
  if (helper?.uid === 0 && (helper.mode & 0o4000) !== 0) return undefined;
  try {
    await promisify(execFile)('unshare', ['--user', '--map-root-user', 'true'], {
      timeout: 10_000,
    });
    return undefined;
  } catch (error) {
    // Where the probing program itself is missing, Electron gets the benefit of the doubt.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return 'Chromium’s sandbox is not allowed here (this system forbids user namespaces to ordinary programs)';
  }
}
