import { fileURLToPath } from 'node:url';
import { AppError } from '../../core/errors.ts';
import { startLoopbackServer } from '../http/server.ts';
import type { Command } from './arguments.ts';
import { CliError, UsageError, exitCodes } from './cli-error.ts';
import { libraryPath, printJson } from './command-context.ts';
import type { CommandContext } from './command-context.ts';

/** `muharrir serve`: runs until it is stopped, which is its good end. */
export async function serveLibrary(
  { port }: Extract<Command, { name: 'serve' }>,
  context: CommandContext,
): Promise<number> {
  const { terminal, text, json, io, signal } = context;
  const library = libraryPath(context);
  const server = await startLoopbackServer({
    libraryPath: library,
    rendererDir: io.rendererDir ?? fileURLToPath(new URL('../../dist/renderer', import.meta.url)),
    port,
    door: 'browser',
  }).catch((error: unknown) => {
    throw explainStart(error, port);
  });
  try {
    if (json) await printJson(context, { url: server.url, library });
    else await terminal.print(`${text.serving(server.url)}\n`);
    terminal.note(text.servingHint);
    if (!signal.aborted) {
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve, { once: true });
      });
    }
    terminal.note(text.stopping);
  } finally {
    await server.close();
  }
  return exitCodes.ok;
}

/** A taken port and a missing build in their own words; any other error as it is. */
export function explainStart(error: unknown, port: number): unknown {
  if (!(error instanceof AppError)) return error;
  const { code, details } = error;
  if (code === 'INVALID_INPUT' && details['option'] === 'port') {
    return new UsageError((text) =>
      details['reason'] === 'EADDRINUSE' ? text.portTaken(port) : text.portRefused(port),
    );
  }
  if (code === 'FILE_UNREADABLE') {
    return new CliError(exitCodes.failed, 'FILE_UNREADABLE', (text) => text.notBuilt);
  }
  return error;
}
