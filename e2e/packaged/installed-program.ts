import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { packagedProgram } from '../../tools/package/program-layout.ts';

/** The account the program runs under where the tests run as root, who may not use Chromium's sandbox. */
const ordinary = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** The program as a person has it after unpacking the `.tar.gz`, with an account that has never started it. */
export interface InstalledProgram {
  /** The executable file. */
  program: string;
  /** Where the library is when nobody names one. */
  library: string;
  /** Makes a folder that the account may write to. */
  folder: (name: string) => Promise<string>;
  start: (args: readonly string[], env?: Readonly<Record<string, string>>) => StartedProgram;
  remove: () => Promise<void>;
}

export interface StartedProgram {
  main: ChildProcess;
  /** Everything written to the terminal so far. */
  output: () => string;
  ended: Promise<void>;
  /** The program's processes, the main one included. */
  processes: () => Promise<RunningProcess[]>;
}

export interface RunningProcess {
  args: string[];
  /** What `/proc/<pid>/status` says, by name. */
  status: Map<string, string>;
}

/** Unpacks the archive that `npm run package` made. */
export async function install(): Promise<InstalledProgram> {
  const { archive } = await packagedProgram();
  const root = await mkdtemp(path.join(tmpdir(), 'muharrir-installed-'));
  await chmod(root, 0o755);
  await promisify(execFile)('tar', ['-xzf', archive, '-C', root]);
  const [name = ''] = await readdir(root);
  const program = path.join(root, name, 'muharrir');

  const folder = async (called: string) => {
    const made = path.join(root, called);
    await mkdir(made, { recursive: true, mode: 0o700 });
    if (ordinary.uid !== undefined) await chown(made, ordinary.uid, ordinary.gid);
    return made;
  };
  const home = await folder('home');
  const started = new Set<StartedProgram>();
  return {
    program,
    library: path.join(home, '.local', 'share', 'muharrir', 'library.muharrir'),
    folder,
    start: (args, env = {}) => {
      const running = start(program, args, home, env);
      started.add(running);
      void running.ended.then(() => started.delete(running));
      return running;
    },
    remove: async () => {
      for (const { main, ended } of started) {
        main.kill('SIGKILL');
        await ended;
      }
      await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

function start(
  program: string,
  args: readonly string[],
  home: string,
  env: Readonly<Record<string, string>>,
): StartedProgram {
  const main = spawn(program, args, {
    ...ordinary,
    cwd: home,
    // Nothing of the environment that the tests run in, which may change what Electron does.
    env: {
      PATH: process.env['PATH'],
      DISPLAY: process.env['DISPLAY'],
      LANG: 'C.UTF-8',
      HOME: home,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [main.stdout, main.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<void>((resolve) => {
    main.once('error', (error) => {
      output += String(error);
      resolve();
    });
    main.once('close', () => resolve());
  });
  return { main, output: () => output, ended, processes: () => processesOf(program) };
}

async function processesOf(program: string): Promise<RunningProcess[]> {
  const found: RunningProcess[] = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      const args = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').slice(0, -1);
      // Chromium's child processes may have their arguments run together in one.
      if (args[0] !== program && args[0]?.startsWith(`${program} `) !== true) continue;
      const lines = (await readFile(`/proc/${pid}/status`, 'utf8')).split('\n');
      const status = new Map(lines.map((line) => [line.split(':', 1)[0] ?? '', valueOf(line)]));
      found.push({ args: args.flatMap((arg) => arg.split(' ')), status });
    } catch {
      // Ended between the listing and the reading.
    }
  }
  return found;
}

function valueOf(line: string): string {
  return line.slice(line.indexOf(':') + 1).trim();
}
