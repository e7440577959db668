import { spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isEntry, Refusal, runTool } from './terminal.ts';

export interface Chromium {
  /** Absolute path of a headless Chromium that needs no library of the system beyond libc. */
  executable: string;
  /** What it must find in its environment. */
  env: Record<string, string>;
}

/**
 * The headless Chromium of `@sparticuz/chromium`, unpacked once into `node_modules/.cache`. It brings its own shared
 * libraries and fonts. @throws Refusal where it cannot run (it is for linux-x64).
 */
export async function chromium(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Refusal(
      `The bundled Chromium is for linux-x64, this is ${process.platform}-${process.arch}.`,
    );
  }
  const folder = await unpacked();
  return {
    executable: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'our-fonts.conf'),
    },
  };
}

/** Path of the program alone. */
export async function chromiumExecutable(): Promise<string> {
  return (await chromium()).executable;
}

async function unpacked(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const manifest = join(entry, '..', '..', 'package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const cache = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));
  const final = join(cache, `chromium-${version}`);
  if (await exists(final)) return final;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, '.chromium-'));
  try {
    await unpackInto(work);
    await writeFile(join(work, 'our-fonts.conf'), fontConfiguration);
    await rename(work, final).catch(async (error: unknown) => {
      // Somebody else was faster.
      if (!(await exists(final))) throw error;
    });
    return final;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The package's own configuration looks for its fonts in folders of the cloud it is made for. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** In a process of its own, because the package decides by the environment where to unpack, and changes it. */
async function unpackInto(folder: string): Promise<void> {
  const script = `(await import('@sparticuz/chromium')).default.executablePath()`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', `await ${script}`], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0)
    throw new Refusal(`Chromium could not be unpacked: ${complaint.trim().split('\n').at(-1)}`);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

if (isEntry(import.meta.url)) {
  await runTool(async () => {
    process.stdout.write(`${JSON.stringify(await chromium(), null, 2)}\n`);
    return 0;
  });
}
