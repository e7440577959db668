import { expect, test } from './fixtures.ts';
import { storedArticles, wordsOf } from './stored-articles.ts';

const headline = 'مقالة تُقطع عنها الكهرباء';

test('what was said to be saved is there after the program was killed, again and again', async ({
  openProgram,
  library,
}) => {
  let acknowledged = '';
  for (const round of [1, 2, 3]) {
    // oxlint-disable-next-line no-await-in-loop -- one power cut after another
    const { desk, kill } = await openProgram();
    if (round === 1) await desk.newArticle(headline);
    else await desk.open(headline);
    await expect.poll(() => desk.page.words()).toContain(acknowledged);

    await desk.page.caretToEnd();
    await desk.page.type(`جملة الجولة ${round} كاملة. `);
    await desk.saved();
    acknowledged = await desk.page.words();
    await desk.page.type('وهذه لم يقل أحد إنها حُفظت');
    await kill();
  }
  const [article] = await storedArticles(library);
  expect(article && wordsOf(article.doc)).toContain(acknowledged.trim());
  expect(article?.article.headline).toBe(headline);
});

test('a window closed in the middle of a word loses nothing', async ({ openProgram, library }) => {
  const sentence = 'كُتبت هذه الجملة وأُغلقت النافذة قبل أن يجف حبرها';
  const { desk, close } = await openProgram();
  await desk.newArticle(headline);
  await desk.saved();
  await desk.page.text.pressSequentially(sentence);
  await close();

  const [article] = await storedArticles(library);
  expect(article && wordsOf(article.doc)).toBe(sentence);
});
