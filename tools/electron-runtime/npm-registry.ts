import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Refusal } from '../terminal.ts';

/**
 * Address of the registry that npm is configured with, ending in `/`. Under `npm start` it is in the environment;
 * otherwise npm is asked. @throws Refusal where neither names one.
 */
export async function npmRegistry(env: NodeJS.ProcessEnv): Promise<URL> {
  const named = env['npm_config_registry'] ?? (await askNpm(env));
  const address = named.endsWith('/') ? named : `${named}/`;
  if (!URL.canParse(address) || !/^https?:/.test(address)) {
    throw new Refusal(`npm names no usable registry (npm config get registry answers “${named}”).`);
  }
  return new URL(address);
}

async function askNpm(env: NodeJS.ProcessEnv): Promise<string> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  try {
    const options = { env, timeout: 20_000, shell: process.platform === 'win32' };
    const { stdout } = await promisify(execFile)(npm, ['config', 'get', 'registry'], options);
    return stdout.trim();
  } catch {
    throw new Refusal('npm could not be asked for its registry (npm config get registry failed).');
  }
}
