import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { storedArticles } from '../stored-articles.ts';
import { joinedWords, scrapedHeadline, scrapedPage } from '../texts/scraped-page.ts';
import { expect, test } from './fixtures.ts';

const addedSentence = 'ورحّب الأهالي بعودة القطار بعد انتظار طويل.';

test('an editor imports, edits, marks a name, closes, reopens and exports in the installed program', async ({
  installed,
  openProgram,
}) => {
  let program = await openProgram();
  let { desk } = program;

  await test.step('every page runs in Chromium’s sandbox, as an ordinary user', async () => {
    const processes = await program.processes();
    const pages = processes.filter(({ args }) => args.includes('--type=renderer'));
    expect(pages.length).toBeGreaterThan(0);
    for (const { status } of pages) {
      // Its system calls are filtered, it can gain no rights, and it cannot see the processes of the system.
      expect(status.get('Seccomp')).toBe('2');
      expect(status.get('NoNewPrivs')).toBe('1');
      expect(status.get('NSpid')?.split(/\s+/).length).toBeGreaterThan(1);
    }
    expect(processes.filter(({ args }) => args.includes('--no-sandbox'))).toEqual([]);
    expect(processes.filter(({ status }) => status.get('Uid')?.startsWith('0\t'))).toEqual([]);
  });

  await desk.import([{ name: 'صفحة.txt', text: scrapedPage }]);
  await expect(desk.page.headline).toHaveValue(scrapedHeadline);
  await expect(desk.page.text).toContainText(joinedWords);
  await desk.page.caretToEnd();
  await desk.page.press('Enter');
  await desk.page.type(addedSentence);
  await desk.page.annotate('name', 'سلمى الحداد');
  await desk.saved();
  const before = await desk.page.text.innerText();
  await program.close();

  program = await openProgram();
  ({ desk } = program);
  await desk.open(scrapedHeadline);
  expect(await desk.page.text.innerText()).toBe(before);
  await desk.inspector.show('names');
  await expect(desk.inspector.entry('سلمى الحداد')).toBeVisible();

  const html = await program.saved(() => desk.export('html'));
  const markdown = await program.saved(() => desk.export('markdown'));
  for (const file of [html, markdown]) {
    const text = await readFile(file, 'utf8');
    expect(text, path.basename(file)).toContain(scrapedHeadline);
    expect(text).toContain(joinedWords);
    expect(text).toContain(addedSentence);
  }
  await program.close();

  const articles = await storedArticles(installed.library);
  expect(
    articles.map(({ annotations }) => annotations.map(({ places }) => places[0]?.surface)),
  ).toEqual([['سلمى الحداد']]);
});
