import { copyFile, link, mkdir, symlink, readlink, lstat, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkFolder, filesUnder, type ChecksumList } from '../electron-runtime/checksum-list.ts';

/** What is in a runtime's folder and belongs to no packaged program: its loader, and notes about the runtime itself. */
const dropped =
  /^(resources\/|\.sizes\.json$|version$)|^Electron\.app\/Contents\/Resources\/default_app\.asar$/;

/**
 * Makes `target` a copy of the runtime in `source` for electron-builder's `electronDist`, without its loader, and gives
 * the paths of the copied files. Files are linked where the disk allows it: electron-builder only reads them. Where
 * `checksums` are given, every file is checked first, whatever way the runtime came.
 * @throws Refusal naming the file that is not the listed one
 */
export async function placeRuntime(
  source: string,
  target: string,
  checksums: ChecksumList | undefined,
): Promise<string[]> {
  if (checksums !== undefined) await checkFolder(source, checksums, ['resources/', '.sizes.json']);
  await rm(target, { recursive: true, force: true });
  const files = (await filesUnder(source)).filter((path) => !dropped.test(path));
  for (const path of files) {
    const [from, to] = [join(source, path), join(target, path)];
    await mkdir(dirname(to), { recursive: true });
    if ((await lstat(from)).isSymbolicLink()) await symlink(await readlink(from), to);
    else await link(from, to).catch(() => copyFile(from, to));
  }
  return files;
}
