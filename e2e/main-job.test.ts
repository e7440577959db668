import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, test } from './fixtures.ts';
import { storedArticles } from './stored-articles.ts';
import { Desk } from './page-models/desk.ts';
import { furniture, joinedWords, scrapedHeadline, scrapedPage } from './texts/scraped-page.ts';

const addedSentence = 'ورحّب الأهالي بعودة القطار بعد انتظار طويل.';

test('an editor imports, edits, marks, closes, reopens and exports without losing a character', async ({
  openProgram,
  folder,
}) => {
  let door = await openProgram();
  let desk = new Desk(door.page);
  await desk.ready();

  await desk.import([{ name: 'صفحة.txt', text: scrapedPage }]);
  await expect(desk.headline).toHaveValue(scrapedHeadline);
  await expect(desk.text).toContainText(joinedWords);
  for (const words of furniture) await expect(desk.text).not.toContainText(words);

  await desk.text.click();
  await door.page.keyboard.press('Control+End');
  await door.page.keyboard.press('Enter');
  await door.page.keyboard.insertText(addedSentence);

  await desk.annotate('name', 'سلمى الحداد');
  await desk.annotate('date', '3 مارس 2026');
  await desk.annotate('source', 'وكالة أنباء الساحل');
  await desk.saved();
  const before = await desk.text.innerText();
  await door.close();

  door = await openProgram();
  desk = new Desk(door.page);
  await desk.ready();
  await desk.open(scrapedHeadline);
  expect(await desk.text.innerText()).toBe(before);
  for (const [panel, words] of [
    ['names', 'سلمى الحداد'],
    ['dates', '3 مارس 2026'],
    ['sources', 'وكالة أنباء الساحل'],
  ] as const) {
    await expect((await desk.showPanel(panel)).getByText(words).first()).toBeVisible();
  }

  const html = await door.saved(() => desk.export('exportHtml'));
  const markdown = await door.saved(() => desk.export('exportMarkdown'));
  const report = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateFile(
    html,
  );
  expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);

  for (const file of [html, markdown]) {
    await desk.import([{ name: path.basename(file), text: await readFile(file) }]);
    await expect(desk.importDialog).toBeHidden();
    await expect(desk.headline).toHaveValue(scrapedHeadline);
    await expect(desk.text).toContainText(addedSentence);
  }
  await desk.saved();
  await door.close();

  const articles = await storedArticles(path.join(folder, 'library.muharrir'));
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
