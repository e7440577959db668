import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Contract } from '../../core/contract.ts';
import { AppError } from '../../core/errors.ts';
import { defaultLibraryPath } from '../library-path.ts';
import { openLibrary } from '../open-library.ts';
import { createRouter } from '../services/create-router.ts';
import { CliError, exitCodes } from './cli-error.ts';
import type { CliIo } from './main.ts';
import type { Messages } from './messages.ts';
import { printable } from './printable.ts';
import type { Terminal } from './terminal.ts';

/** What every command has at hand. */
export interface CommandContext {
  terminal: Terminal;
  text: Messages;
  json: boolean;
  /** `--library` as given. */
  library: string | undefined;
  signal: AbortSignal;
  io: CliIo;
}

/** The contract's methods in this process. They throw the contract's errors; `toAppError` reads them. */
export type CliClient = ContractRouterClient<Contract>;

/**
 * Opens the library, runs `work`, and lets the library go whatever happens. `write`: the command changes the library,
 * so that a missing one is made and one that cannot be written is refused; otherwise it is the other way round.
 * Throws an AppError or a CliError.
 */
export async function withLibrary<T>(
  context: CommandContext,
  access: 'read' | 'write',
  work: (client: CliClient) => Promise<T>,
): Promise<T> {
  const path = libraryPath(context);
  // Reading must not leave an empty library behind a mistyped name.
  if (access === 'read' && !existsSync(path)) {
    throw new CliError(exitCodes.library, 'LIBRARY_UNREACHABLE', (text) =>
      text.noLibrary(printable(path)),
    );
  }
  const library = openLibrary({ path, door: 'cli' });
  try {
    if (library.readOnlyOriginal !== null) {
      if (access === 'write') throw new AppError('READ_ONLY', { path: library.readOnlyOriginal });
      context.terminal.note(context.text.readOnlyCopy(printable(library.readOnlyOriginal)));
    }
    return await work(createRouterClient(createRouter(library)));
  } finally {
    await library.shutdown();
  }
}

/** Absolute path of the library that the command line and the environment name. */
export function libraryPath({ library, io }: CommandContext): string {
  if (library !== undefined) return resolve(io.cwd(), library);
  const named = io.env['MUHARRIR_LIBRARY'];
  if (named !== undefined && named !== '') return resolve(io.cwd(), named);
  return defaultLibraryPath(io.env, process.platform, homedir());
}

/** Lets Ctrl+C be noticed between two pieces of work, and says whether it came. */
export async function isInterrupted({ signal }: CommandContext): Promise<boolean> {
  await setImmediate();
  return signal.aborted;
}

/** Prints `value` as the one JSON document of a command. */
export function printJson({ terminal }: CommandContext, value: unknown): Promise<void> {
  return terminal.print(`${JSON.stringify(value, undefined, 2)}\n`);
}
