import { axeFaults } from './axe-faults.ts';
import { expect, test } from './fixtures.ts';
import { inLibrary, storedArticles } from './stored-articles.ts';
import { bridgeHeadline, bridgePage } from './texts/bridge-page.ts';

const person = 'كريم الجبوري';

test('what the program finds is accepted, edited or rejected, and a decision holds after reopening', async ({
  openProgram,
  library,
}) => {
  let program = await openProgram();
  let { desk } = program;
  const { words } = desk;
  const { panels } = words;
  await desk.import([{ name: 'جسر.txt', text: bridgePage }]);
  await expect(desk.page.headline).toHaveValue(bridgeHeadline);

  // A name with all its places, and back in one step.
  await desk.inspector.show('names');
  await expect(desk.suggestions.row(person)).toContainText(panels.places.two ?? '');
  await desk.suggestions.accept(person);
  await expect(desk.inspector.entry(person)).toContainText(panels.places.two ?? '');
  await expect(desk.suggestions.row(person)).toHaveCount(0);
  await desk.page.text.focus();
  await desk.page.shortcut('undo');
  await expect(desk.inspector.entry(person)).toHaveCount(0);
  await desk.suggestions.accept(person);
  await expect(desk.inspector.entry(person)).toBeVisible();

  // One is changed first.
  const form = await desk.suggestions.edit('سعاد الربيعي');
  await form.getByRole('textbox', { name: panels.role }).fill('مهندسة الجسر');
  await desk.inspector.saveForm(form);
  await expect(desk.inspector.entry('سعاد الربيعي')).toContainText('مهندسة الجسر');

  // One is turned down, taken back, and turned down for good.
  const rejected = words.suggestions.rejected('بغداد');
  await desk.suggestions.reject('بغداد');
  await expect(desk.suggestions.row('بغداد')).toHaveCount(0);
  await desk.answer(rejected, words.shell.undo);
  await expect(desk.suggestions.row('بغداد')).toBeVisible();
  await desk.suggestions.reject('بغداد');
  await expect(desk.suggestions.row('بغداد')).toHaveCount(0);

  // Dates wait for the day of publication, and follow it.
  await desk.inspector.show('dates');
  await expect(desk.suggestions.row('أمس')).toContainText(words.suggestions.needsPublication);
  await publishOn('28/1/2026');
  await expect(desk.suggestions.row('أمس')).toContainText('27 يناير 2026');
  await desk.suggestions.accept('أمس');
  await expect(desk.inspector.entry('أمس')).toContainText('27 يناير 2026');
  const days = desk.suggestions.timeline.getByRole('listitem');
  await expect(days.first()).toContainText('12 يناير 2024');
  await expect(days.last()).toContainText('أكتوبر 2026');
  await desk.suggestions.timeline.getByRole('button', { name: /أمس/ }).click();
  await expect.poll(() => desk.page.selected()).toBe('أمس');
  await publishOn('4/2/2026');
  await expect(desk.message(words.suggestions.datesRead.one)).toBeVisible();
  await expect(desk.inspector.entry('أمس')).toContainText('3 فبراير 2026');

  // Statements stand under who made them.
  await desk.inspector.show('sources');
  const said = 'سيعبر الجسر عشرون ألف سيارة';
  await expect(desk.suggestions.pane.getByRole('rowgroup', { name: person })).toContainText(said);
  await desk.suggestions.accept(said);
  await expect(desk.inspector.entry(person)).toBeVisible();

  // What is typed is found.
  await desk.inspector.show('names');
  await desk.page.caretToEnd();
  await desk.page.press('Enter');
  await desk.page.type('وحضر الافتتاح محافظ نينوى سامر العبيدي.');
  await expect(desk.suggestions.row('سامر العبيدي')).toBeVisible();
  await desk.saved();
  await program.close();

  program = await openProgram();
  ({ desk } = program);
  await desk.open(bridgeHeadline);
  await desk.inspector.show('names');
  await expect(desk.suggestions.row('سامر العبيدي')).toBeVisible();
  await expect(desk.suggestions.row('بغداد')).toHaveCount(0);
  await expect(desk.suggestions.row('سعاد الربيعي')).toHaveCount(0);
  await expect(desk.inspector.entry(person)).toBeVisible();

  // A name that was confirmed is known in the next article.
  await desk.newArticle('زيارة ثانية');
  await desk.page.type('وصل كريم الجبوري إلى البصرة صباح الخميس.');
  await expect(desk.suggestions.row(person)).toContainText(words.suggestions.known);
  await desk.saved();
  await program.close();

  const article = (await storedArticles(library)).find(
    ({ article: { headline } }) => headline === bridgeHeadline,
  );
  const kept = article?.annotations.map(({ value, state, places }) => [
    value.kind,
    state,
    places.map(({ surface }) => surface),
  ]);
  expect(kept).toEqual([
    ['name', 'accepted', [person, 'الجبوري']],
    ['source', 'accepted', [expect.stringContaining(said)]],
    ['name', 'edited', ['سعاد الربيعي']],
    ['date', 'accepted', ['أمس']],
  ]);

  async function publishOn(day: string): Promise<void> {
    await desk.inspector.show('data');
    await desk.inspector.pane.getByRole('textbox', { name: panels.publishedOn }).fill(day);
    await desk.page.press('Enter');
    await desk.inspector.show('dates');
  }
});

test('suggestions are decided about by keys alone, and Escape leads back to the caret', async ({
  openProgram,
}) => {
  const { desk } = await openProgram();
  const { page, keys, inspector, suggestions, words } = desk;
  await desk.newArticle('جسر بالمفاتيح');
  await page.type('قال كريم الجبوري إن الجسر جاهز. وزار الجبوري بغداد. وصلت سعاد الربيعي أمس.');
  await inspector.show('names');
  await expect(suggestions.row('سعاد الربيعي')).toBeVisible();
  const pointerPresses = await keys.watchPointer();
  await page.text.focus();
  await page.press('ControlOrMeta+End');

  await desk.press('nextPane');
  await keys.reach(suggestions.row(person));
  await keys.press('Control+Enter');
  await expect(inspector.entry(person)).toBeVisible();
  const rest = suggestions.row(person);
  await expect(rest).toContainText(words.suggestions.anotherPlaceOf(person));
  await keys.reach(rest, 'ArrowUp');
  await keys.press('Enter');
  await expect(inspector.entry(person)).toContainText(words.panels.places.two ?? '');
  // What was accepted is taken back without leaving the list.
  await keys.press('ControlOrMeta+KeyZ');
  await expect(suggestions.row(person)).toContainText(words.suggestions.anotherPlaceOf(person));
  await keys.reach(suggestions.row(person), 'ArrowUp');
  await keys.press('Enter');
  await expect(suggestions.row(person)).toHaveCount(0);
  await keys.reach(suggestions.row('سعاد الربيعي'), 'ArrowDown');
  await keys.press('Delete');
  await expect(suggestions.row('سعاد الربيعي')).toHaveCount(0);
  await keys.reach(suggestions.row('بغداد'), 'ArrowUp');
  await keys.press('KeyE');
  const form = inspector.form('بغداد');
  await expect(form.getByRole('textbox', { name: words.panels.name })).toBeFocused();
  await keys.press('Enter');
  await expect(inspector.entry('بغداد')).toBeFocused();
  await keys.press('Escape');
  await expect(page.text).toBeFocused();
  await page.type(' نهاية');
  await expect(page.text).toHaveText(/أمس\. نهاية$/);

  // All underlines or none.
  const root = desk.window.locator('html');
  await desk.press('toggleHighlights');
  await expect(root).toHaveAttribute('data-highlights', 'hidden');
  await desk.press('toggleHighlights');
  await expect(root).toHaveAttribute('data-highlights', 'shown');
  expect(await pointerPresses()).toBe(0);
});

for (const language of ['ar', 'en'] as const) {
  test(`all that is sure is accepted at once, and axe finds no fault in the panels, ${language}`, async ({
    openProgram,
    library,
  }) => {
    await inLibrary(library, (client) => client.settings.set({ interfaceLanguage: language }));
    const { desk } = await openProgram({ language });
    const { words } = desk;
    await desk.import([{ name: 'جسر.txt', text: bridgePage }]);
    for (const tab of ['names', 'dates', 'sources'] as const) {
      await desk.inspector.show(tab);
      await expect(desk.suggestions.list).toBeVisible();
      expect(await axeFaults(desk.window)).toEqual([]);
    }
    await desk.inspector.show('names');
    await desk.suggestions.acceptSure();
    await expect(desk.inspector.entry(person)).toBeVisible();
    await expect(desk.message(words.suggestions.acceptedUndo)).toBeVisible();
    await desk.page.text.focus();
    await desk.page.shortcut('undo');
    await expect(desk.inspector.entry(person)).toHaveCount(0);
    await expect(desk.suggestions.row(person)).toBeVisible();
  });
}
