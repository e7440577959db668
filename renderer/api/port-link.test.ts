import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, expect, test } from 'vitest';
import type { BridgeRequest } from '../../core/bridge.ts';
import { contract } from '../../core/contract.ts';
import { defaultSettings } from '../../core/settings.ts';
import { BackendLostError, isRetryable, toFailure } from './app-failure.ts';
import { Connection } from './connection.ts';
import { PortLink } from './port-link.ts';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

test('waits for the port, then answers', async () => {
  const { client, posted, connect, connection } = setUp();
  const answer = client.settings.get();
  expect(posted).toEqual([{ type: 'muharrir:connect' }]);
  connect(authorBackend('ليلى'));
  expect((await answer).authorName).toBe('ليلى');
  expect(connection.state).toEqual({ kind: 'connected' });
});

test('fails the calls on their way when the backend dies, and answers through the next port', async () => {
  const { client, posted, connect, connection } = setUp();
  const kill = connect(new Promise(() => {}));
  const lost = client.settings.get().catch((error: unknown) => error);
  await untilSent();
  kill();
  const error = await lost;
  expect(error).toBeInstanceOf(BackendLostError);
  expect(isRetryable(error)).toBe(true);
  expect(connection.state).toEqual({ kind: 'lost' });
  expect(posted).toHaveLength(2);

  const again = client.settings.get();
  connect(authorBackend('ليلى'));
  expect((await again).authorName).toBe('ليلى');
  expect(connection.state).toEqual({ kind: 'connected' });
});

test('fails what waits when the backend does not come back, and tries once more when asked', async () => {
  const { client, posted, connect, connection, tell } = setUp();
  const waiting = client.settings.get().catch(toFailure);
  tell({ type: 'muharrir:unavailable', code: 'LIBRARY_DAMAGED' });
  expect(await waiting).toEqual({ code: 'BACKEND_LOST', details: {} });
  expect(connection.state).toEqual({ kind: 'stopped', code: 'LIBRARY_DAMAGED' });

  // Nobody says when it comes back: a call must not wait for that.
  const late = client.settings.get().catch(toFailure);
  expect(await Promise.race([late, untilSent().then(() => 'waits')])).toEqual({
    code: 'BACKEND_LOST',
    details: {},
  });

  connection.retry();
  expect(posted).toHaveLength(2);
  const answer = client.settings.get();
  connect(authorBackend('سامي'));
  expect((await answer).authorName).toBe('سامي');
});

test('takes no notice of messages that are not from the shell', async () => {
  const { client, connect, tell, connection } = setUp();
  const { port1 } = new MessageChannel();
  ports.push(port1);
  tell({ type: 'other' }, port1);
  tell('muharrir:connected', port1);
  expect(connection.state).toEqual({ kind: 'connecting' });
  const answer = client.settings.get();
  connect(authorBackend('ليلى'));
  expect((await answer).authorName).toBe('ليلى');
});

test('lets go of what was answered while the port lives on', async () => {
  const { client, connect } = setUp();
  connect(authorBackend('ليلى'));
  const answer = new WeakRef(await client.settings.get());
  await collectGarbage();
  expect(answer.deref()).toBeUndefined();
});

test('passes on errors of the contract with code and details', async () => {
  const { client, connect } = setUp();
  connect(Promise.resolve(''));
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  const failure = await client.articles.open({ id }).catch(toFailure);
  expect(failure).toEqual({ code: 'NOT_FOUND', details: { articleId: id } });
});

function setUp() {
  const posted: BridgeRequest[] = [];
  let listener: ((data: unknown, given: readonly MessagePort[]) => void) | undefined;
  const connection = new Connection();
  const link = new PortLink(
    { post: (request) => posted.push(request), listen: (given) => (listener = given) },
    connection,
  );
  const client: ContractRouterClient<typeof contract> = createORPCClient(link);
  const tell = (data: unknown, ...given: MessagePort[]) => listener?.(data, given);
  return {
    client,
    connection,
    posted,
    tell,
    /** Gives the page a port to a backend; the result kills that backend. */
    connect: (authorName: Promise<string>) => {
      const { port1, port2 } = new MessageChannel();
      ports.push(port1, port2);
      serve(port1, authorName);
      tell({ type: 'muharrir:connected' }, port2);
      return () => port1.close();
    },
  };
}

const authorBackend = (name: string) => Promise.resolve(name);

function serve(port: MessagePort, authorName: Promise<string>): void {
  const os = implement(contract);
  const router = {
    settings: {
      get: os.settings.get.handler(async () => ({
        ...defaultSettings,
        authorName: await authorName,
      })),
    },
    articles: {
      open: os.articles.open.handler(({ input, errors }) => {
        throw errors.NOT_FOUND({ data: { articleId: input.id } });
      }),
    },
  };
  new RPCHandler(router).upgrade(port);
  port.start();
}

/** Until a call made just before has been handed to the port. */
async function untilSent(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  await new Promise((resolve) => {
    port2.addEventListener('message', resolve);
    port2.start();
    port1.postMessage('ping');
  });
}

/** A weakly held object lives until the task that made it has ended. */
async function collectGarbage(): Promise<void> {
  await untilSent();
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
}
