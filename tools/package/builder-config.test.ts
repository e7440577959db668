import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectFolder } from '../build.ts';
import { wantedFuses } from './fuse-check.ts';

interface Options {
  target?: (string | { target: string; arch?: string[] })[];
  icon?: string;
  executableArgs?: string[];
}

interface BuilderConfig {
  electronFuses: Record<string, boolean>;
  linux: Options;
  win: Options;
  mac: Options;
  nsis: { deleteAppDataOnUninstall?: boolean };
  [key: string]: unknown;
}

interface Validator {
  validateConfiguration: (config: unknown, log: { isEnabled: boolean }) => Promise<void>;
}

// electron-builder's own validator with its own schema, as it is used at the beginning of every build.
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { validateConfiguration } = builder('app-builder-lib/out/util/config/config.js') as Validator;

/** Read anew each time: the validator changes what it is given. */
function readConfig(): BuilderConfig {
  return parse(readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8')) as BuilderConfig;
}

function targets({ target = [] }: Options): string[] {
  return target.map((one) => (typeof one === 'string' ? one : one.target));
}

const validated = (config: unknown) => validateConfiguration(config, { isEnabled: false });

test('electron-builder accepts the configuration as it stands', async () => {
  await expect(validated(readConfig())).resolves.toBeUndefined();
});

test('names every installer that is promised', () => {
  const { linux, win, mac } = readConfig();
  expect([targets(linux), targets(win), targets(mac)]).toEqual([
    ['AppImage', 'deb', 'tar.gz'],
    ['nsis'],
    ['dmg', 'zip'],
  ]);
});

test.each([
  ['linux', 'AppImage'],
  ['linux', 'deb'],
  ['linux', 'tar.gz'],
  ['win', 'nsis'],
  ['mac', 'dmg'],
  ['mac', 'zip'],
] as const)('electron-builder accepts the options for %s made into %s', async (system, target) => {
  const config = readConfig();
  config[system] = { ...config[system], target: [target] };
  await expect(validated(config)).resolves.toBeUndefined();
});

test.each([
  ['an option that does not exist', { linux: { synopsys: 'x' } }],
  ['a fuse that does not exist', { electronFuses: { runAsNod: false } }],
  ['a target’s option of the wrong kind', { nsis: { oneClick: { no: true } } }],
])('the validator is not blind: it refuses %s', async (_what, wrong) => {
  await expect(validated({ ...readConfig(), ...wrong })).rejects.toThrow(
    /Invalid configuration object/,
  );
});

test('sets exactly the fuses that the packaged program is checked for', () => {
  const inWords = wantedFuses.map(([fuse, on]) => {
    const name = FuseV1Options[fuse];
    return [name.charAt(0).toLowerCase() + name.slice(1), on];
  });
  expect(readConfig().electronFuses).toEqual(Object.fromEntries(inWords));
});

test('starts the program with Chromium’s sandbox on, and leaves the library alone when it is removed', () => {
  const text = readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8');
  const { linux, nsis } = readConfig();
  expect(linux.executableArgs).toBeUndefined();
  // The older AppImage runtime adds --no-sandbox by itself.
  expect(text).toMatch(/^ {2}appimage: 1\./m);
  expect(nsis.deleteAppDataOnUninstall).toBe(false);
});

test('has the icons it names', () => {
  const { win, mac } = readConfig();
  const named = [win.icon, mac.icon, 'resources/icons/16x16.png', 'resources/icons/512x512.png'];
  expect(named.filter((path) => !existsSync(join(projectFolder, path ?? '?')))).toEqual([]);
});
