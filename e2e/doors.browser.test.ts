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
