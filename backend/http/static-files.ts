import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { readFilePath } from './file-path.ts';

export interface StaticFile {
  contentType: string;
  /** Names under `assets/` carry a hash of their content: those can be kept for good. */
  immutable: boolean;
  read(): Promise<Buffer>;
}

/**
 * The files of a built page by path from its root, as they stand now. Only what is in this list is ever served, so
 * no request can name another file: links, hidden files, source maps and unknown types are left out.
 * Throws the system's error where the folder cannot be read.
 */
export async function listStaticFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const files = new Map<string, StaticFile>();
  await collect(folder, '', files);
  return files;
}

async function collect(folder: string, prefix: string, files: Map<string, StaticFile>) {
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`;
    if (readFilePath(`/${path}`) === undefined) continue;
    if (entry.isDirectory()) await collect(folder, `${path}/`, files);
    const contentType = contentTypes.get(extname(entry.name).toLowerCase());
    if (!entry.isFile() || contentType === undefined) continue;
    files.set(path, {
      contentType,
      immutable: path.startsWith('assets/'),
      read: () => readFile(join(folder, path)),
    });
  }
}

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
  ['.txt', 'text/plain; charset=utf-8'],
]);
