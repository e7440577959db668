import { basename, join } from 'node:path';
import { buildAll, projectFolder } from './build.ts';
import { findElectron, routeSentence } from './electron-runtime/find-electron.ts';
import { electronVersion, pinnedRuntime } from './electron-runtime/pinned-runtime.ts';
import { writeArchive } from './package/archive.ts';
import { checkProgram, sizeLines } from './package/check-program.ts';
import { placeRuntime } from './package/place-runtime.ts';
import { packagedProgram, type PackagedProgram } from './package/program-layout.ts';
import { Refusal, runTool, say } from './terminal.ts';

/** `npm run package`: the unpacked program and its `.tar.gz` for this system in `release/`, without the network. */
export function packageCommand(): Promise<void> {
  return runTool(async (signal) => {
    const [extra] = process.argv.slice(2);
    if (extra !== undefined) throw new Refusal(`npm run package takes no options (${extra}).`);
    for (const line of await packageProgram(signal, say)) process.stdout.write(`${line}\n`);
    return 0;
  });
}

/**
 * Builds, packs the program around the runtime found on this machine, checks what came out, and archives it. Everything
 * lies in `release/`. Gives the size of each part, a line each. @throws Refusal in a sentence
 */
export async function packageProgram(
  signal: AbortSignal,
  tell: (line: string) => void,
): Promise<string[]> {
  if (await buildAll()) tell('Built.');
  const electron = await findElectron({ signal, say: tell });
  tell(routeSentence(electron));
  const runtimeFolder = join(projectFolder, 'node_modules', '.cache', 'packaged-runtime');
  const pinned = process.platform === 'linux' && process.arch === 'x64';
  const checksums = pinned ? pinnedRuntime().checksums : undefined;
  const runtime = await placeRuntime(electron.folder, runtimeFolder, checksums);
  signal.throwIfAborted();
  await pack(runtimeFolder);
  signal.throwIfAborted();
  const made = await packagedProgram();
  const files = await checkProgram(made, process.platform === 'linux' ? runtime : undefined);
  tell(`Packed: ${files} files, all of them known; the fuses stand as they should.`);
  await archiveProgram(made, signal);
  return sizeLines(made);
}

async function pack(runtimeFolder: string): Promise<void> {
  // No certificate is looked for: what this makes is for this machine and for tests.
  process.env['CSC_IDENTITY_AUTO_DISCOVERY'] = 'false';
  // Loaded late: it reads the environment when loaded, and takes a second.
  const { build, Platform } = await import('electron-builder');
  await build({
    projectDir: projectFolder,
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: { electronDist: runtimeFolder, electronVersion },
  }).catch((error: unknown) => {
    const said = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
    throw new Refusal(`electron-builder failed: ${said.trim().slice(0, 500)}`);
  });
}

async function archiveProgram({ folder, archive }: PackagedProgram, signal: AbortSignal) {
  // Unpacked by root, Chromium's sandbox then also works where ordinary programs may not make user namespaces.
  const modes = { 'chrome-sandbox': 0o4755 };
  const prefix = process.platform === 'darwin' ? basename(folder) : basename(archive, '.tar.gz');
  await writeArchive({ folder, file: archive, prefix, modes, signal });
}
