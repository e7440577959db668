import { expect, test } from './fixtures.ts';

const headline = 'رئيس بلدية الوادي يعلن بدء ترميم السوق القديم بعد عشر سنوات من الانتظار';

test('in a narrow window the inspector takes the room of the library and covers nothing of the page', async ({
  openProgram,
}) => {
  const { desk } = await openProgram({ size: { width: 1024, height: 700 } });
  const { page, library, inspector } = desk;
  await desk.newArticle(headline);
  await expect(library.pane).toBeVisible();
  await desk.press('toggleInspector');
  await expect(inspector.pane).toBeVisible();
  await expect(library.pane).toBeHidden();
  const pane = await inspector.pane.boundingBox();
  const line = await page.headline.boundingBox();
  if (pane === null || line === null) throw new Error('Nothing to measure');
  expect(pane.x + pane.width).toBeLessThanOrEqual(line.x);

  // Each comes back by its own key.
  await desk.press('search');
  await expect(library.searchBox).toBeFocused();
  await expect(inspector.pane).toBeHidden();
});
