import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeFolder, makeLibrary } from '../library.fixture.ts';
import { openLibrary } from '../open-library.ts';

const holder = fileURLToPath(new URL('../hold-library.fixture.ts', import.meta.url));

async function startHolder(path: string) {
  const child = spawn(process.execPath, [holder, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, said: JSON.parse(line) as Record<string, unknown> };
}

test('lets one process hold a library, tells another who it is, and frees it when that is killed', async () => {
  const path = join(makeFolder(), 'desk.muharrir');
  const { child, said } = await startHolder(path);
  expect(said).toMatchObject({ path });
  expect(() => openLibrary({ path, door: 'cli' })).toThrow(
    expect.objectContaining({
      code: 'LIBRARY_IN_USE',
      details: { path, pid: child.pid, door: 'browser', since: expect.stringMatching(/Z$/) },
    }),
  );
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(makeLibrary(path).path).toBe(path);
});

test('tells a second process that this one holds the library', async () => {
  const { path } = makeLibrary();
  const { said } = await startHolder(path);
  expect(said).toMatchObject({
    code: 'LIBRARY_IN_USE',
    details: { pid: process.pid, door: 'cli' },
  });
});

test('does not open a library twice in one process, and can again once it is closed', () => {
  const library = makeLibrary();
  expect(() => openLibrary({ path: library.path, door: 'cli' })).toThrow(
    expect.objectContaining({ code: 'LIBRARY_IN_USE' }),
  );
  library.close();
  library.close();
  expect(existsSync(`${library.path}-lock.json`)).toBe(false);
  expect(makeLibrary(library.path).path).toBe(library.path);
});
