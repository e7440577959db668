import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { inLibrary, storedArticles, wordsOf } from './stored-articles.ts';
import { furniture, scrapedHeadline, scrapedPage } from './texts/scraped-page.ts';

test('the whole main job is done with the keyboard alone', async ({ openProgram, library }) => {
  const program = await openProgram();
  const { desk, close } = program;
  const { page, inspector, keys, words } = desk;
  const { annotation } = words.editor;
  const pointerPresses = await keys.watchPointer();

  // Import, from the button of the empty library.
  await keys.enter(
    desk.library.pane.getByRole('button', { name: words.shell.importFiles }).first(),
  );
  await desk.importDialog.chooseBy(
    () => keys.enter(desk.importDialog.filesButton),
    [{ name: 'صفحة.txt', text: scrapedPage }],
  );
  await expect(page.headline).toHaveValue(scrapedHeadline);
  await expect(page.text).toBeFocused();

  // The report: its changes are lists with one stop each.
  await desk.press('nextPane');
  await expect(inspector.tab('import')).toBeFocused();
  const conjunction = inspector.change('split-conjunction', 'قالت');
  const glued = inspector.change('glued-scripts', 'Team');
  await keys.reach(inspector.changes.first());
  await keys.reach(conjunction, 'ArrowDown');
  await keys.press('Enter');
  await expect(conjunction).toContainText(words.panels.states.accepted);
  await expect(page.paragraph('وقالت الحداد')).toBeVisible();
  await keys.reach(glued, 'ArrowDown');
  await keys.press('Backspace');
  await expect(glued).toContainText(words.panels.states.dismissed);
  await keys.press('Escape');
  await expect(page.text).toBeFocused();

  // Text, and a name, a date and a source out of it.
  await keys.press('ControlOrMeta+End');
  await keys.press('Enter');
  await page.type('ورحّب الأهالي بعودة القطار.');

  await page.selectByKeys('سلمى الحداد');
  await page.shortcut('name');
  const name = page.panel(annotation.newName);
  await expect(name.getByRole('textbox', { name: words.panels.name })).toBeFocused();
  await keys.reach(name.getByRole('textbox', { name: words.panels.role }));
  await page.type('وزيرة النقل');
  await keys.enter(name.getByRole('button', { name: annotation.confirm, exact: true }));
  await expect(page.text).toBeFocused();

  await page.selectByKeys('3 مارس 2026', 'word');
  await page.shortcut('date');
  await expect(page.panel(annotation.newDate)).toBeVisible();
  await keys.press('Enter');
  await expect(page.text).toBeFocused();

  await page.selectByKeys('وكالة أنباء الساحل');
  await page.shortcut('source');
  const source = page.panel(annotation.newSource);
  await keys.choose(
    source.getByRole('button', { name: words.panels.sourceKind }),
    words.panels.sourceKinds.agency,
  );
  await keys.reach(source.getByRole('textbox', { name: words.panels.link }));
  await page.type('https://example.org/sahel');
  await keys.press('Enter');
  await expect(source).toBeHidden();
  await expect(page.text).toBeFocused();

  // The record's own fields.
  await desk.press('nextPane');
  await keys.reach(inspector.tab('data'), 'ArrowRight');
  await keys.reach(inspector.pane.getByRole('textbox', { name: words.panels.desk }));
  await page.type('اقتصاد');
  await keys.reach(inspector.pane.getByRole('textbox', { name: words.panels.tags }));
  await page.type('قطارات');
  await keys.press('Enter');
  await keys.press('Escape');
  await expect(page.text).toBeFocused();
  await desk.saved();

  // Another article, and back.
  await desk.press('newArticle');
  await expect(page.headline).toBeFocused();
  await page.type('مقالة ثانية');
  await keys.press('Enter', 2);
  await expect(page.text).toBeFocused();
  await page.type('سطر من المقالة الثانية');
  await desk.saved();
  await desk.press('search');
  await page.type('القطار');
  await expect(desk.library.rows).toHaveCount(1);
  await keys.press('ArrowDown');
  await expect(desk.library.list).toBeFocused();
  await keys.press('Enter');
  await expect(page.headline).toHaveValue(scrapedHeadline);
  await expect(page.text).toBeFocused();

  // A setting.
  await desk.press('settings');
  await keys.reach(desk.settings.dialog.getByRole('radio', { name: words.settings.system }));
  await keys.reach(desk.settings.choice(words.settings.dark), 'ArrowLeft');
  await expect(desk.window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await keys.press('Escape');
  await expect(page.text).toBeFocused();

  // Out: by the menu, and by its own shortcut.
  await desk.saved();
  const html = await program.saved(async () => {
    await keys.enter(desk.exportButton, 'Shift+Tab');
    await keys.reach(desk.exportItem('html'), 'ArrowDown');
    await keys.press('Enter');
  });
  const markdown = await program.saved(() => desk.press('exportMarkdown'));
  for (const file of [html, markdown]) {
    const text = await readFile(file, 'utf8');
    expect(text).toContain('ورحّب الأهالي بعودة القطار.');
    expect(text).toContain('وقالت الحداد');
    for (const left of furniture) expect(text).not.toContain(left);
  }
  expect(await pointerPresses()).toBe(0);
  await close();

  const first = (await storedArticles(library)).find(
    ({ article }) => article.headline === scrapedHeadline,
  );
  expect(first?.article).toMatchObject({ desk: 'اقتصاد', tags: ['قطارات'] });
  expect(first && wordsOf(first.doc)).toContain('ورحّب الأهالي بعودة القطار.');
  expect(first?.annotations.map(({ value, places }) => [value, places[0]?.surface])).toMatchObject([
    [{ kind: 'name', name: 'سلمى الحداد', role: 'وزيرة النقل' }, 'سلمى الحداد'],
    [{ kind: 'date', value: '2026-03-03' }, '3 مارس 2026'],
    [
      { kind: 'source', sourceKind: 'agency', link: 'https://example.org/sahel' },
      'وكالة أنباء الساحل',
    ],
  ]);
  expect(await inLibrary(library, (client) => client.settings.get())).toMatchObject({
    theme: 'dark',
  });
});
