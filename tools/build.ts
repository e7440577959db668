import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, type PluginOption } from 'vite';
import { hashInputs } from './hash-inputs.ts';
import { isEntry, Refusal, runTool, say } from './terminal.ts';

/** The checkout's folder. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

const stampFile = join(projectFolder, 'dist', '.stamp');

/**
 * Builds `dist/`: the desktop shell, its preload, the backend process and the page. Does nothing when neither the
 * sources nor the dependencies have changed since; says whether it built. @throws Refusal naming the part that failed.
 */
export async function buildAll(): Promise<boolean> {
  const stamp = await hashInputs(projectFolder);
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return false;
  await rm(join(projectFolder, 'dist'), { recursive: true, force: true });
  for (const [name, config] of parts()) {
    try {
      await build(config);
    } catch (error) {
      throw new Refusal(`The build of ${name} failed: ${describe(error)}`);
    }
  }
  await mkdir(join(projectFolder, 'dist'), { recursive: true });
  await writeFile(stampFile, stamp);
  return true;
}

function parts(): [string, InlineConfig][] {
  return [
    ['the desktop shell', nodeProgram('electron/main.ts', 'dist/electron', 'main.js')],
    ['the preload', preload()],
    ['the backend', nodeProgram('backend/process.ts', 'dist/backend', 'process.js')],
    [
      'the backend’s thread for texts',
      nodeProgram(
        'backend/extraction/extraction-worker.ts',
        'dist/backend',
        'extraction-worker.js',
      ),
    ],
    ['the page', page()],
  ];
}

const common: InlineConfig = {
  configFile: false,
  logLevel: 'silent',
  root: projectFolder,
  clearScreen: false,
};

/** The licences of all that is bundled, as they want to be passed on with it. */
const license = { fileName: 'licences.txt' };

/** Runs in Electron's Node. Everything is bundled except what cannot be: Electron itself and the native SQLite module. */
function nodeProgram(entry: string, outDir: string, file: string): InlineConfig {
  return {
    ...common,
    publicDir: false,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'], target: 'node' },
    build: {
      ssr: entry,
      target: 'node24',
      outDir,
      emptyOutDir: false,
      license,
      minify: false,
      rolldownOptions: {
        output: { format: 'es', entryFileNames: file, chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}

/** A sandboxed preload is one CommonJS file. */
function preload(): InlineConfig {
  const config = nodeProgram('electron/preload.ts', 'dist/electron', 'preload.cjs');
  return {
    ...config,
    build: {
      ...config.build,
      license: false,
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
  };
}

function page(): InlineConfig {
  return {
    ...common,
    root: join(projectFolder, 'renderer'),
    // The plugins' own types speak of several copies of vite's.
    plugins: [react() as PluginOption, tailwind() as PluginOption],
    build: {
      outDir: join(projectFolder, 'dist', 'renderer'),
      emptyOutDir: true,
      license,
      target: 'chrome140',
      // The page's policy allows no data: fonts or scripts, so nothing is inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 8_000,
    },
  };
}

/** The bundler's complaint on one line, without its heading, colours and traces. */
function describe(error: unknown): string {
  const text = stripColours(error instanceof Error ? error.message : String(error));
  const [said = text] = text
    .replace(/^Build failed with .*\n/, '')
    .split(/\n\s*(?:Stack backtrace|at |╭)/);
  const line = said.replace(/\s+/g, ' ').trim();
  return line.length > 500 ? `${line.slice(0, 499)}…` : line;
}

function stripColours(text: string): string {
  // oxlint-disable-next-line no-control-regex -- colours are control characters
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}

if (isEntry(import.meta.url)) {
  await runTool(async () => {
    const started = performance.now();
    const built = await buildAll();
    say(
      built
        ? `Built in ${((performance.now() - started) / 1_000).toFixed(1)} s.`
        : 'Nothing to build.',
    );
    return 0;
  });
}
