import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import type { Desk } from './page-models/desk.ts';
import { storedArticles } from './stored-articles.ts';
import { harbourHeadline, harbourPage } from './texts/harbour-page.ts';
import { scrapedHeadline, scrapedPage } from './texts/scraped-page.ts';

const ways: Record<string, (desk: Desk, folder: string) => Promise<void>> = {
  chosen: async (desk, folder) => {
    await desk.press('importFiles');
    await desk.importDialog.chooseFolder(folder);
  },
  dropped: (desk, folder) => desk.importDialog.drop([folder]),
};

for (const [how, give] of Object.entries(ways)) {
  test(`a folder that is ${how} imports its articles, those of its folders too, and names the file that does not`, async ({
    openProgram,
    folder,
    library,
  }) => {
    const desktop = path.join(folder, 'مواد الأسبوع');
    await mkdir(path.join(desktop, 'الميناء', 'نهائي'), { recursive: true });
    await writeFile(path.join(desktop, 'قطار.txt'), scrapedPage);
    await writeFile(path.join(desktop, 'الميناء', 'نهائي', 'ميناء.txt'), harbourPage);
    await writeFile(path.join(desktop, 'فارغ.txt'), '');
    await writeFile(path.join(desktop, 'صورة.png'), 'لا تُسأل عنها');
    await writeFile(path.join(desktop, '.مخفي.txt'), scrapedPage);

    const { desk, close } = await openProgram();
    const { importDialog, words } = desk;
    await give(desk, desktop);
    await expect(importDialog.summary).toContainText(words.imports.created.two ?? '');
    await expect(importDialog.summary).toContainText(words.imports.failures.one ?? '');
    await expect(importDialog.dialog.getByRole('listitem')).toHaveCount(3);
    await expect(importDialog.file(scrapedHeadline)).toContainText('قطار.txt');
    await expect(importDialog.file(harbourHeadline)).toContainText('ميناء.txt');
    await expect(importDialog.file('فارغ.txt')).toContainText(
      words.errors.FILE_EMPTY({ fileName: 'فارغ.txt' }).what,
    );
    await importDialog.done();
    await desk.open(harbourHeadline);
    await close();

    const headlines = (await storedArticles(library)).map(({ article }) => article.headline);
    expect(headlines.toSorted()).toEqual([harbourHeadline, scrapedHeadline].toSorted());
  });
}
