import type { Locator } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { expect, test } from './fixtures.ts';
import { Desk } from './page-models/desk.ts';
import { inLibrary, wordsOf } from './stored-articles.ts';

const headline = 'مقالة يحررها اثنان';

test('axe finds no fault in the choice between two versions', async ({ openInBrowser }) => {
  const { desk, newPage, address } = await openInBrowser();
  await desk.newArticle(headline);
  await desk.page.type('الأصل.');
  await desk.saved();
  const other = new Desk(await newPage());
  await other.window.goto(address);
  await other.ready();
  await other.open(headline);
  await other.page.caretToEnd();
  await other.page.type(' زيادة.');
  await other.saved();
  await desk.page.caretToEnd();
  await desk.page.type(' زيادة أخرى.');
  await expect(desk.conflict).toBeVisible();

  const { shell } = desk.words;
  const faults = [await axeFaults(desk.window)];
  await desk.chooseView(shell.themeToDark);
  faults.push(await axeFaults(desk.window));
  await desk.chooseView(shell.switchLanguage);
  const english = desk.in('en');
  await expect(english.conflict).toBeVisible();
  faults.push(await axeFaults(desk.window));
  await english.chooseView(english.words.shell.themeToLight);
  faults.push(await axeFaults(desk.window));
  expect(faults.flat()).toEqual([]);
});

test('of two windows that write the same article the second chooses, and nothing is lost', async ({
  openInBrowser,
  library,
}) => {
  const { desk: mine, newPage, address, close } = await openInBrowser();
  await mine.newArticle(headline);
  await mine.page.type('الأصل.');
  await mine.saved();
  const other = new Desk(await newPage());
  await other.window.goto(address);
  await other.ready();
  await other.open(headline);

  const { conflict } = mine.words.editor;
  /** Saves `theirs` in the other window, then types `ours` in this one. */
  const collide = async (theirs: string, ours: string): Promise<Locator> => {
    await other.page.caretToEnd();
    await other.page.type(theirs);
    await other.saved();
    await mine.page.caretToEnd();
    await mine.page.type(ours);
    await expect(mine.conflict).toBeVisible();
    const versions = mine.conflict.getByRole('region', { name: conflict.mine });
    await expect(versions.first()).toContainText(ours.trim());
    await expect(mine.conflict).toContainText(theirs.trim());
    return mine.conflict;
  };
  /** Gives the other window what is on disk. */
  const refresh = async (words: string) => {
    await mine.saved();
    await other.window.reload();
    await other.ready();
    await other.open(headline);
    await expect(other.page.text).toContainText(words);
  };

  await choose(await collide(' زيادة الأول.', ' زيادة الثاني.'), conflict.keepMine);
  await expect(mine.page.text).toHaveText('الأصل. زيادة الثاني.');
  await refresh('زيادة الثاني.');

  await choose(await collide(' سطر الأول.', ' سطر الثاني.'), conflict.takeTheirs);
  await expect(mine.page.text).toHaveText('الأصل. زيادة الثاني. سطر الأول.');
  // What was given up was never saved: it comes back by undoing.
  await mine.page.text.focus();
  await mine.page.shortcut('undo');
  await expect(mine.page.text).toHaveText('الأصل. زيادة الثاني. سطر الثاني.');
  await mine.saved();
  await mine.page.shortcut('redo');
  await expect(mine.page.text).toHaveText('الأصل. زيادة الثاني. سطر الأول.');
  await refresh('سطر الأول.');

  await choose(await collide(' خاتمة الأول.', ' خاتمة الثاني.'), conflict.copy);
  await expect(mine.message(conflict.copied)).toBeVisible();
  await expect(mine.page.text).toHaveText('الأصل. زيادة الثاني. سطر الأول. خاتمة الأول.');
  await expect(mine.library.article(headline)).toHaveCount(2);
  await close();

  await inLibrary(library, async (client) => {
    const { items } = await client.articles.list({});
    const kept = await Promise.all(
      items.map(async ({ id }) => {
        const { items: revisions } = await client.articles.revisions({ id });
        const versions = await Promise.all(
          revisions.map(({ revision }) => client.articles.revision({ id, revision })),
        );
        return versions.map(({ document }) => wordsOf(document.doc));
      }),
    );
    const versions = kept.flat();
    for (const words of [
      'الأصل. زيادة الأول.',
      'الأصل. زيادة الثاني.',
      'الأصل. زيادة الثاني. سطر الأول.',
      'الأصل. زيادة الثاني. سطر الثاني.',
      'الأصل. زيادة الثاني. سطر الأول. خاتمة الأول.',
      'الأصل. زيادة الثاني. سطر الأول. خاتمة الثاني.',
    ]) {
      expect(versions).toContain(words);
    }
  });
});

test('the choice begins at the first difference, however far down it is', async ({
  openInBrowser,
}) => {
  const { desk, newPage, address } = await openInBrowser();
  await desk.newArticle(headline);
  for (let line = 1; line <= 60; line += 1) {
    await desk.page.type(`السطر ${line} كما كان.`);
    await desk.page.press('Enter');
  }
  await desk.page.type('الخاتمة.');
  await desk.saved();
  const other = new Desk(await newPage());
  await other.window.goto(address);
  await other.ready();
  await other.open(headline);
  await other.page.caretBehind('السطر 40 كما كان.');
  await other.page.press('Enter');
  await other.page.type('جملة الأول.');
  await other.saved();
  await desk.page.caretToEnd();
  await desk.page.type(' وخاتمة الثاني.');
  const { conflict } = desk.words.editor;
  const versions = desk.conflict.getByRole('region');
  await expect(versions).toHaveCount(2);
  await expect(versions.last().getByText('جملة الأول.')).toBeInViewport();
  // Beside it, the place where it would stand.
  const mine = desk.conflict.getByRole('region', { name: conflict.mine });
  await expect(mine.getByText('السطر 41 كما كان.')).toBeInViewport();
  await expect(mine.getByText('السطر 1 كما كان.')).not.toBeInViewport();
});

async function choose(view: Locator, label: string): Promise<void> {
  await view.getByRole('button', { name: label, exact: true }).click();
  await expect(view).toBeHidden();
}
