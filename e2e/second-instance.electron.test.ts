import { spawn } from 'node:child_process';
import { expect, test } from './fixtures.ts';

test('a second start brings the first window to the front and ends', async ({
  openWindow,
  library,
}) => {
  const { app, command, desk } = await openWindow();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const second = spawn(command.executable, command.args, {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  second.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve) => second.once('close', resolve));

  expect(code).toBe(0);
  expect(said).toContain(library);
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isVisible()),
      ),
    )
    .toEqual([true]);
  await desk.newArticle('ما زالت النافذة الأولى تعمل');
  await desk.saved();
});
