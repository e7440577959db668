import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../terminal.ts';

export interface StartOptions {
  /** Serve the page on loopback and do not look for a window. */
  browser: boolean;
  /** Absolute path, or undefined for the usual library. */
  library: string | undefined;
  /** Port of the browser door; undefined for any free one. */
  port: number | undefined;
  /** Whether to open the system's browser at the address. */
  open: boolean;
  help: boolean;
}

/** Reads what follows `npm start --`. @throws Refusal naming what is not understood. */
export function startOptions(args: readonly string[]): StartOptions {
  const { values } = read(args);
  return {
    browser: values.browser,
    library: values.library === undefined ? undefined : resolve(values.library),
    port: values.port === undefined ? undefined : portNumber(values.port),
    open: !values['no-open'],
    help: values.help,
  };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        browser: { type: 'boolean', default: false },
        library: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ', 1)[0] : String(error);
    throw new Refusal(`${reason}. See npm start -- --help.`);
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw new Refusal(`--port must be a number from 1 to 65535, not “${text}”.`);
  }
  return port;
}

export const startHelp = `npm start -- [options]

Builds Muharrir and opens it in a window; where no window can open, serves it to the browser on this machine.

  --browser        serve it to the browser outright
  --library FILE   the library to open (otherwise MUHARRIR_LIBRARY, otherwise the usual one)
  --port N         the port of the browser door (otherwise any free one)
  --no-open        do not open the browser, only print the address
  --help           this text`;
