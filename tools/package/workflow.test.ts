import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectFolder } from '../build.ts';

interface Workflow {
  permissions: unknown;
  jobs: Record<
    string,
    {
      permissions?: unknown;
      steps: { uses?: string; run?: string }[];
      strategy?: { matrix: { include: { system: string; option: string }[] } };
    }
  >;
}

const text = readFileSync(join(projectFolder, '.github', 'workflows', 'build.yml'), 'utf8');
const { permissions, jobs } = parse(text) as Workflow;

test('may read the sources and nothing else, and knows no secrets', () => {
  expect([permissions, ...Object.values(jobs).map((job) => job.permissions)]).toEqual([
    { contents: 'read' },
    undefined,
    undefined,
  ]);
  expect(text).not.toContain('secrets.');
});

test('pins every action by its full commit hash and names the version beside it', () => {
  const used = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test('runs the tests on Linux and makes installers on all three systems', () => {
  expect(jobs['test']?.steps.some(({ run }) => run?.includes('.ci/run'))).toBe(true);
  const { include = [] } = jobs['installers']?.strategy?.matrix ?? {};
  expect(include.map(({ system, option }) => `${system.split('-', 1)[0]} ${option}`)).toEqual([
    'ubuntu --linux',
    'windows --win',
    'macos --mac',
  ]);
});
