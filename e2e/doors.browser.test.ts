import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startBrowserProgram } from './browser-door.ts';
import { expect, test } from './fixtures.ts';

test('without the token of this start the page is locked', async ({ openInBrowser }) => {
  const { address, newPage } = await openInBrowser();
  const { origin, pathname } = new URL(address);
  // A person who has been let in stays in; another browser has no cookie of it.
  const stranger = await newPage();
  await stranger.context().clearCookies();
  for (const wrong of [`${origin}${pathname}`, `${origin}/?token=${'0'.repeat(43)}`]) {
    // oxlint-disable-next-line no-await-in-loop -- one page, one address after another
    const response = await stranger.goto(wrong);
    expect(response?.status()).toBeGreaterThanOrEqual(400);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await expect(stranger.getByRole('heading', { name: 'هذه الصفحة مقفلة' })).toBeVisible();
    // oxlint-disable-next-line no-await-in-loop -- as above
    await expect(stranger.getByRole('complementary')).toHaveCount(0);
  }
});

test('a second program on the same library says which process holds it', async ({
  openInBrowser,
  library,
}) => {
  const { desk } = await openInBrowser();
  await desk.newArticle('مقالة في برنامج مفتوح');
  const second = startBrowserProgram(library);
  expect(await second.ended).not.toBe(0);
  expect(second.output()).toContain(library);
  expect(second.output()).toMatch(/\b\d{2,}\b/);
  expect(second.output()).not.toMatch(/^\s+at /m);
  await desk.saved();
});

test('what a browser carries to another port of the machine opens no article', async ({
  openInBrowser,
}) => {
  const { desk, page, address, newPage } = await openInBrowser();
  await desk.newArticle('مقالة لا يقرؤها غير أهلها');
  await desk.saved();
  const { origin } = new URL(address);
  expect(page.url()).toBe(`${origin}/`);

  const heard: IncomingHttpHeaders[] = [];
  const listener = createServer((request, response) => {
    heard.push(request.headers);
    response.end('<!doctype html><title>مستمع</title>');
  });
  await new Promise<void>((resolve) => {
    listener.listen(0, '127.0.0.1', resolve);
  });
  try {
    const visitor = await newPage();
    await visitor.goto(`http://127.0.0.1:${(listener.address() as AddressInfo).port}/`);
  } finally {
    listener.close();
  }
  const cookie = heard[0]?.cookie ?? '';
  // So the cookie is not the door's secret: whoever listens on this machine may be given it.
  expect(cookie).toContain('muharrir-');
  expect(JSON.stringify(heard)).not.toContain('key');
  const secret = cookie.split('=')[1] ?? '';
  const statuses = await Promise.all(
    ['', secret].map(async (key) => {
      const answer = await fetch(`${origin}/api/articles/list`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json', 'x-muharrir-key': key },
        body: '{"json":{}}',
      });
      return answer.status;
    }),
  );
  expect(statuses).toEqual([401, 401]);
  const readdressed = await fetch(`${origin}/?token=${secret}`, { redirect: 'manual' });
  expect(readdressed.status).toBe(401);

  // A further tab of the person's own needs no address again.
  const second = await newPage();
  await second.goto(origin);
  await expect(second.getByText('مقالة لا يقرؤها غير أهلها').first()).toBeVisible();
});
