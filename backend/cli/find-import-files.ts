import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { formatOfName } from '../../core/importers/import-file.ts';
import { systemCode } from './cli-error.ts';

export interface ImportFiles {
  /** `label`: the path in the words of the person who gave it. In the order given, folders sorted, none twice. */
  files: { path: string; label: string }[];
  problems: { label: string; problem: 'missing' | 'unreadable' | 'empty-folder' }[];
}

/**
 * The files to import for `paths` (relative to `cwd`). A file that is named is taken as it is; of a folder, its
 * importable files at any depth, without hidden ones. Follows links, each folder once. Never throws.
 */
export async function findImportFiles(paths: readonly string[], cwd: string): Promise<ImportFiles> {
  const found: ImportFiles = { files: [], problems: [] };
  const seen = new Set<string>();
  for (const label of paths) {
    const path = resolve(cwd, label);
    const kind = await kindOf(path);
    if (kind === 'missing' || kind === 'unreadable') found.problems.push({ label, problem: kind });
    else if (kind === 'file') await addFile(path, label, seen, found);
    else if (!(await addFolder(path, label, seen, found)))
      found.problems.push({ label, problem: 'empty-folder' });
  }
  return found;
}

/** A name without an extension could be anything; named outright it is taken for text, in a folder it is passed over. */
function isImportable(name: string): boolean {
  return /^\.[a-z]/i.test(extname(name)) && formatOfName(name) !== null;
}

/** Whether the folder holds anything importable. */
async function addFolder(
  path: string,
  label: string,
  seen: Set<string>,
  found: ImportFiles,
): Promise<boolean> {
  let names: string[];
  try {
    const real = await realpath(path);
    if (seen.has(real)) return true;
    seen.add(real);
    names = await readdir(path);
  } catch {
    found.problems.push({ label, problem: 'unreadable' });
    return true;
  }
  let any = false;
  for (const name of names.toSorted(compareNames)) {
    if (name.startsWith('.')) continue;
    const inner = { path: join(path, name), label: join(label, name) };
    const kind = await kindOf(inner.path);
    if (kind === 'folder') any = (await addFolder(inner.path, inner.label, seen, found)) || any;
    if (kind !== 'file' || !isImportable(name)) continue;
    any = true;
    await addFile(inner.path, inner.label, seen, found);
  }
  return any;
}

async function addFile(path: string, label: string, seen: Set<string>, found: ImportFiles) {
  const real = await realpath(path).catch(() => path);
  if (seen.has(real)) return;
  seen.add(real);
  found.files.push({ path, label });
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'missing' | 'unreadable'> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : 'unreadable';
  } catch (error) {
    const code = systemCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
  }
}

/** The same order on every machine; numbers inside names count as numbers. */
function compareNames(a: string, b: string): number {
  const order = collator.compare(a, b);
  if (order !== 0) return order;
  return a < b ? -1 : 1;
}

const collator = new Intl.Collator('und', { numeric: true });
