import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Refusal } from '../terminal.ts';
import { openResponse } from './download-file.ts';

/** Folder of the `electron` package. @throws when it is not installed. */
export function electronPackage(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

/** The official runtime in `node_modules/electron/dist`, or undefined where it is absent, cut short or of another version. */
export async function officialRuntime(version: string): Promise<string | undefined> {
  const folder = join(electronPackage(), 'dist');
  try {
    const found = (await readFile(join(folder, 'version'), 'utf8')).replace(/^v/, '');
    // Written last by Electron's installer: without it the folder may be half unpacked.
    await readFile(join(electronPackage(), 'path.txt'), 'utf8');
    return found === version ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** One byte of the official archive, within eight seconds: a firewall must not make a start hang. @throws Refusal */
export async function checkOfficialHost(
  version: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<void> {
  const mirror = env['npm_config_electron_mirror'] ?? env['ELECTRON_MIRROR'];
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/';
  const url = URL.parse(
    `${base}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`,
  );
  if (url === null) throw new Refusal(`ELECTRON_MIRROR is not an address: ${base}`);
  const limit = AbortSignal.timeout(8_000);
  try {
    const both = AbortSignal.any([signal, limit]);
    (
      await openResponse(url, { signal: both, headers: { range: 'bytes=0-0' }, idle: 8_000 })
    ).destroy();
  } catch (error) {
    signal.throwIfAborted();
    throw limit.aborted ? new Refusal(`${url.host} did not answer within 8 seconds.`) : error;
  }
}

/** Runs Electron's own installer, at most 15 minutes; it checks what it fetched. @throws Refusal with its first line. */
export async function downloadOfficial(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const limit = AbortSignal.timeout(900_000);
  const child = spawn(process.execPath, [join(electronPackage(), 'install.js')], {
    env,
    signal: AbortSignal.any([signal, limit]),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaint.length < 4_000) complaint += text;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  signal.throwIfAborted();
  if (limit.aborted) throw new Refusal('Electron’s own download took longer than 15 minutes.');
  if (code !== 0)
    throw new Refusal(complaint.trim().split('\n', 1)[0] ?? 'Electron’s own download failed.');
}
