import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import { expect, test } from 'vitest';
import { contract } from '../../core/contract.ts';
import { defaultSettings } from '../../core/settings.ts';
import { BackendLostError, toFailure } from './app-failure.ts';
import type { CallContext } from './call-context.ts';
import { Connection } from './connection.ts';
import { LoopbackLink } from './loopback-link.ts';

test('answers from /api of the page’s own origin', async () => {
  const { client, connection, asked } = setUp();
  expect((await client.settings.get()).authorName).toBe('ليلى');
  expect(asked).toEqual(['http://127.0.0.1:4444/api/settings/get']);
  expect(connection.state).toEqual({ kind: 'connected' });
});

test('says that the backend is lost, and asks by itself until it is back', async () => {
  const { client, connection, server, endPause } = setUp();
  server.isUp = false;
  await expect(client.settings.get()).rejects.toBeInstanceOf(BackendLostError);
  expect(connection.state).toEqual({ kind: 'lost' });
  const isBack = new Promise<void>((resolve) => {
    connection.subscribe(() => connection.state.kind === 'connected' && resolve());
  });
  endPause();
  server.isUp = true;
  endPause();
  await isBack;
  expect((await client.settings.get()).authorName).toBe('ليلى');
});

test('every call carries the key; only what must outlive the page, and may, is kept alive', async () => {
  const { client, sent } = setUp();
  await client.settings.get();
  await client.settings.get(undefined, { context: { outlivesPage: true } });
  await client.settings
    .set({ authorName: 'س'.repeat(31_000) }, { context: { outlivesPage: true } })
    .catch(() => {});
  expect(sent).toEqual([
    { key: 'kkkk', keepalive: false },
    { key: 'kkkk', keepalive: true },
    { key: 'kkkk', keepalive: false },
  ]);
});

test('reads a refusal of the server as a failure, not as a lost backend', async () => {
  const { client, server, connection } = setUp();
  server.status = 401;
  expect(await client.settings.get().catch(toFailure)).toMatchObject({ code: 'UNAUTHORIZED' });
  expect(connection.state).toEqual({ kind: 'connecting' });
});

function setUp() {
  const os = implement(contract);
  const handler = new RPCHandler({
    settings: {
      get: os.settings.get.handler(() => ({ ...defaultSettings, authorName: 'ليلى' })),
    },
    library: {
      status: os.library.status.handler(() => ({
        path: '/مكتبة',
        readOnlyOriginal: null,
        articles: 0,
        trashed: 0,
        version: '0.1.0',
      })),
    },
  });
  const server = { isUp: true, status: 200 };
  const asked: string[] = [];
  const sent: { key: string | null; keepalive: boolean | undefined }[] = [];
  const waits: (() => void)[] = [];
  let ended = 0;
  const connection = new Connection();
  const link = new LoopbackLink({
    origin: 'http://127.0.0.1:4444',
    key: 'kkkk',
    connection,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      asked.push(request.url);
      sent.push({ key: request.headers.get('x-muharrir-key'), keepalive: init.keepalive });
      if (!server.isUp) throw new TypeError('Failed to fetch');
      if (server.status !== 200) return refusal(server.status);
      const { response } = await handler.handle(request, { prefix: '/api' });
      return response ?? new Response(null, { status: 404 });
    },
    wait: () =>
      new Promise((resolve) => {
        if (ended === 0) waits.push(resolve);
        else {
          ended -= 1;
          resolve();
        }
      }),
  });
  const client: ContractRouterClient<typeof contract, CallContext> = createORPCClient(link);
  return {
    client,
    connection,
    server,
    asked,
    sent,
    /** Lets one pause between two questions end, this one or the next. */
    endPause: () => {
      const end = waits.shift();
      if (end === undefined) ended += 1;
      else end();
    },
  };
}

function refusal(status: number): Response {
  const body = { json: { defined: false, code: 'UNAUTHORIZED', status, message: 'no', data: {} } };
  return Response.json(body, { status });
}
