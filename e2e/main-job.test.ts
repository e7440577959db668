import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { faultsOfHtml } from './html-faults.ts';
import { storedArticles } from './stored-articles.ts';
import { furniture, joinedWords, scrapedHeadline, scrapedPage } from './texts/scraped-page.ts';

const addedSentence = 'ورحّب الأهالي بعودة القطار بعد انتظار طويل.';

test('an editor imports, edits, marks, closes, reopens and exports without losing a character', async ({
  openProgram,
  library,
}) => {
  let program = await openProgram();
  let { desk } = program;

  await desk.import([{ name: 'صفحة.txt', text: scrapedPage }]);
  await expect(desk.page.headline).toHaveValue(scrapedHeadline);
  await expect(desk.page.text).toContainText(joinedWords);
  for (const words of furniture) await expect(desk.page.text).not.toContainText(words);

  await desk.page.caretToEnd();
  await desk.page.press('Enter');
  await desk.page.type(addedSentence);

  await desk.page.annotate('name', 'سلمى الحداد');
  await desk.page.annotate('date', '3 مارس 2026');
  await desk.page.annotate('source', 'وكالة أنباء الساحل');
  await desk.saved();
  const before = await desk.page.text.innerText();
  await program.close();

  program = await openProgram();
  ({ desk } = program);
  await desk.open(scrapedHeadline);
  expect(await desk.page.text.innerText()).toBe(before);
  for (const [panel, words] of [
    ['names', 'سلمى الحداد'],
    ['dates', '3 مارس 2026'],
    ['sources', 'وكالة أنباء الساحل'],
  ] as const) {
    await desk.inspector.show(panel);
    await expect(desk.inspector.entry(words)).toBeVisible();
  }

  const html = await program.saved(() => desk.export('html'));
  const markdown = await program.saved(() => desk.export('markdown'));
  expect(await faultsOfHtml(html)).toEqual([]);

  for (const file of [html, markdown]) {
    await desk.import([{ name: path.basename(file), text: await readFile(file) }]);
    await expect(desk.importDialog.dialog).toBeHidden();
    await expect(desk.page.headline).toHaveValue(scrapedHeadline);
    await expect(desk.page.text).toContainText(addedSentence);
  }
  await desk.saved();
  await program.close();

  const articles = await storedArticles(library);
  expect(articles).toHaveLength(3);
  const [fromMarkdown, fromHtml, original] = articles;
  expect(
    original?.annotations.map(({ value, places }) => [value.kind, places[0]?.surface]),
  ).toEqual([
    ['name', 'سلمى الحداد'],
    ['date', '3 مارس 2026'],
    ['source', 'وكالة أنباء الساحل'],
  ]);
  expect(fromHtml?.content).toEqual(original?.content);
  expect(fromMarkdown?.content).toEqual(original?.content);
});
