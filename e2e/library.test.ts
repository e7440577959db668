import type { LibraryClient } from './stored-articles.ts';
import { expect, test } from './fixtures.ts';
import { inLibrary } from './stored-articles.ts';

const glass = {
  headline: 'إعادة افتتاح مصنع الزجاج',
  body: 'عاد العُمّالُ إلى مصنعهم في المدينة القديمة.',
};
const bread = { headline: 'أسعار الخبز', body: 'قالت الأمانة إن الأسعار لن ترتفع قبل ١٥ رمضان.' };
const sea = { headline: 'البحر هادئ', body: 'هدأت الرياح مساء السبت.' };

test('the library finds words however they are written, and is worked with the keys alone', async ({
  openProgram,
  library,
}) => {
  await inLibrary(library, (client) => addArticles(client, [glass, bread, sea]));
  const { desk } = await openProgram();
  const { words } = desk;
  const known = [glass, bread, sea].map(({ headline }) => headline);
  await expect(desk.library.rows).toHaveCount(3);
  expect(await desk.library.order(known)).toEqual([...known].toReversed());

  // Tashkeel, hamza, ya and alif maqsura, ta marbuta, digits.
  for (const [query, headline, mark] of [
    ['العمال', glass.headline, 'العُمّالُ'],
    ['اعاده', glass.headline, 'إعادة'],
    ['الامانه', bread.headline, 'الأمانة'],
    ['15', bread.headline, '١٥'],
    ['مـصنعهم', glass.headline, 'مصنعهم'],
  ] as const) {
    await desk.library.search(query);
    await expect(desk.library.rows).toHaveCount(1);
    await expect(desk.library.article(headline)).toBeVisible();
    if (!headline.includes(mark)) await expect(desk.library.found(headline)).toHaveText(mark);
  }
  await desk.library.search('زلزال');
  await expect(desk.library.pane).toContainText(words.library.noResults('زلزال'));
  await desk.library.search('');
  await expect(desk.library.rows).toHaveCount(3);

  // Whatever changed last comes first.
  await desk.open(glass.headline);
  await desk.page.caretToEnd();
  await desk.page.type(' ثم غادروه.');
  await desk.saved();
  const order = [glass, sea, bread].map(({ headline }) => headline);
  await expect.poll(() => desk.library.order(known)).toEqual(order);

  // Keys alone: search box, down into the list, Enter opens, Delete puts into the trash.
  await desk.press('search');
  await desk.page.press('ArrowDown');
  await expect(desk.library.list).toBeFocused();
  await desk.page.press('End');
  await desk.page.press('Enter');
  await expect(desk.page.headline).toHaveValue(bread.headline);
  await desk.press('search');
  await desk.page.press('ArrowDown');
  await desk.page.press('Home');
  await desk.page.press('ArrowDown');
  await desk.page.press('Delete');
  await expect(desk.library.article(sea.headline)).toHaveCount(0);
  await desk.answer(sea.headline, words.shell.undo);
  await expect(desk.library.article(sea.headline)).toBeVisible();
});

test('an article goes to the trash, comes back, and goes for good', async ({
  openProgram,
  library,
}) => {
  await inLibrary(library, (client) => addArticles(client, [glass, bread]));
  const { desk, close } = await openProgram();
  const { words } = desk;
  for (const { headline } of [glass, bread]) {
    await desk.open(headline);
    await desk.command(words.shell.trashArticle);
    await expect(desk.library.article(headline)).toHaveCount(0);
  }
  await expect(desk.library.pane).toContainText(words.library.emptyTitle);

  await desk.library.showTrash();
  await desk.library.article(glass.headline).click();
  await expect(desk.window.getByText(words.editor.readOnly.trashed)).toBeVisible();
  await desk.library.restore(glass.headline);
  await expect(desk.library.article(glass.headline)).toHaveCount(0);
  await desk.library.destroy(bread.headline);
  await expect(desk.library.pane).toContainText(words.library.emptyTrash);
  await desk.library.leaveTrash();
  await expect(desk.library.rows).toHaveCount(1);
  await close();

  await inLibrary(library, async (client) => {
    expect(await client.library.status()).toMatchObject({ articles: 1, trashed: 0 });
    expect(await client.library.check()).toMatchObject({ ok: true });
  });
});

test('a library of three hundred articles scrolls to the last one', async ({
  openProgram,
  library,
}) => {
  const many = Array.from({ length: 300 }, (_, index) => ({
    headline: `الخبر رقم ${String(index + 1).padStart(3, '0')}`,
    body: 'متن قصير لخبر من أخبار المدينة.',
  }));
  await inLibrary(library, (client) => addArticles(client, many));
  const { desk } = await openProgram();
  const last = desk.library.article('الخبر رقم 001');
  await expect(desk.library.article('الخبر رقم 300')).toBeVisible();
  await expect(last).toHaveCount(0);

  await desk.library.list.focus();
  await expect(async () => {
    await desk.page.press('End');
    await expect(last).toBeInViewport({ timeout: 1_000 });
  }).toPass();
  // Only what is in view is drawn.
  expect(await desk.library.rows.count()).toBeLessThan(60);
  await desk.page.press('Enter');
  await expect(desk.page.headline).toHaveValue('الخبر رقم 001');
});

async function addArticles(
  client: LibraryClient,
  articles: readonly { headline: string; body: string }[],
): Promise<void> {
  for (const { headline, body } of articles) {
    // oxlint-disable-next-line no-await-in-loop -- the order is the point
    await client.articles.create({
      fields: { headline },
      document: {
        schemaVersion: 1,
        doc: {
          type: 'doc',
          content: [
            { type: 'paragraph', attrs: { dir: 'auto' }, content: [{ type: 'text', text: body }] },
          ],
        },
      },
    });
  }
}
