import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { storedArticles, wordsOf } from './stored-articles.ts';
import { harbourHeadline, harbourPage, harbourParagraphs } from './texts/harbour-page.ts';
import { scrapedHeadline, scrapedPage } from './texts/scraped-page.ts';

test('several files import one by one, and each that does not says why', async ({
  openProgram,
  folder,
  library,
}) => {
  const { desk, close } = await openProgram();
  const { words } = desk;
  await desk.import([{ name: 'قطار.txt', text: scrapedPage }]);
  await expect(desk.page.headline).toHaveValue(scrapedHeadline);

  const files = {
    'ميناء.txt': harbourPage,
    'قطار مرة أخرى.txt': scrapedPage,
    'فارغ.txt': '',
    'صورة.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0xff, 0xd8, 0]),
    'ضخم.txt': Buffer.alloc(21 * 1024 * 1024, 'نص '),
  };
  const paths = Object.keys(files).map((name) => path.join(folder, name));
  await Promise.all(
    Object.values(files).map((bytes, index) => writeFile(paths[index] ?? '', bytes)),
  );
  await desk.library.pane.getByRole('button', { name: words.shell.importFiles }).click();
  await desk.importDialog.chooseOnDisk(paths);

  const { importDialog } = desk;
  await expect(importDialog.summary).toContainText(words.imports.created.one ?? '');
  await expect(importDialog.summary).toContainText(words.imports.duplicates.one ?? '');
  await expect(importDialog.summary).toContainText(
    words.imports.failures.few?.replace('{n}', '3') ?? '',
  );
  await expect(importDialog.file(harbourHeadline)).toContainText('ميناء.txt');
  await expect(importDialog.file('قطار مرة أخرى.txt')).toContainText(words.imports.duplicate);
  for (const [name, code] of [
    ['فارغ.txt', 'FILE_EMPTY'],
    ['صورة.txt', 'FILE_NOT_TEXT'],
    ['ضخم.txt', 'FILE_TOO_LARGE'],
  ] as const) {
    const { what, todo } = words.errors[code]({ fileName: name });
    await expect(importDialog.file(name)).toContainText(what);
    await expect(importDialog.file(name)).toContainText(todo);
  }

  await importDialog
    .file('قطار مرة أخرى.txt')
    .getByRole('button', { name: words.imports.openExisting })
    .click();
  await expect(desk.page.headline).toHaveValue(scrapedHeadline);
  await desk.open(harbourHeadline);
  await close();

  expect((await storedArticles(library)).map(({ article }) => article.headline)).toEqual([
    harbourHeadline,
    scrapedHeadline,
  ]);
});

test('every change of an import can be undone, made again and decided, and is shown in the original', async ({
  openProgram,
  library,
}) => {
  const { desk, close } = await openProgram();
  const { page, inspector } = desk;
  const paragraphs = page.text.getByRole('paragraph');
  const [first = '', second = '', third = ''] = harbourParagraphs;
  await desk.import([{ name: 'ميناء.txt', text: harbourPage }]);
  await expect(page.headline).toHaveValue(harbourHeadline);
  await expect(paragraphs).toHaveText(harbourParagraphs);
  await inspector.show('import');

  // Furniture comes back where it stood, and goes again.
  const advertisement = inspector.change('advertisement', 'إعلان');
  await inspector.decide(advertisement, 'undoChange');
  await expect(paragraphs).toHaveText([first, 'إعلان', second, third]);
  await inspector.decide(advertisement, 'redoChange');
  await expect(paragraphs).toHaveText(harbourParagraphs);
  await inspector.decide(inspector.change('navigation', 'محليات'), 'undoChange');
  await expect(paragraphs.first()).toHaveText('محليات');

  const torn = inspector.change('torn-paragraph', 'حتى');
  await inspector.decide(torn, 'undoChange');
  await expect(paragraphs.filter({ hasText: /حتى$/ })).toHaveCount(1);
  await expect(paragraphs.filter({ hasText: /^نهاية موسم/ })).toHaveCount(1);

  await inspector.decide(inspector.change('split-conjunction', 'قال'), 'accept');
  await expect(paragraphs.filter({ hasText: /^وقال رئيس/ })).toHaveCount(1);
  const glued = inspector.change('glued-scripts', 'منصة');
  await inspector.decide(glued, 'dismiss');
  await expect(glued).toContainText(desk.words.panels.states.dismissed);
  await expect(paragraphs.last()).toHaveText(third);

  await inspector.showInOriginal(torn);
  await expect(inspector.original).toContainText('شارك الخبر');
  await expect(inspector.inOriginal('torn-paragraph')).toBeInViewport();
  await desk.saved();
  await close();

  const [article] = await storedArticles(library);
  expect(article && wordsOf(article.doc).split('\n')).toEqual([
    'محليات',
    first,
    'وقال رئيس الجمعية نادر الخوري إن الاتفاق مع البلدية يقضي بدعم نصف ثمن الوقود حتى',
    'نهاية موسم السردين، على أن يعاد النظر فيه بعد ذلك.',
    third,
  ]);
});

test('the report says of the text what is so, through undo and redo on the page, and after a crash', async ({
  openProgram,
}) => {
  let program = await openProgram();
  let { desk } = program;
  const { words } = desk;
  const { states } = words.panels;
  await desk.import([{ name: 'ميناء.txt', text: harbourPage }]);
  await expect(desk.page.headline).toHaveValue(harbourHeadline);
  const { page, inspector } = desk;
  const first = page.text.getByRole('paragraph').first();
  const headline = inspector.change('headline', harbourHeadline);
  const conjunction = inspector.change('split-conjunction', 'قال');

  // The headline goes into the text, and back into its field by the page's own undo.
  await inspector.decide(headline, 'undoChange');
  await expect(page.headline).toHaveValue('');
  await expect(first).toHaveText(harbourHeadline);
  await expect(headline).toContainText(states.undone);
  await page.text.focus();
  await page.shortcut('undo');
  await expect(page.headline).toHaveValue(harbourHeadline);
  await expect(first).toHaveText(harbourParagraphs[0] ?? '');
  await expect(headline).not.toContainText(states.undone);

  await inspector.decide(conjunction, 'accept');
  await page.text.focus();
  await page.shortcut('undo');
  await expect(conjunction).toContainText(words.panels.accept);
  await expect(page.paragraph('و قال رئيس')).toBeVisible();
  await page.shortcut('redo');
  await expect(conjunction).toContainText(states.accepted);
  await inspector.decide(inspector.change('glued-scripts', 'منصة'), 'dismiss');
  await desk.saved();
  // What is decided now may be lost with the power, and then the report has not heard of it either.
  await inspector.decide(inspector.change('advertisement', 'إعلان'), 'undoChange');
  await program.kill();

  program = await openProgram();
  ({ desk } = program);
  await desk.open(harbourHeadline);
  await desk.inspector.show('import');
  const again = desk.inspector;
  await expect(again.change('split-conjunction', 'قال')).toContainText(states.accepted);
  await expect(desk.page.paragraph('وقال رئيس')).toBeVisible();
  await expect(again.change('glued-scripts', 'منصة')).toContainText(states.dismissed);
  const isBack = (await desk.page.paragraph('إعلان').count()) === 1;
  const advertisement = again.change('advertisement', 'إعلان');
  await expect(advertisement.getByRole('button', { name: words.panels.redoChange })).toHaveCount(
    isBack ? 1 : 0,
  );
});
