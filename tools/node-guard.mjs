// Reached before anything else under whatever Node the person has, so it keeps to syntax that old versions read.
// better-sqlite3 13 crashes the process under Node 20, and the sources need Node's type stripping.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const needed = 24;

/**
 * Runs `main` (a function that imports the rest) when this Node is new enough. Otherwise runs the same entry point
 * under the Node 24 that `npm ci` has put into node_modules, and where there is none says so and exits with code 1.
 */
export function underNode24(entryUrl, main) {
  if (majorVersion() >= needed) {
    delete process.env.MUHARRIR_NODE_GUARD;
    main().catch(fail);
    return;
  }
  const node = bundledNode(join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules'));
  if (node === undefined || process.env.MUHARRIR_NODE_GUARD === '1') {
    console.error(
      'محرّر يحتاج إلى Node ' +
        needed +
        ' أو أحدث، وهذا ' +
        process.version +
        '. نفّذ npm ci أولًا ثم أعد المحاولة، أو ثبّت إصدارًا أحدث.',
    );
    console.error(
      'Muharrir needs Node ' +
        needed +
        ' or newer and this is ' +
        process.version +
        '. Run npm ci first and try again, or install a newer Node.',
    );
    process.exit(1);
  }
  const env = Object.assign({}, process.env, { MUHARRIR_NODE_GUARD: '1' });
  const args = [fileURLToPath(entryUrl)].concat(process.argv.slice(2));
  const child = spawn(node, args, { stdio: 'inherit', env });
  // Ctrl+C reaches the child from the terminal; a kill reaches only this process.
  process.on('SIGINT', () => undefined);
  for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  child.on('error', fail);
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
}

/** The Node that comes as an npm package for this system, by its real path. */
export function bundledNode(nodeModules) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = 'node-' + system + '-' + process.arch;
  const parents = [nodeModules, join(nodeModules, '@muharrir', 'node-runtime', 'node_modules')];
  for (const parent of parents) {
    const file = join(parent, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(file)) return file;
  }
  return undefined;
}

function majorVersion() {
  return Number(process.versions.node.split('.')[0]);
}

function fail(error) {
  const message =
    error !== null && typeof error === 'object' && 'message' in error
      ? error.message
      : String(error);
  console.error(String(message).split('\n')[0]);
  process.exit(1);
}
