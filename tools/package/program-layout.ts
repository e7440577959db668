import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../build.ts';

export interface PackagedProgram {
  /** What an installer would put in place: `linux-unpacked`, `win-unpacked`, `Muharrir.app`. */
  folder: string;
  /** The program's executable file; on macOS the bundle, as the fuses' reader wants it. */
  program: string;
  /** Holds `app.asar`. */
  resources: string;
  /** The `.tar.gz` of `folder`. */
  archive: string;
}

/** Where the packaged program for this system and processor lies, made or not. All paths are absolute. */
export async function packagedProgram(): Promise<PackagedProgram> {
  const manifest = await readFile(join(projectFolder, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return layout(join(projectFolder, 'release'), version, process.platform, process.arch);
}

function layout(
  output: string,
  version: string,
  platform: NodeJS.Platform,
  arch: string,
): PackagedProgram {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  if (platform === 'darwin') {
    const folder = join(output, `mac${suffix}`, 'Muharrir.app');
    return {
      folder,
      program: folder,
      resources: join(folder, 'Contents', 'Resources'),
      archive: join(output, `muharrir-${version}-mac-${arch}.tar.gz`),
    };
  }
  const windows = platform === 'win32';
  const system = windows ? 'win' : platform;
  const folder = join(output, `${system}${suffix}-unpacked`);
  return {
    folder,
    program: join(folder, windows ? 'Muharrir.exe' : 'muharrir'),
    resources: join(folder, 'resources'),
    archive: join(output, `muharrir-${version}-${system}-${arch}.tar.gz`),
  };
}
