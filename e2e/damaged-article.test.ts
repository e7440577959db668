import Database from 'better-sqlite3';
import { strings } from '../renderer/strings/strings.ts';
import { expect, test } from './fixtures.ts';

test('an article whose text was damaged on the disk is brought back from its revisions', async ({
  openProgram,
  library,
}) => {
  const headline = 'مقالة أصابها عطل في القرص';
  const sentence = 'جملة سليمة حُفظت قبل العطل.';
  const first = await openProgram();
  await first.desk.newArticle(headline);
  await first.desk.page.type(sentence);
  await first.desk.saved();
  await first.close();

  const db = new Database(library);
  db.exec(
    "UPDATE article_documents SET document = CAST(replace(document, 'سليمة', 'زائفة') AS BLOB)",
  );
  db.close();

  const { desk } = await openProgram();
  const { shell, errors } = strings.ar;
  await desk.library.article(headline).click();
  await expect(desk.window.getByText(errors.ARTICLE_DAMAGED({}).what)).toBeVisible();
  await desk.window.getByRole('button', { name: shell.restoreGood }).click();
  await expect(desk.page.text).toHaveText(sentence);
});
