import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkElectron, displayReason } from './window-check.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'window-check-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function program(script: string): Promise<string> {
  const file = join(folder, 'electron');
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

test('knows a display by its variables, and asks for none outside Linux', () => {
  expect([
    displayReason({ DISPLAY: ':0' }, 'linux'),
    displayReason({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux'),
    displayReason({}, 'darwin'),
    displayReason({}, 'win32'),
  ]).toEqual([undefined, undefined, undefined, undefined]);
  expect(displayReason({ DISPLAY: '' }, 'linux')).toMatch('no display');
});

// The stand-in program is a shell script.
test.skipIf(process.platform === 'win32')('names the shared library that is missing', async () => {
  const electron = await program(
    'echo "$0: error while loading shared libraries: libgtk-3.so.0: cannot open shared object file" >&2; exit 127',
  );
  expect(await checkElectron(electron, {})).toEqual({
    can: false,
    reason: 'the system library libgtk-3.so.0 is missing (see the README for the packages)',
  });
});

// The stand-in program is a shell script.
test.skipIf(process.platform === 'win32')(
  'says in one line why a program does not run',
  async () => {
    const electron = await program('echo "Illegal instruction" >&2; echo "more" >&2; exit 132');
    expect(await checkElectron(electron, {})).toEqual({
      can: false,
      reason: 'Electron does not run here (Illegal instruction)',
    });
  },
);
