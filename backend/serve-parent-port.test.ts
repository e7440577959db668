import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, isDefinedError, safe } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, expect, test } from 'vitest';
import type { Contract } from '../core/contract.ts';
import { makeFolder, makeLibrary, paragraphs } from './library.fixture.ts';
import type { BackendNotice } from './process-messages.ts';
import { serveParentPort } from './serve-parent-port.ts';
import type { ParentPort, TransferredPort } from './serve-parent-port.ts';
import { png } from './services/image.fixture.ts';

const ports: { close(): void }[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** The desktop's main process, as far as the backend sees it. */
class MainProcess extends EventEmitter {
  readonly notices: BackendNotice[] = [];
  exitCode: number | undefined;

  constructor(path: string) {
    super();
    const port: ParentPort = {
      on: (event, listener) => this.on(event, listener),
      postMessage: (notice: unknown) => this.notices.push(notice as BackendNotice),
    };
    serveParentPort(port, { path }, (code) => {
      this.exitCode = code;
      this.emit('exit');
    });
  }

  connect(): ContractRouterClient<Contract> {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    this.send({ type: 'connect' }, port2);
    const link = new RPCLink({ port: port1 });
    port1.start();
    return createORPCClient(link);
  }

  send(data: unknown, ...transferred: TransferredPort[]): void {
    this.emit('message', { data, ports: transferred });
  }
}

const path = () => join(makeFolder(), 'desk.muharrir');

test('serves each port that it is handed, files and typed errors with it', async () => {
  const main = new MainProcess(path());
  expect(main.notices).toMatchObject([{ type: 'ready', readOnlyOriginal: null }]);
  const client = main.connect();
  const second = main.connect();

  const { article } = await client.articles.create({
    fields: { headline: 'عنوان' },
    document: paragraphs('نص'),
  });
  expect((await second.articles.open({ id: article.id })).document).toEqual(paragraphs('نص'));

  const put = await client.assets.put({ file: new File([png], 'صورة.png', { type: 'image/png' }) });
  const file = await second.assets.get({ src: put.src });
  expect(file).toBeInstanceOf(File);
  expect([file.type, Buffer.from(await file.arrayBuffer()).equals(png)]).toEqual([
    'image/png',
    true,
  ]);
  const text = `خبر من ملف\n\n${'فقرة فيها كلام كثير عن موضوع واحد. '.repeat(6)}\n`;
  const imported = await client.imports.create({ file: new File([text], 'خبر وصل.txt') });
  expect((await client.imports.report({ articleId: imported.articleId })).fileName).toBe(
    'خبر وصل.txt',
  );

  const { error } = await safe(client.articles.save({ id: article.id, baseRevision: 9 }));
  expect(isDefinedError(error) && [error.code, error.data]).toEqual(['CONFLICT', { revision: 1 }]);

  main.send({ type: 'close' });
  await once(main, 'exit');
});

test('finishes and answers the running call before it says that it is closed', async () => {
  const main = new MainProcess(path());
  const client = main.connect();
  await client.articles.create({ document: paragraphs('نص') });
  const check = client.library.check();
  // The call has reached the backend when a later one is answered.
  await client.settings.get();
  main.send({ type: 'close' });
  main.send({ type: 'close' });
  expect(await check).toMatchObject({ ok: true });
  const late = await safe(client.articles.list({}));
  if (main.exitCode === undefined) await once(main, 'exit');
  expect(isDefinedError(late.error) && late.error.code).toBe('CLOSING');
  expect(main.notices.slice(1)).toEqual([{ type: 'closed' }]);
  expect(main.exitCode).toBe(0);
});

test('says why a library cannot be opened, and ends', () => {
  const { path: held } = makeLibrary();
  const main = new MainProcess(held);
  expect(main.notices).toMatchObject([
    { type: 'failed', code: 'LIBRARY_IN_USE', details: { pid: process.pid, door: 'cli' } },
  ]);
  expect(main.exitCode).toBe(1);
});

test('hands nothing to a port that comes with another message', async () => {
  const main = new MainProcess(path());
  const { port1, port2 } = new MessageChannel();
  main.send({ type: 'other' }, port2);
  main.send(null);
  await once(port1, 'close');
  main.send({ type: 'close' });
  await once(main, 'exit');
  expect(main.exitCode).toBe(0);
});
