import { expect, test } from './fixtures.ts';
import { storedArticles } from './stored-articles.ts';

const body =
  'زارت ليلى منصور مصنع الزجاج في طرابلس، وقالت منصور إن المصنع سيعود إلى العمل في 3 مارس 2026 كما ذكرت إذاعة المدينة.';

test('words selected as a whole become a name; words of two paragraphs are no name, and it is said', async ({
  openProgram,
}) => {
  const { desk } = await openProgram();
  const { page, words } = desk;
  const { annotation } = words.editor;
  await desk.newArticle('مقالة من كلمتين');
  await page.shortcut('name');
  await expect(desk.message(annotation.selectWords)).toBeVisible();

  await page.type('ليلى منصور');
  await page.press('ControlOrMeta+KeyA');
  await page.shortcut('name');
  const form = page.panel(annotation.newName);
  await expect(form.getByRole('textbox', { name: words.panels.name })).toHaveValue('ليلى منصور');
  await page.press('Enter');
  await expect(form).toBeHidden();
  await expect(page.text).toBeFocused();

  await page.press('ControlOrMeta+End');
  await page.press('Enter');
  await page.type('فقرة ثانية');
  await page.press('ControlOrMeta+KeyA');
  await page.shortcut('source');
  await expect(desk.message(annotation.oneBlock)).toBeVisible();
  await expect(page.panel(annotation.newSource)).toBeHidden();
  await expect(page.text).toBeFocused();
});

test('a name is edited, found at every place, removed with a way back, and outlives its words', async ({
  openProgram,
  library,
}) => {
  const { desk, close } = await openProgram();
  const { page, inspector, words } = desk;
  await desk.newArticle('مصنع الزجاج يعود');
  await page.type(body);
  await page.annotate('name', 'ليلى منصور');
  await page.annotate('date', '3 مارس 2026');
  await page.annotate('source', 'إذاعة المدينة');

  await inspector.show('names');
  const form = await inspector.edit('ليلى منصور');
  await form.getByRole('textbox', { name: words.panels.role }).fill('وزيرة الصناعة');
  await inspector.saveForm(form);
  await expect(inspector.entry('ليلى منصور')).toContainText('وزيرة الصناعة');

  // Another place of the same person, by another part of the name.
  await page.annotateAgain('ليلى منصور', 'منصور', 2);
  await expect(inspector.entry('ليلى منصور')).toContainText(words.panels.places.two ?? '');

  // A click goes to the place.
  await inspector.place('ليلى منصور', 2).click();
  await expect.poll(() => page.selected()).toBe('منصور');
  await expect(page.text).toBeFocused();

  // Removing offers the way back.
  await inspector.remove('ليلى منصور');
  await expect(inspector.entry('ليلى منصور')).toHaveCount(0);
  await desk.answer('ليلى منصور', words.shell.undo);
  await expect(inspector.entry('ليلى منصور')).toContainText(words.panels.places.two ?? '');

  // Its words go; it stays, and says so; undo brings the place back.
  await page.select(body.slice(body.indexOf('ليلى'), body.indexOf('منصور إن') + 'منصور'.length));
  await page.press('Delete');
  await expect(inspector.gone.getByRole('row', { name: 'ليلى منصور' })).toBeVisible();
  await page.shortcut('undo');
  await expect(inspector.gone).toHaveCount(0);
  await expect(inspector.entry('ليلى منصور')).toContainText(words.panels.places.two ?? '');

  // Marked words are only words in another article.
  await page.text.focus();
  await page.press('ControlOrMeta+KeyA');
  await page.press('ControlOrMeta+KeyC');
  await desk.newArticle('مقالة أخرى');
  await page.press('ControlOrMeta+KeyV');
  await expect(page.text).toHaveText(body);
  await expect(desk.suggestions.row('ليلى منصور')).toBeVisible();
  await expect(inspector.entry('ليلى منصور')).toHaveCount(0);
  await desk.saved();
  await close();

  const [other, first] = await storedArticles(library);
  expect(other?.annotations).toEqual([]);
  expect(JSON.stringify(other?.doc)).not.toContain('annotation');
  expect(
    first?.annotations.map(({ value, places }) => ({
      value,
      surfaces: places.map(({ surface }) => surface),
    })),
  ).toMatchObject([
    {
      value: { kind: 'name', name: 'ليلى منصور', role: 'وزيرة الصناعة' },
      surfaces: ['ليلى منصور', 'منصور'],
    },
    { value: { kind: 'date', value: '2026-03-03' }, surfaces: ['3 مارس 2026'] },
    { value: { kind: 'source', name: 'إذاعة المدينة' }, surfaces: ['إذاعة المدينة'] },
  ]);
});
