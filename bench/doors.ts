import { keyFragment, keyHeader } from '../core/loopback-key.ts';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as LoopbackLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { startLoopbackServer } from '../backend/http/server.ts';
import { createRouter } from '../backend/services/create-router.ts';
import { buildAll, projectFolder } from '../tools/build.ts';
import type { LibraryClient, OpenedLibrary } from './library-file.ts';

export interface Doors {
  /** Over a MessagePort, as the window speaks with its backend. */
  port: LibraryClient;
  /** Over HTTP, as the browser's page does. */
  loopback: LibraryClient;
  close: () => Promise<void>;
}

/** Both ends of each door are in this process; the loopback door has a library of its own. */
export async function openDoors(
  { library }: OpenedLibrary,
  loopbackLibrary: string,
): Promise<Doors> {
  await buildAll();
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(createRouter(library)).upgrade(port1);
  port1.start();
  port2.start();
  const server = await startLoopbackServer({
    libraryPath: loopbackLibrary,
    rendererDir: join(projectFolder, 'dist', 'renderer'),
    door: 'browser',
  });
  const { origin, cookie, key } = await admission(server.url);
  const loopback = new LoopbackLink({
    url: `${origin}/api`,
    headers: { cookie, origin, [keyHeader]: key },
  });
  return {
    port: createORPCClient(new PortLink({ port: port2 })),
    loopback: createORPCClient(loopback),
    close: async () => {
      port1.close();
      port2.close();
      await server.close();
    },
  };
}

/** What the printed address gives a browser. */
export async function admission(
  url: string,
): Promise<{ origin: string; cookie: string; key: string }> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: {
      'sec-fetch-site': 'none',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    },
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';', 1)[0];
  const key = response.headers.get('location')?.split(keyFragment)[1];
  if (cookie === undefined || key === undefined)
    throw new Error(`The loopback door answered ${response.status}`);
  return { origin: new URL(url).origin, cookie, key };
}
