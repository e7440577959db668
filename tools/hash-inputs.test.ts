import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashInputs } from './hash-inputs.ts';

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'hash-inputs-'));
  for (const folder of ['core', 'backend', 'electron', 'renderer', 'resources', 'tools']) {
    await mkdir(join(project, folder));
  }
  for (const file of [
    'package.json',
    'package-lock.json',
    'tools/build.ts',
    'core/article.ts',
    'core/article.test.ts',
  ]) {
    await writeFile(join(project, file), file);
  }
});

afterEach(() => rm(project, { recursive: true, force: true }));

test('stays the same until a source changes or moves', async () => {
  const first = await hashInputs(project);
  expect(await hashInputs(project)).toBe(first);
  await writeFile(join(project, 'core/article.ts'), 'changed');
  const second = await hashInputs(project);
  await rename(join(project, 'core/article.ts'), join(project, 'core/story.ts'));
  const third = await hashInputs(project);
  expect(new Set([first, second, third]).size).toBe(3);
});

test('is not moved by tests', async () => {
  const first = await hashInputs(project);
  await writeFile(join(project, 'core/article.test.ts'), 'changed');
  expect(await hashInputs(project)).toBe(first);
});
