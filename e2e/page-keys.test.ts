import { expect, test } from './fixtures.ts';
import { storedArticles } from './stored-articles.ts';
import { picture } from './texts/image.ts';

test('Escape and the window’s shortcuts work from the field of tags too', async ({
  openProgram,
}) => {
  const { desk } = await openProgram();
  const { page, words } = desk;
  await desk.newArticle('مقالة بوسوم');
  await page.type('نص');
  const data = await desk.inspector.show('data');
  const tags = data.getByRole('textbox', { name: words.panels.tags });
  await tags.focus();
  await page.type('زراعة');
  await page.press('Enter');
  await page.press('Escape');
  await expect(page.text).toBeFocused();
  await page.type(' آخر');
  await expect(page.text).toHaveText('نص آخر');

  await tags.focus();
  await desk.press('newArticle');
  await expect(page.headline).toBeFocused();
  await expect(page.headline).toHaveValue('');
  await expect(desk.library.rows).toHaveCount(2);
});

test('the arrows lead through a figure, from the line above to the line below and back', async ({
  openProgram,
  library,
}) => {
  const { desk, close } = await openProgram();
  const { page } = desk;
  await desk.newArticle('مقالة بصورة');
  await page.type('فوق');
  await page.press('Enter');
  await page.chooseImage(() => page.shortcut('figure'), picture);
  await page.press('ControlOrMeta+End');
  await page.type('تحت');

  // Up and up again: through the caption, to the first line.
  await page.press('ArrowUp');
  await page.type('شرح');
  await expect(page.text.getByRole('figure')).toContainText('شرح');
  await page.press('ArrowUp');
  await page.press('End');
  await page.type(' أولًا');
  // Down through it, letter by letter at its end.
  await page.press('ArrowLeft');
  await page.press('End');
  await page.type(' مكتوب');
  await page.press('ArrowDown');
  await page.press('End');
  await page.type(' أخيرًا');
  await desk.saved();
  await close();

  const [article] = await storedArticles(library);
  expect(
    article?.doc.content?.map(({ type, content = [] }) => [
      type,
      content.map(({ text }) => text).join(''),
    ]),
  ).toEqual([
    ['paragraph', 'فوق أولًا'],
    ['figure', 'شرح مكتوب'],
    ['paragraph', 'تحت أخيرًا'],
  ]);
});

test('a footnote that is left empty vanishes, at once and when its words are taken out later', async ({
  openProgram,
}) => {
  const { desk } = await openProgram();
  const { page, words } = desk;
  const { onPage, footnote } = words.editor;
  const panel = page.panel(onPage.footnote);
  const note = panel.getByRole('textbox', { name: footnote.placeholder });
  await desk.newArticle('مقالة بحاشية');
  await page.type('جملة');
  await page.shortcut('footnote');
  await expect(note).toBeFocused();
  await page.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page.text).toBeFocused();
  await expect(page.footnotes).toHaveCount(0);
  await page.type(' أطول');
  await expect(page.text).toHaveText('جملة أطول');

  await page.shortcut('footnote');
  await page.fillFootnote('حاشية قصيرة');
  await expect(page.footnotes).toHaveCount(1);
  // A step of its own: what follows within half a second is one with it.
  await desk.saved();
  await page.press('ArrowRight');
  await page.press('Enter');
  await expect(note).toBeFocused();
  await page.press('ControlOrMeta+KeyA');
  await page.press('Delete');
  await page.press('Enter');
  await expect(panel).toBeHidden();
  await expect(page.footnotes).toHaveCount(0);
  await expect(page.text).toBeFocused();
  await page.shortcut('undo');
  await expect(page.footnotes).toHaveCount(1);
});
