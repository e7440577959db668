import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../build.ts';
import { isEntry, runTool, say } from '../../terminal.ts';
import { icnsFile, icoFile, pngFile } from './image-files.ts';
import { rasterise } from './rasterise.ts';
import { readDrawing } from './svg-shapes.ts';

const sides = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024] as const;

/** Up to this side the drawing with fewer and bolder lines is taken. */
const smallSide = 32;

export const iconFolder = join(projectFolder, 'resources', 'icons');

/**
 * Every file of the program's icon by its name in `resources/icons`, drawn from `icon.svg` and `icon-small.svg` there:
 * the PNGs that Linux takes one by one, and one file each for Windows and macOS. The same drawing gives the same bytes.
 */
export async function drawIcons(): Promise<Map<string, Buffer>> {
  const [large, small] = await Promise.all(
    ['icon.svg', 'icon-small.svg'].map(async (name) =>
      readDrawing(await readFile(join(iconFolder, name), 'utf8')),
    ),
  );
  if (large === undefined || small === undefined) throw new Error('The drawings are missing.');
  const images = new Map<number, Buffer>(
    sides.map((side) => [side, pngFile(rasterise(side > smallSide ? large : small, side))]),
  );
  const files = new Map<string, Buffer>();
  for (const [side, image] of images) files.set(`${side}x${side}.png`, image);
  files.set('icon.ico', icoFile(images, [16, 24, 32, 48, 64, 128, 256]));
  files.set('icon.icns', icnsFile(images));
  return files;
}

if (isEntry(import.meta.url)) {
  await runTool(async () => {
    const files = await drawIcons();
    await mkdir(iconFolder, { recursive: true });
    for (const [name, bytes] of files) await writeFile(join(iconFolder, name), bytes);
    say(`Drew ${files.size} files in ${iconFolder}.`);
    return 0;
  });
}
