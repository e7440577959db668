import { execFileSync } from 'node:child_process';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import Database from 'better-sqlite3';
import { projectFolder } from '../tools/build.ts';
import { electronVersion } from '../tools/electron-runtime/pinned-runtime.ts';

export interface MachineFacts {
  cpu: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  sqlite: string;
  electron: string;
  /** The checkout's commit; `+` where files differ from it. */
  commit: string;
}

/** What the figures depend on. Nothing in it names the machine or its user. */
export function machineFacts(): MachineFacts {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()}-${arch()} ${release()}`,
    node: process.versions.node,
    sqlite: sqliteVersion(),
    electron: electronVersion,
    commit: commit(),
  };
}

/** Mean count of processes that wanted to run in the last minute, as `uptime` tells it; all zero on Windows. */
export function currentLoad(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}

function sqliteVersion(): string {
  const db = new Database(':memory:');
  try {
    return db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
  } finally {
    db.close();
  }
}

function commit(): string {
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+');
  } catch {
    return 'unknown';
  }
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: projectFolder, encoding: 'utf8', stdio: 'pipe' }).trim();
}
