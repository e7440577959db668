import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../build.ts';
import { Refusal } from '../terminal.ts';

export interface ProgramOptions {
  env?: Readonly<Record<string, string>>;
  signal: AbortSignal;
}

/**
 * Runs the program that an installed package brings, under this Node, in the checkout, its output passed on. Resolves
 * to whether it ended well. @throws Refusal where the package brings no such program.
 */
export async function runProgram(
  packageName: string,
  program: string,
  args: readonly string[],
  { env = {}, signal }: ProgramOptions,
): Promise<boolean> {
  const file = await programFile(packageName, program);
  signal.throwIfAborted();
  const child = spawn(process.execPath, [file, ...args], {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  return code === 0;
}

async function programFile(packageName: string, program: string): Promise<string> {
  const folder = join(projectFolder, 'node_modules', packageName);
  const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
  const { bin } = JSON.parse(manifest) as { bin?: string | Record<string, string> };
  const path = typeof bin === 'string' ? bin : bin?.[program];
  if (path === undefined) throw new Refusal(`${packageName} is not installed; run npm ci.`);
  return join(folder, path);
}
