import { accessSync, constants, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { isSystemError } from './sqlite-file.ts';

/** Whether an existing library and the folder it is in can be written, as WAL needs even for reading. */
export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EACCES', 'EROFS', 'EPERM')) return false;
    throw error;
  }
}

/**
 * A copy of the library, with its pending WAL, in a temporary folder of its own; answers the copy's path. Another process
 * may be writing the original: it is copied again until it stood still. Throws LIBRARY_IN_USE where it never did.
 */
export function copyLibrary(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'muharrir-'));
  const copy = join(folder, basename(path));
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const before = describe(path);
      copyFileSync(path, copy);
      if (statSync(`${path}-wal`, { throwIfNoEntry: false }) === undefined)
        rmSync(`${copy}-wal`, { force: true });
      else copyFileSync(`${path}-wal`, `${copy}-wal`);
      if (describe(path) === before) return copy;
    }
    throw new AppError('LIBRARY_IN_USE', { path, pid: null, door: null, since: null });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function describe(path: string): string {
  return [path, `${path}-wal`]
    .map((file) => statSync(file, { throwIfNoEntry: false, bigint: true }))
    .map((stat) => (stat === undefined ? 'none' : `${stat.size}/${stat.mtimeNs}`))
    .join(' ');
}
