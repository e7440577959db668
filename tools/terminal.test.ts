import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const terminal = new URL('terminal.ts', import.meta.url).href;

/** Exit code and standard error of a process that runs `tool` under `runTool`. */
function run(tool: string, before = '') {
  const script = `${before}
    const { runTool, Refusal } = await import(${JSON.stringify(terminal)});
    await runTool(${tool});`;
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  return { code: child.status, said: child.stderr };
}

test('ends with the code the tool gives', () => {
  expect(run('async () => 0')).toEqual({ code: 0, said: '' });
  expect(run('async () => 4')).toEqual({ code: 4, said: '' });
});

test('says what went wrong in one line and ends with 1', () => {
  expect(run("async () => { throw new Refusal('No.\\nMore'); }")).toEqual({
    code: 1,
    said: 'No.\n',
  });
});

test('keeps the code where a library ends the process with its own', () => {
  const hook = "process.on('beforeExit', () => process.exit(0));";
  expect(run('async () => 1', hook).code).toBe(1);
  expect(run("async () => { throw new Refusal('No.'); }", hook).code).toBe(1);
});
