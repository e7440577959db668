import { expect, test } from './fixtures.ts';

test('an article copied as HTML is pasted into another with its form', async ({ openProgram }) => {
  const { desk } = await openProgram();
  const { page, words } = desk;
  await desk.newArticle('مقالة تُنسخ');
  await page.shortcut('heading2');
  await page.type('عنوان داخلي');
  await page.press('Enter');
  await page.type('سطر من المقالة');
  await desk.command(words.shell.copyFragment);
  await expect(desk.message(words.shell.copied)).toBeVisible();

  await desk.newArticle('مقالة يُلصق فيها');
  await page.press('ControlOrMeta+KeyV');
  await expect(page.text.getByRole('heading', { level: 2, name: 'عنوان داخلي' })).toBeVisible();
  await expect(page.paragraph('سطر من المقالة')).toBeVisible();
});
