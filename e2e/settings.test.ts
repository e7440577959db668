import { expect, test } from './fixtures.ts';

test('language, theme and page font change at once, are remembered, and go back', async ({
  openProgram,
}) => {
  let { desk, window: root, close } = await opened();
  await expect(root).toHaveAttribute('lang', 'ar');
  await expect(root).toHaveAttribute('dir', 'rtl');
  await desk.newArticle('مقالة في الإعدادات');
  await desk.page.type('سطر واحد');
  await desk.saved();
  const amiri = await fontOf();
  const light = await backgroundOf();

  await desk.settings.open();
  await desk.settings.choose(desk.words.settings.dark);
  await desk.settings.choose(desk.words.settings.scheherazade);
  await desk.settings.choose(desk.words.settings.english);
  desk = desk.in('en');
  await expect(desk.settings.dialog).toBeVisible();
  await desk.settings.close();
  await expectEnglish();
  await close();

  ({ desk, window: root, close } = await opened());
  desk = desk.in('en');
  await desk.open('مقالة في الإعدادات');
  await expectEnglish();
  await desk.settings.open();
  await expect(desk.settings.choice(desk.words.settings.dark)).toBeChecked();
  await desk.settings.choose(desk.words.settings.arabic);
  desk = desk.in('ar');
  await expect(desk.settings.dialog).toBeVisible();
  await expect(root).toHaveAttribute('lang', 'ar');
  await expect(root).toHaveAttribute('dir', 'rtl');

  async function opened() {
    const program = await openProgram();
    return { ...program, window: program.page.locator('html') };
  }
  async function expectEnglish() {
    await expect(root).toHaveAttribute('lang', 'en');
    await expect(root).toHaveAttribute('dir', 'ltr');
    await expect(desk.library.pane).toBeVisible();
    // The article stays what it is.
    await expect(desk.page.text.getByRole('paragraph')).toHaveCSS('direction', 'rtl');
    expect(await fontOf()).not.toBe(amiri);
    expect(await backgroundOf()).not.toBe(light);
  }
  function fontOf() {
    return desk.page.text.evaluate((text) => getComputedStyle(text).fontFamily);
  }
  function backgroundOf() {
    return desk.library.pane.evaluate((pane) => getComputedStyle(pane).backgroundColor);
  }
});
