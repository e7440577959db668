import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { isEntry, Refusal, runTool, say } from './terminal.ts';

export interface SourceFile {
  /** Relative to the checkout, `/` between its parts; the first part is the room. */
  path: string;
  /** What it imports or re-exports, as written; types too. */
  imports: readonly string[];
  /** Those of `imports` that are still there once the types are stripped. */
  loads: readonly string[];
}

interface Room {
  /** The rooms it may import from, beside itself. */
  rooms: readonly string[];
  /** Packages it must not import. */
  barred: RegExp | undefined;
  builtins: boolean;
}

const shells = /^(electron|better-sqlite3|vite|vitest|@playwright\/)/;
const interfaces = /^(react|react-[a-z-]+|lucide-react|@tiptap\/react)(\/|$)|^@tanstack\//;
const core: Room = {
  rooms: [],
  barred: new RegExp(`${shells.source}|${interfaces.source}|^@orpc/(client|server)`),
  builtins: false,
};

/** `renderer -> core <- backend <- electron`; what stands around the program may look into it. */
const rooms: Readonly<Record<string, Room>> = {
  core,
  backend: {
    rooms: ['core'],
    barred: new RegExp(`^electron$|^vite|^@playwright/|${interfaces.source}`),
    builtins: true,
  },
  electron: {
    rooms: ['core', 'backend'],
    barred: new RegExp(`^vite|^@playwright/|${interfaces.source}`),
    builtins: true,
  },
  renderer: {
    rooms: ['core'],
    barred: /^(electron|better-sqlite3|vite|@playwright\/|@orpc\/server)/,
    builtins: false,
  },
  e2e: { rooms: ['core', 'backend', 'renderer', 'tools'], barred: undefined, builtins: true },
  bench: {
    rooms: ['core', 'backend', 'renderer', 'tools', 'e2e'],
    barred: undefined,
    builtins: true,
  },
  tools: { rooms: ['core', 'backend'], barred: undefined, builtins: true },
};

/**
 * What is wrong with who imports whom, a sentence each: a room that must not be looked into, a package or Node built-in
 * that does not belong in the room, a file that is not there, and every ring of files that load one another. Tests may use any package and
 * built-in, but keep to the rooms.
 */
export function importFaults(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map(({ path }) => path));
  const faults = files.flatMap((file) =>
    file.imports.flatMap((specifier) => faultOf(file.path, specifier, known) ?? []),
  );
  return [...faults, ...rings(files).map((ring) => `${ring.join(' -> ')} is a ring`)];
}

function faultOf(path: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  const name = roomOf(path);
  const room = rooms[name];
  if (room === undefined) return `${path} stands in no known room`;
  const target = targetOf(path, specifier);
  if (target === undefined) return isTest(path) ? undefined : packageFault(path, specifier, room);
  const other = roomOf(target);
  if (other !== name && !room.rooms.includes(other)) return `${path} must not import ${target}`;
  if (/\.tsx?$/.test(target) && !known.has(target))
    return `${path} imports ${target}, which is not there`;
  if (!/\.[a-z]+(\?[a-z]+)?$/.test(target))
    return `${path} imports ${specifier} without its ending`;
  return undefined;
}

function packageFault(path: string, specifier: string, room: Room): string | undefined {
  if (isBuiltin(specifier))
    return room.builtins ? undefined : `${path} must not import ${specifier}: no Node there`;
  return room.barred?.test(specifier) === true ? `${path} must not import ${specifier}` : undefined;
}

/** Rings of files, each once, beginning with the first file met. */
function rings(files: readonly SourceFile[]): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.push([...trail.slice(start), path]);
      return;
    }
    const file = byPath.get(path);
    if (file === undefined || done.has(path)) return;
    for (const specifier of file.loads) {
      const target = targetOf(path, specifier);
      if (target !== undefined) walk(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of files) walk(path, []);
  return found;
}

/** The file meant by a relative specifier; undefined for packages and built-ins. */
function targetOf(path: string, specifier: string): string | undefined {
  if (!/^\.{1,2}(\/|$)/.test(specifier)) return undefined;
  return posix.join(posix.dirname(path), specifier);
}

function roomOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}

function isTest(path: string): boolean {
  return /\.(test|fixture)\.tsx?$/.test(path);
}

/** What a TypeScript file imports, re-exports and loads later; only literal specifiers. @throws Refusal on bad syntax */
export function readImports(path: string, code: string): SourceFile {
  const { errors, module, program } = parseSync(path, code);
  if (errors.length > 0) throw new Refusal(`${path} cannot be read: ${errors[0]?.message}`);
  const all = new Set<string>();
  const loads = new Set<string>();
  const add = (specifier: string, typeOnly: boolean) => {
    all.add(specifier);
    if (!typeOnly) loads.add(specifier);
  };
  for (const { moduleRequest, entries } of module.staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType));
  }
  for (const { moduleRequest, isType } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (moduleRequest !== null) add(moduleRequest.value, isType);
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const text = code.slice(moduleRequest.start, moduleRequest.end);
    if (/^(['"`])[^'"`$]*\1$/.test(text)) add(text.slice(1, -1), false);
  }
  if (/\bimport\(/.test(code)) for (const specifier of typeImports(program)) add(specifier, true);
  return { path, imports: [...all], loads: [...loads] };
}

/** The specifiers of `import('./a.ts').A` in the places of types. */
function typeImports(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(typeImports);
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap(typeImports);
  const source =
    'type' in node && node.type === 'TSImportType' && 'source' in node ? node.source : undefined;
  const named =
    typeof source === 'object' && source !== null && 'value' in source ? source.value : undefined;
  return typeof named === 'string' ? [named, ...inside] : inside;
}

/** All TypeScript sources of the rooms of the checkout in `project`. */
export async function readSources(project: string): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const room of Object.keys(rooms)) {
    const entries = await readdir(join(project, room), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      const path = relative(project, file).split(sep).join('/');
      files.push(readImports(path, await readFile(file, 'utf8')));
    }
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

if (isEntry(import.meta.url)) {
  await runTool(async () => {
    const files = await readSources(fileURLToPath(new URL('..', import.meta.url)));
    const faults = importFaults(files);
    for (const fault of faults) say(fault);
    say(`${files.length} files, ${faults.length} faults.`);
    return faults.length === 0 ? 0 : 1;
  });
}
