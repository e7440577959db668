import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultLibraryPath } from '../backend/library-path.ts';

export interface ProgramArguments {
  /** Absolute path of the library file. */
  library: string;
  /** Absolute path of the folder for what the window itself keeps; one for each library. */
  userData: string;
}

export interface Surroundings {
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  home: string;
  /** The system's folder for programs' settings. */
  appData: string;
}

/**
 * What was asked for on the command line (`--library`, `--user-data-dir`) and in the environment (`MUHARRIR_LIBRARY`,
 * `MUHARRIR_USER_DATA`); switches of Chromium and Electron are passed over. The single-instance lock lives in
 * `userData`, hence a folder of its own for each library: two libraries may be open at once, one never twice.
 */
export function programArguments({
  argv,
  env,
  platform,
  home,
  appData,
}: Surroundings): ProgramArguments {
  const { values } = parseArgs({
    args: argv.slice(1),
    options: { library: { type: 'string' }, 'user-data-dir': { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const usual = defaultLibraryPath({ ...env, MUHARRIR_LIBRARY: undefined }, platform, home);
  const named = text(values['library']);
  const library = named === undefined ? defaultLibraryPath(env, platform, home) : resolve(named);
  const folder = text(values['user-data-dir']) ?? text(env['MUHARRIR_USER_DATA']);
  const base = folder === undefined ? join(appData, 'Muharrir') : resolve(folder);
  if (folder !== undefined || library === usual) return { library, userData: base };
  const key = createHash('sha256').update(library).digest('hex').slice(0, 16);
  return { library, userData: join(base, 'libraries', key) };
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
