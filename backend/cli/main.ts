import { programVersion } from '../version.ts';
import { parseCommand } from './arguments.ts';
import type { Invocation } from './arguments.ts';
import { checkLibrary } from './check-library.ts';
import { exitCodes } from './cli-error.ts';
import type { CommandContext } from './command-context.ts';
import { describeFailure } from './describe-failure.ts';
import { exportArticles } from './export-articles.ts';
import { extractTexts } from './extract-texts.ts';
import { importFiles } from './import-files.ts';
import { listArticles } from './list-articles.ts';
import { chooseLanguage, messages } from './messages.ts';
import { serveLibrary } from './serve-library.ts';
import { showArticle } from './show-article.ts';
import { openTerminal } from './terminal.ts';
import type { CliStream } from './terminal.ts';

/** The process around a command; Node's `process` is one. */
export interface CliIo {
  stdout: CliStream;
  stderr: CliStream;
  /** Read by commands that take a text from it. */
  stdin?: AsyncIterable<Uint8Array | string>;
  env: Readonly<Record<string, string | undefined>>;
  /** Relative paths start here. */
  cwd: () => string;
  /** Stops the command in good order. Absent: Ctrl+C and SIGTERM of this process do, a second one ends it at once. */
  signal?: AbortSignal;
  /** The built page for `serve`; absent: `dist/renderer` beside the sources. */
  rendererDir?: string;
}

/**
 * Runs one command (`argv` without Node and the script) and gives its exit code; `muharrir help` lists them. Every
 * failure is one line on standard error, and with `--json` also `{ "error": { code, message, details } }` on standard
 * output. Never throws.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const terminal = openTerminal(io.stdout, io.stderr);
  const text = messages[chooseLanguage(argv, io.env)];
  const interruption = io.signal === undefined ? listenForInterruption() : undefined;
  try {
    const invocation = parseCommand(argv);
    return await runCommand({
      terminal,
      text,
      io,
      json: invocation.json,
      library: invocation.library,
      signal: io.signal ?? interruption?.signal ?? new AbortController().signal,
      command: invocation.command,
    });
  } catch (error) {
    const { code, details, message, exitCode } = describeFailure(error, text);
    terminal.complain(message);
    if (argv.includes('--json')) {
      const document = { error: { code, message, details } };
      await terminal.print(`${JSON.stringify(document, undefined, 2)}\n`).catch(() => {});
    }
    return exitCode;
  } finally {
    interruption?.stop();
  }
}

type RunContext = CommandContext & { command: Invocation['command'] };

function runCommand({ command, ...context }: RunContext): Promise<number> {
  switch (command.name) {
    case 'import':
      return importFiles(command, context);
    case 'list':
      return listArticles(command, context);
    case 'show':
      return showArticle(command, context);
    case 'export':
      return exportArticles(command, context);
    case 'extract':
      return extractTexts(command, context);
    case 'check':
      return checkLibrary(context);
    case 'serve':
      return serveLibrary(command, context);
    case 'help':
      return printResult(context, 'help', context.text.help[command.about ?? 'overview']);
    case 'version':
      return printResult(context, 'version', programVersion);
    default:
      return command satisfies never;
  }
}

async function printResult(context: CommandContext, key: string, value: string): Promise<number> {
  await context.terminal.print(`${context.json ? JSON.stringify({ [key]: value }) : value}\n`);
  return exitCodes.ok;
}

function listenForInterruption() {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const names = ['SIGINT', 'SIGTERM'] as const;
  // Once: the second Ctrl+C finds no listener, and ends the process as usual.
  for (const name of names) process.once(name, abort);
  return {
    signal: controller.signal,
    stop: () => {
      for (const name of names) process.off(name, abort);
    },
  };
}
