import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, test } from './fixtures.ts';

/** A port of loopback that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('nobody gets into the installed program by a debugger or by making it run as Node', async ({
  installed,
}) => {
  const port = await freePort();
  const program = installed.start(
    [`--remote-debugging-port=${port}`, '--inspect=0', '--inspect-brk=0'],
    { NODE_OPTIONS: '--inspect=0', ELECTRON_RUN_AS_NODE: '1' },
  );
  // The library is opened by the backend, which is started after all of these would have taken effect.
  const opened = () => program.main.exitCode ?? existsSync(`${installed.library}-wal`);
  await expect.poll(opened, { timeout: 30_000 }).not.toBe(false);
  expect(program.main.exitCode).toBeNull();
  await expect(fetch(`http://127.0.0.1:${port}/json/version`)).rejects.toThrow('fetch failed');
  expect(program.output()).not.toMatch(/(Debugger|DevTools) listening/);
  program.main.kill('SIGTERM');
  await program.ended;
});
