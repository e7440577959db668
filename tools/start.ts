import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { defaultLibraryPath } from '../backend/library-path.ts';
import { buildAll, projectFolder } from './build.ts';
import { findElectron, routeSentence } from './electron-runtime/find-electron.ts';
import { openBrowser } from './start/open-browser.ts';
import { startHelp, startOptions, type StartOptions } from './start/start-options.ts';
import { checkElectron, displayReason } from './start/window-check.ts';
import { oneLine, Refusal, runTool, say } from './terminal.ts';

/** `npm start`: builds, then opens the window; where none can open, says why and serves the same page to the browser. */
export function start(): Promise<void> {
  return runTool(async (signal) => {
    const options = startOptions(process.argv.slice(2));
    if (options.help) {
      process.stdout.write(`${startHelp}\n`);
      return 0;
    }
    if (await buildAll()) say('Built.');
    if (!options.browser) {
      const window = await prepareWindow(signal);
      if (window.can) return openDesktop(window.executable, window.flags, options, signal);
      say(`No window can open: ${window.reason.replace(/\.$/, '')}. The browser takes its place.`);
    }
    return serveBrowser(options, signal);
  });
}

type Prepared = { can: true; executable: string; flags: string[] } | { can: false; reason: string };

async function prepareWindow(signal: AbortSignal): Promise<Prepared> {
  // Before anything is fetched: without a display the runtime would be of no use.
  const noDisplay = displayReason(process.env, process.platform);
  if (noDisplay !== undefined) return { can: false, reason: noDisplay };
  try {
    const electron = await findElectron({ signal });
    say(routeSentence(electron));
    const check = await checkElectron(electron.executable, process.env);
    if (!check.can) return check;
    if (check.notice !== undefined) say(check.notice);
    return { can: true, executable: electron.executable, flags: check.flags };
  } catch (error) {
    signal.throwIfAborted();
    return { can: false, reason: oneLine(error) };
  }
}

/** Opens the window and resolves to Electron's exit code once it is closed. */
async function openDesktop(
  executable: string,
  flags: string[],
  options: StartOptions,
  signal: AbortSignal,
): Promise<number> {
  const library = options.library === undefined ? [] : ['--library', options.library];
  // A process group of its own: Ctrl+C asks the window to close and does not hit the backend while it writes.
  // Chromium complains on standard error about a desktop's services that are not there; nobody can act on that.
  const quiet = process.env['MUHARRIR_DEBUG'] === '1' ? [] : ['--log-level=3'];
  const child = spawn(executable, [...flags, ...quiet, projectFolder, ...library], {
    // Set by editors that are Electron programs themselves, it would turn the window into plain Node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Serves the page on loopback until Ctrl+C. */
async function serveBrowser(options: StartOptions, signal: AbortSignal): Promise<number> {
  const { startLoopbackServer } = await import('../backend/http/server.ts');
  const server = await startLoopbackServer({
    libraryPath: options.library ?? defaultLibraryPath(process.env, process.platform, homedir()),
    rendererDir: join(projectFolder, 'dist', 'renderer'),
    ...(options.port === undefined ? {} : { port: options.port }),
    door: 'browser',
  }).catch(async (error: unknown) => {
    throw new Refusal(await startFailure(error, options.port ?? 0));
  });
  process.stdout.write(`${server.url}\n`);
  const opened = options.open && (await openBrowser(server.url, process.env, process.platform));
  say(
    opened
      ? 'Opened in the browser. Ctrl+C ends it.'
      : 'Open this address in a browser on this machine. Ctrl+C ends it.',
  );
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await server.close();
  return 0;
}

/** Why the browser door did not open, in the words of the command line. */
async function startFailure(error: unknown, port: number): Promise<string> {
  const { explainStart } = await import('../backend/cli/serve-library.ts');
  const { describeFailure } = await import('../backend/cli/describe-failure.ts');
  const { chooseLanguage, messages } = await import('../backend/cli/messages.ts');
  const text = messages[chooseLanguage(process.argv, process.env)];
  return describeFailure(explainStart(error, port), text).message;
}
