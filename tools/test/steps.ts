import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAll, projectFolder } from '../build.ts';
import { importFaults, readSources } from '../check-imports.ts';
import { chromium } from '../chromium.ts';
import {
  findElectron,
  routeSentence,
  type FoundElectron,
} from '../electron-runtime/find-electron.ts';
import { packageProgram } from '../package.ts';
import { checkElectron } from '../start/window-check.ts';
import { oneLine, Refusal } from '../terminal.ts';
import { runProgram } from './run-program.ts';
import { readCounts, type TestCounts } from './test-counts.ts';
import { virtualDisplay, type VirtualDisplay } from './virtual-display.ts';

export interface StepOutcome {
  state: 'passed' | 'failed' | 'skipped';
  reason?: string;
  counts?: TestCounts | undefined;
}

export interface Step {
  name: string;
  heading: string;
  /** The step that must have gone well before. */
  needs?: string;
  run: (signal: AbortSignal) => Promise<StepOutcome>;
}

const rooms = ['core', 'backend', 'electron', 'renderer', 'e2e', 'tools', 'bench', 'bin'];
const reports = join(projectFolder, 'node_modules', '.cache', 'test-reports');

/** Everything `npm test` runs, in order. */
export const steps: readonly Step[] = [
  {
    name: 'types',
    heading: 'Types (tsc)',
    run: async (signal) => outcome(await runProgram('typescript', 'tsc', ['-b'], { signal })),
  },
  {
    name: 'lint',
    heading: 'Lint and format (oxlint with types, oxfmt)',
    run: async (signal) => {
      const lint = ['--type-aware', '--deny-warnings', ...rooms];
      const clean = await runProgram('oxlint', 'oxlint', lint, { signal });
      const format = ['--check', '--no-error-on-unmatched-pattern', ...rooms];
      return outcome((await runProgram('oxfmt', 'oxfmt', format, { signal })) && clean);
    },
  },
  { name: 'imports', heading: 'Who may import whom', run: checkDirections },
  { name: 'unit', heading: 'Unit and property tests (vitest)', run: runUnitTests },
  {
    name: 'build',
    heading: 'Build (vite)',
    run: async () => {
      process.stdout.write((await buildAll()) ? 'Built.\n' : 'Nothing to build.\n');
      return { state: 'passed' };
    },
  },
  {
    name: 'browser',
    heading: 'End to end through the browser door (headless Chromium)',
    needs: 'build',
    run: runBrowserDoor,
  },
  {
    name: 'electron',
    heading: 'End to end in the desktop window (Electron)',
    needs: 'build',
    run: (signal) =>
      inWindow(signal, ({ folder }, env) =>
        runPlaywright('electron', { ...env, ELECTRON_OVERRIDE_DIST_PATH: folder }, signal),
      ),
  },
  { name: 'package', heading: 'Package (electron-builder)', needs: 'build', run: runPackaging },
  {
    name: 'packaged',
    heading: 'End to end in the packaged program, as an ordinary user, sandbox on',
    needs: 'package',
    run: async (signal) =>
      process.platform === 'linux'
        ? inWindow(signal, (_electron, env) => runPlaywright('packaged', env, signal))
        : { state: 'skipped', reason: 'the packaged program is tested on Linux only' },
  },
];

async function checkDirections(): Promise<StepOutcome> {
  const files = await readSources(projectFolder);
  const faults = importFaults(files);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(`${files.length} files, ${faults.length} faults.\n`);
  return outcome(faults.length === 0);
}

async function runUnitTests(signal: AbortSignal): Promise<StepOutcome> {
  const report = await freshReport('unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const passed = await runProgram('vitest', 'vitest', ['run', ...reporters], { signal });
  return counted(passed, report);
}

async function runBrowserDoor(signal: AbortSignal): Promise<StepOutcome> {
  try {
    await chromium();
  } catch (error) {
    return { state: 'skipped', reason: asReason(error) };
  }
  return runPlaywright('browser', {}, signal);
}

async function runPackaging(signal: AbortSignal): Promise<StepOutcome> {
  try {
    await findElectron({ signal, say: print });
  } catch (error) {
    signal.throwIfAborted();
    return { state: 'skipped', reason: asReason(error) };
  }
  for (const line of await packageProgram(signal, print)) print(line);
  return { state: 'passed' };
}

/** Runs what needs Electron and a display, or says why this machine has none. */
async function inWindow(
  signal: AbortSignal,
  run: (electron: FoundElectron, env: Record<string, string>) => Promise<StepOutcome>,
): Promise<StepOutcome> {
  let display: VirtualDisplay | undefined;
  try {
    const electron = await findElectron({ signal, say: print });
    print(routeSentence(electron));
    const check = await checkElectron(electron.executable, process.env);
    if (!check.can) return { state: 'skipped', reason: check.reason };
    // A display of its own on Linux: the same size everywhere, and nothing on the person's screen.
    if (process.platform === 'linux') display = await virtualDisplay();
    return await run(electron, display === undefined ? {} : { DISPLAY: display.name });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Refusal)) throw error;
    return { state: 'skipped', reason: asReason(error) };
  } finally {
    await display?.close();
  }
}

async function runPlaywright(
  project: string,
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const report = await freshReport(`${project}.json`);
  const args = [
    'test',
    '--config',
    project === 'packaged' ? 'e2e/packaged/playwright.config.ts' : 'e2e/playwright.config.ts',
    `--project=${project}`,
    '--reporter=list,json',
  ];
  const passed = await runProgram('@playwright/test', 'playwright', args, {
    signal,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return counted(passed, report);
}

/** A step of tests that has counted none has proved nothing. */
async function counted(passed: boolean, report: string): Promise<StepOutcome> {
  const counts = await readCounts(report);
  if (counts === undefined || counts.passed + counts.failed === 0)
    return { state: 'failed', reason: 'no test ran', counts };
  return { ...outcome(passed && counts.failed === 0), counts };
}

async function freshReport(name: string): Promise<string> {
  await mkdir(reports, { recursive: true });
  const file = join(reports, name);
  await rm(file, { force: true });
  return file;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function outcome(passed: boolean): StepOutcome {
  return { state: passed ? 'passed' : 'failed' };
}

function asReason(error: unknown): string {
  return oneLine(error).replace(/\.$/, '');
}
