import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

/** A reason to stop that a person can act on. Its message is one sentence, shown without a stack trace. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** One line on standard error: what a tool does now, or why it stops. Standard output is kept for results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** True where `moduleUrl` is the file that Node was started with. */
export function isEntry(moduleUrl: string): boolean {
  return argv[1] !== undefined && pathToFileURL(argv[1]).href === moduleUrl;
}

/**
 * Runs a tool and sets the process's exit code to its answer. Every failure is one line on standard error and exit
 * code 1; `MUHARRIR_DEBUG=1` adds the stack. Ctrl+C or a polite kill aborts the signal: the tool puts its things in
 * order, and the exit code is 130.
 */
export async function runTool(tool: (signal: AbortSignal) => Promise<number>): Promise<void> {
  const stop = new AbortController();
  const abort = () => stop.abort(new Refusal('Stopped.'));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, abort);
  let code = 1;
  // Last word on the exit code: electron-builder brings a hook that ends the process with 0 whatever it was.
  process.once('exit', () => {
    process.exitCode = code;
  });
  try {
    code = await tool(stop.signal);
  } catch (error) {
    say(oneLine(error));
    if (
      process.env['MUHARRIR_DEBUG'] === '1' &&
      error instanceof Error &&
      error.stack !== undefined
    )
      say(error.stack);
    code = stop.signal.aborted ? 130 : 1;
  }
}

/** The first line of what went wrong. */
export function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0]?.trim() || 'Unknown error';
}
