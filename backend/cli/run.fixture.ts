import { runCli } from './main.ts';

/** The command line as a process of its own, for tests. */
process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: () => process.cwd(),
  ...(process.env['RENDERER_DIR'] === undefined
    ? {}
    : { rendererDir: process.env['RENDERER_DIR'] }),
});
