import { readdir, readFile } from 'node:fs/promises';

/** A process of the program and what it holds. */
export interface ProcessMemory {
  /** `main`, `page`, `backend`, `gpu`, `network` or what Chromium calls it. */
  name: string;
  /** Bytes of memory that are in use, those shared with others counted in full. */
  resident: number;
}

/** All processes that `pid` has started, and itself, by name; Linux only. Of several with one name the sum. */
export async function memoryOf(pid: number): Promise<ProcessMemory[]> {
  const all = await Promise.all(
    (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map((name) => describe(name)),
  );
  const known = all.filter((one) => one !== undefined);
  const family = new Set([pid]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const one of known) if (family.has(one.parent)) family.add(one.pid);
  }
  const sums = new Map<string, number>();
  for (const { pid: id, name, resident } of known) {
    if (!family.has(id)) continue;
    const role = id === pid ? 'main' : name;
    sums.set(role, (sums.get(role) ?? 0) + resident);
  }
  return [...sums].map(([name, resident]) => ({ name, resident }));
}

async function describe(id: string) {
  try {
    const [status, command] = await Promise.all([
      readFile(`/proc/${id}/status`, 'utf8'),
      readFile(`/proc/${id}/cmdline`, 'utf8'),
    ]);
    const field = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return {
      pid: Number(id),
      parent: field('PPid'),
      resident: field('VmRSS') * 1024,
      name: roleOf(command),
    };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

function roleOf(command: string): string {
  const option = (name: string) => new RegExp(`--${name}=([^\\0 ]+)`).exec(command)?.[1];
  const type = option('type') ?? 'other';
  const service = option('utility-sub-type') ?? '';
  if (type === 'renderer') return 'page';
  if (type === 'gpu-process') return 'gpu';
  if (/NodeService/.test(service)) return 'backend';
  if (/NetworkService/.test(service)) return 'network';
  return type;
}
