import { expect, test } from './fixtures.ts';
import { storedArticles, wordsOf } from './stored-articles.ts';

const hostileHtml = `
  <style>body { display: none !important } p { background: url(https://tracker.example/style.png) }</style>
  <script>window.hostile = 'script'; fetch('https://tracker.example/script')</script>
  <h2 onclick="window.hostile = 'click'">عنوان من الصفحة</h2>
  <p style="background-image: url(https://tracker.example/inline.png)" onmouseover="window.hostile = 'over'">
    فقرة فيها <a href="javascript:window.hostile = 'link'">رابط خبيث</a>
    و<a href="https://example.org/safe">رابط سليم</a>.
  </p>
  <img src="https://tracker.example/pixel.png" onerror="window.hostile = 'error'" alt="صورة بعيدة">
  <img src="x" onerror="window.hostile = 'broken'">
  <svg onload="window.hostile = 'svg'"><script>window.hostile = 'svg script'</script></svg>
  <iframe src="https://tracker.example/frame" srcdoc="<script>parent.hostile = 'frame'</script>"></iframe>
  <object data="https://tracker.example/object"></object>
  <form action="https://tracker.example/form"><input autofocus onfocus="window.hostile = 'focus'"></form>
  <p>وفقرة بعدها</p>`;

test('pasted HTML brings its words, and nothing of it runs or reaches out', async ({
  openProgram,
  library,
}) => {
  const { desk, close } = await openProgram();
  const { page } = desk;
  const { origin } = await desk.window.evaluate(() => ({ origin: location.origin }));
  const requests: string[] = [];
  desk.window.on('request', (request) => requests.push(request.url()));
  await desk.newArticle('مقالة لُصق فيها');
  await page.type('قبل ');
  await page.paste(hostileHtml, 'نص بديل');

  await expect(page.text).toContainText('وفقرة بعدها');
  await expect(page.text).toContainText('عنوان من الصفحة');
  await expect(page.text.getByRole('link', { name: 'رابط سليم' })).toBeVisible();
  await expect(page.text.getByText('رابط خبيث')).toBeVisible();
  await expect(page.text.getByRole('link', { name: 'رابط خبيث' })).toHaveCount(0);
  await page.text.getByText('رابط خبيث').click();
  await page.text.getByText('عنوان من الصفحة').click();
  await desk.saved();

  expect(await desk.window.evaluate(() => 'hostile' in window)).toBe(false);
  await expect(page.text.locator('script, style, iframe, object, form, svg')).toHaveCount(0);
  expect(requests.filter((url) => !isOwn(url, origin))).toEqual([]);
  await close();

  const [article] = await storedArticles(library);
  const stored = JSON.stringify(article?.doc);
  expect(stored).not.toContain('javascript:');
  expect(stored).not.toContain('hostile');
  expect(article && wordsOf(article.doc)).toContain('فقرة فيها رابط خبيث');
});

function isOwn(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || url.startsWith(`blob:${origin}/`);
}
