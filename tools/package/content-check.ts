import type { AsarFile } from './asar-files.ts';

export interface PackagedContent {
  /** `linux-x64`, `win32-x64`, `darwin-arm64`: names the one native binding that belongs in it. */
  target: string;
  /** What the archive holds. */
  archive: readonly AsarFile[];
  /** Everything outside the archive, relative to the program's folder, `/` between its parts. */
  outside: readonly string[];
  /** The files of the runtime it was made of, where they are known; undefined leaves only the general rules. */
  runtime: readonly string[] | undefined;
}

const archive = 'resources/app.asar';

/** What may be in the archive; everything else is a fault. */
function allowedInArchive(target: string): RegExp[] {
  return [
    /^package\.json$/,
    /^resources\/icons\/256x256\.png$/,
    /^dist\/electron\/(main\.js|preload\.cjs)$/,
    /^resources\/extraction\/names\.bin$/,
    /^dist\/backend\/(process|extraction-worker)\.js$/,
    // Parts that the bundler has split off carry a hash in their name.
    /^dist\/(electron|backend)\/[\w.]+-[\w-]{8}\.js$/,
    /^dist\/renderer\/(index\.html|appearance\.js)$/,
    /^dist\/renderer\/assets\/[\w.-]+-[\w-]{8}\.(js|css|woff2?|png|svg)$/,
    /^node_modules\/better-sqlite3\/(package\.json|LICENSE)$/,
    /^node_modules\/better-sqlite3\/lib\/(methods\/)?(?!.*-(x64|arm64)\.js$)[\w-]+\.js$/,
    new RegExp(`^node_modules/better-sqlite3/prebuilds/${target}\\.node$`),
  ];
}

/** What nobody may have packed anywhere, the runtime's own files included. */
const forbidden: readonly [RegExp, string][] = [
  [/\.(map|tsbuildinfo)$/, 'a source map or a compiler’s leftover'],
  [/\.(ts|tsx|mts|cts|h|hpp|c|cc|cpp|gyp)$/, 'a source'],
  [/(^|\/)[^/]*\.(test|spec)\.[^/]*$|(^|\/)(tests?|__tests__|e2e|bench)\//, 'a test'],
  [/\.(md|markdown)$/i, 'a document'],
  [/(^|\/)default_app\.asar$|^resources\/app\//, 'a loader that is not the program'],
];

/** What is in the packaged program and should not be, or is missing from it, a sentence each. */
export function contentFaults({ target, archive: inside, outside, runtime }: PackagedContent) {
  const binding = `node_modules/better-sqlite3/prebuilds/${target}.node`;
  const allowed = allowedInArchive(target);
  const faults: string[] = [];
  for (const { path, unpacked } of inside) {
    const why = reasonAgainst(path);
    if (why !== undefined || !allowed.some((pattern) => pattern.test(path)))
      faults.push(`${archive} holds ${path}${why === undefined ? '' : `: ${why}`}`);
    if (unpacked !== (path === binding))
      faults.push(`${path} is ${unpacked ? 'unpacked' : 'not unpacked'}`);
  }
  for (const path of ['package.json', ...programParts, binding]) {
    if (!inside.some((file) => file.path === path)) faults.push(`${archive} lacks ${path}`);
  }
  return [...faults, ...outsideFaults(outside, runtime, binding)];
}

const programParts = [
  'dist/electron/main.js',
  'dist/electron/preload.cjs',
  'dist/backend/process.js',
  'dist/backend/extraction-worker.js',
  'dist/renderer/index.html',
  'resources/icons/256x256.png',
  'resources/extraction/names.bin',
];

const licences = [
  'muharrir.txt',
  'window.txt',
  'backend.txt',
  'page.txt',
  'names-model.txt',
].concat(
  ['amiri', 'ibm-plex-sans', 'ibm-plex-sans-arabic', 'scheherazade-new', 'source-serif-4'].map(
    (font) => `fonts/${font}/LICENSE`,
  ),
);

function outsideFaults(
  outside: readonly string[],
  runtime: readonly string[] | undefined,
  binding: string,
): string[] {
  const unpacked = `${archive}.unpacked/${binding}`;
  const faults = outside.flatMap((path) => {
    const why = reasonAgainst(path);
    return why === undefined ? [] : [`The program holds ${path}: ${why}`];
  });
  for (const path of outside) {
    // The folder of the archive is written `Resources` on macOS.
    if (path.endsWith('.node') && !path.endsWith(`/app.asar.unpacked/${binding}`))
      faults.push(`The program holds ${path}: a foreign native binding`);
  }
  if (runtime === undefined) return faults;
  const ours = licences.map((name) => `resources/licences/${name}`);
  const expected = new Set([archive, unpacked, ...ours, ...runtime.flatMap(packagedName)]);
  const present = new Set(outside);
  return [
    ...faults,
    ...outside
      .filter((path) => !expected.has(path))
      .map((path) => `The program holds ${path}, which is not the runtime’s`),
    ...[...expected]
      .filter((path) => !present.has(path))
      .map((path) => `The program lacks ${path}`),
  ];
}

/** Under what name a file of the runtime for Linux is packaged; none for what is left out. */
function packagedName(path: string): string[] {
  if (path === 'electron') return ['muharrir'];
  if (path === 'LICENSE') return ['LICENSE.electron.txt'];
  if (path === 'version' || path.startsWith('resources/')) return [];
  if (path.startsWith('locales/')) return /\/(ar|en-US)\.pak$/.test(path) ? [path] : [];
  return [path];
}

function reasonAgainst(path: string): string | undefined {
  return forbidden.find(([pattern]) => pattern.test(path))?.[1];
}
