import { backendProcess } from './electron-door.ts';
import { expect, test } from './fixtures.ts';
import { storedArticles, wordsOf } from './stored-articles.ts';

test('the window outlives its backend, twice, and everything typed meanwhile is saved', async ({
  openWindow,
  library,
}) => {
  const { desk, app, close } = await openWindow();
  await desk.newArticle('مقالة ماتت خلفها العملية');
  const sentences = ['قبل الموت. ', 'بعد الموت الأول. ', 'وبعد الثاني.'];
  for (const [index, sentence] of sentences.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one death after another
    await desk.page.text.pressSequentially(sentence.slice(0, 5));
    if (index > 0) await killBackend();
    await desk.page.text.pressSequentially(sentence.slice(5));
    await desk.saved();
  }
  await expect(desk.window.getByText(desk.words.shell.reconnecting)).toBeHidden();
  await desk.library.search('الموت');
  await expect(desk.library.rows).toHaveCount(1);
  await close();

  const [article] = await storedArticles(library);
  expect(article && wordsOf(article.doc)).toBe(sentences.join('').trim());

  async function killBackend(): Promise<void> {
    const pid = await backendProcess(app);
    if (pid === undefined) throw new Error('There is no backend process');
    process.kill(pid, 'SIGKILL');
  }
});
