import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication, Page } from '@playwright/test';

/**
 * Runs `code` as the page's own script would run: out of a timer of the page, not under the test driver's hand, which
 * the page's policy does not bind. `code` is sent to the page as text and must not use anything around it. Gives what it
 * returns, or `refused: ` and the error's name.
 */
export async function asThePage(
  page: Page,
  code: (server: string) => unknown,
  server = '',
): Promise<unknown> {
  return page.evaluate(
    ([source = '', argument = '']) =>
      new Promise<unknown>((resolve) => {
        // Compiled here, where the driver may; called from the timer, where only the page's rights hold.
        // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- see above
        const run = new Function(`return (${source})`)() as (server: string) => unknown;
        setTimeout(() => {
          void (async () => run(argument))().then(resolve, (error: unknown) =>
            resolve(`refused: ${error instanceof Error ? error.name : String(error)}`),
          );
        });
      }),
    [code.toString(), server],
  );
}

/**
 * Stands in for the person, who answers every question with no, and for the system's browser. Gives a function that
 * tells what has been asked and opened so far.
 */
export async function watchQuestions(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog, shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = async (...args: unknown[]) => {
      const { detail } = args.at(-1) as { detail: string };
      asked.push(`asked: ${detail}`);
      return { response: 1, checkboxChecked: false };
    };
    shell.openExternal = async (address) => {
      asked.push(`opened: ${address}`);
    };
  });
  return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}

/** How many pages the program has. */
export function pageCount(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
}

export interface ListeningServer {
  /** Address and port. */
  host: string;
  /** Whoever so much as connected, over TCP or UDP, and what they asked for. */
  met: string[];
  close: () => Promise<void>;
}

/** A server on this machine that answers everything and takes note of it. */
export async function listeningServer(): Promise<ListeningServer> {
  const met: string[] = [];
  const http = createServer((request, response) => {
    met.push(`request ${request.url}`);
    response.end();
  });
  http.on('connection', () => met.push('connection'));
  const udp = createSocket('udp4', () => met.push('datagram'));
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const { port } = http.address() as AddressInfo;
  await new Promise<void>((resolve) => {
    udp.bind(port, '127.0.0.1', resolve);
  });
  return {
    host: `127.0.0.1:${port}`,
    met,
    close: async () => {
      udp.close();
      http.closeAllConnections();
      await new Promise((resolve) => {
        http.close(resolve);
      });
    },
  };
}
