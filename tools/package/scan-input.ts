import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';
import { buildAll, projectFolder } from '../build.ts';
import { filesUnder } from '../electron-runtime/checksum-list.ts';
import { electronVersion } from '../electron-runtime/pinned-runtime.ts';
import { isEntry, runTool, say } from '../terminal.ts';

const folder = join(projectFolder, 'release', 'scan');

/**
 * Writes the built program to `release/scan` in the older JavaScript that Electronegativity can read: it passes over a
 * file with private class members, and so over most of the program.
 */
async function writeScanInput(): Promise<void> {
  await buildAll();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(projectFolder, 'dist'), join(folder, 'dist'), { recursive: true });
  await cp(join(projectFolder, 'package.json'), join(folder, 'package.json'));
  for (const path of await filesUnder(folder)) {
    if (!/\.c?js$/.test(path)) continue;
    const file = join(folder, path);
    const name = file.replace(/\.cjs$/, '.js');
    const { code } = await transformWithOxc(await readFile(file, 'utf8'), name, {
      target: 'es2020',
      sourcemap: false,
    });
    await writeFile(file, code);
  }
}

if (isEntry(import.meta.url)) {
  await runTool(async () => {
    await writeScanInput();
    // The check left out asks GitHub for Electron's releases, and breaks the scan off where that cannot be reached.
    const options = `-i release/scan -e ${electronVersion} -r -x AvailableSecurityFixesGlobalCheck`;
    say(`Now: npx @doyensec/electronegativity@1.10.3 ${options}`);
    return 0;
  });
}
