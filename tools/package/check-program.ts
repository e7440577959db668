import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { filesUnder } from '../electron-runtime/checksum-list.ts';
import { isEntry, Refusal, runTool, say } from '../terminal.ts';
import { asarFiles } from './asar-files.ts';
import { contentFaults } from './content-check.ts';
import { fuseFaults } from './fuse-check.ts';
import { packagedProgram, type PackagedProgram } from './program-layout.ts';

/**
 * Checks an unpacked program: what is in it, what is missing, how its fuses stand. Gives the number of its files.
 * `runtime`: the files of the runtime it was made of, where they are known. @throws Refusal with the first fault, after
 * saying all of them
 */
export async function checkProgram(
  layout: PackagedProgram,
  runtime: readonly string[] | undefined,
): Promise<number> {
  const target = `${process.platform}-${process.arch}`;
  const archive = join(layout.resources, 'app.asar');
  const [inside, files] = await Promise.all([asarFiles(archive), filesUnder(layout.folder)]);
  // On macOS the rest of the bundle is Electron's frameworks, with whatever they are made of.
  const own = process.platform === 'darwin' ? 'Contents/Resources/' : '';
  const outside = files.filter((path) => path.startsWith(own));
  const faults = contentFaults({ target, archive: inside, outside, runtime });
  faults.push(...(await fuseFaults(layout.program)));
  if (faults.length > 1) for (const fault of faults) say(`${fault}.`);
  const [first] = faults;
  if (first !== undefined) throw new Refusal(`The packaged program was refused: ${first}.`);
  return inside.length + files.length;
}

/** The size of each part, the largest first, and the whole, a line each. */
export async function sizeLines(layout: PackagedProgram): Promise<string[]> {
  const sizes = await Promise.all(
    (await filesUnder(layout.folder)).map(
      async (path) => [path, (await stat(join(layout.folder, path))).size] as const,
    ),
  );
  const parts = new Map<string, number>();
  for (const [path, size] of sizes) {
    const part = partOf(path);
    parts.set(part, (parts.get(part) ?? 0) + size);
  }
  const whole: [string, number] = ['the whole, unpacked', sizes.reduce((all, [, n]) => all + n, 0)];
  const packed: [string, number] = [basename(layout.archive), (await stat(layout.archive)).size];
  const rows = [...[...parts].toSorted((a, b) => b[1] - a[1]), whole, packed];
  return rows.map(([name, size]) => `${(size / 1_000_000).toFixed(1).padStart(8)} MB  ${name}`);
}

function partOf(path: string): string {
  if (path.endsWith('app.asar')) return 'Muharrir itself (app.asar)';
  if (path.includes('app.asar.unpacked/')) return 'SQLite (better-sqlite3’s native binding)';
  if (/(^|\/)(locales\/|[^/]+\.lproj\/)/.test(path)) return 'Electron’s words (locales)';
  if (/licen[cs]e/i.test(path)) return 'licences';
  if (/(^|\/)icudtl\.dat$/.test(path)) return 'ICU’s data';
  return 'Electron';
}

if (isEntry(import.meta.url)) {
  await runTool(async () => {
    const layout = await packagedProgram();
    const files = await checkProgram(layout, undefined);
    say(`${layout.folder}: ${files} files, fuses as they should be.`);
    return 0;
  });
}
