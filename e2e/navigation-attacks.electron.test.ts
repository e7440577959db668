import { asThePage, pageCount, watchQuestions } from './attack.ts';
import { expect, test } from './fixtures.ts';

const pageAddress = 'muharrir://app/index.html';

test('no script takes the window elsewhere or opens another', async ({ openWindow }) => {
  const { page, app } = await openWindow();
  const questions = await watchQuestions(app);

  const opened = await asThePage(page, () => {
    const addresses = [
      'file:///etc/passwd',
      'data:text/html,<h1>x</h1>',
      'muharrir://app/other.html',
      'muharrir://elsewhere/index.html',
      'smb://host/share',
      'chrome://gpu',
    ];
    for (const address of addresses) location.assign(address);
    const form = document.body.appendChild(document.createElement('form'));
    form.action = 'https://form.example/';
    form.method = 'post';
    form.submit();
    return [...addresses, 'about:blank'].map((address) => window.open(address));
  });
  expect(opened).toEqual(Array.from({ length: 7 }, () => null));

  // A web address is put to the person; the answer was no.
  expect(await asThePage(page, () => window.open('https://opened.example/'))).toBeNull();
  await expect.poll(questions).toEqual(['asked: https://opened.example/']);
  await asThePage(page, () => location.assign('https://navigated.example/'));
  await expect
    .poll(questions)
    .toEqual(['asked: https://opened.example/', 'asked: https://navigated.example/']);
  expect(page.url()).toBe(pageAddress);
  expect(await pageCount(app)).toBe(1);
});

for (const address of ['about:blank', 'about:srcdoc']) {
  test(`a page that leaves for ${address} is brought back`, async ({ openWindow }) => {
    const { page, desk } = await openWindow();
    await page.evaluate((target) => {
      setTimeout(() => location.assign(target));
    }, address);
    // Both the leaving and the coming back are loads of the page.
    await page.waitForEvent('domcontentloaded', () => page.url() === pageAddress);
    await desk.ready();
    await desk.newArticle('عادت الصفحة');
    await desk.saved();
  });
}

test('no way of clicking a link opens anything without the question', async ({ openWindow }) => {
  const { page, app, desk } = await openWindow();
  const questions = await watchQuestions(app);
  const ways = [
    { button: 'left', modifiers: [] },
    { button: 'middle', modifiers: [] },
    { button: 'left', modifiers: ['ControlOrMeta'] },
    { button: 'left', modifiers: ['Shift'] },
  ] satisfies Parameters<ReturnType<typeof page.getByRole>['click']>[0][];
  const links = [
    ['script', 'javascript:document.title="taken"'],
    ['file', 'file:///etc/passwd'],
    ['web', 'https://link.example/'],
  ] as const;
  for (const [name, address] of links) {
    await page.evaluate(
      ({ text, href }) => {
        const link = Object.assign(document.createElement('a'), { href, target: '_blank' });
        link.textContent = text;
        link.style.cssText = 'position:fixed;inset-block-start:0;z-index:9999';
        document.body.append(link);
      },
      { text: name, href: address },
    );
    const link = page.getByRole('link', { name, exact: true });
    for (const [index, way] of ways.entries()) {
      await link.click(way);
      if (name === 'web') await expect.poll(async () => (await questions()).length).toBe(index + 1);
    }
    await link.evaluate((element) => element.remove());
  }
  expect(await questions()).toEqual(ways.map(() => 'asked: https://link.example/'));
  expect(page.url()).toBe(pageAddress);
  expect(await page.title()).not.toBe('taken');
  expect(await pageCount(app)).toBe(1);
  await desk.newArticle('ما زالت الصفحة في مكانها');
});
