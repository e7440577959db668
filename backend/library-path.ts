import { posix, win32 } from 'node:path';

export type LibraryEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Absolute path of the library used when nobody named one; the desktop window, the browser door and the CLI agree on it.
 * `MUHARRIR_LIBRARY` names it outright (relative to the current folder where it is not absolute).
 * Linux: `$XDG_DATA_HOME` or `~/.local/share`, then `muharrir/library.muharrir`; macOS: `~/Library/Application Support/Muharrir/`;
 * Windows: `%APPDATA%\Muharrir\`. Nothing is created. Never throws.
 */
export function defaultLibraryPath(
  env: LibraryEnvironment,
  platform: NodeJS.Platform,
  home: string,
): string {
  const path = platform === 'win32' ? win32 : posix;
  const named = env['MUHARRIR_LIBRARY'];
  if (named !== undefined && named !== '') return path.resolve(named);
  return path.join(dataFolder(env, platform, home), 'library.muharrir');
}

function dataFolder(env: LibraryEnvironment, platform: NodeJS.Platform, home: string): string {
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Muharrir');
  if (platform === 'win32') {
    const roaming = env['APPDATA'];
    const base =
      roaming !== undefined && win32.isAbsolute(roaming)
        ? roaming
        : win32.join(home, 'AppData', 'Roaming');
    return win32.join(base, 'Muharrir');
  }
  // The XDG specification has a relative value ignored.
  const xdg = env['XDG_DATA_HOME'];
  const base =
    xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share');
  return posix.join(base, 'muharrir');
}
