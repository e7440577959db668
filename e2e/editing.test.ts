import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentNode } from '../core/article/document.ts';
import { expect, test } from './fixtures.ts';
import { faultsOfHtml } from './html-faults.ts';
import { keyboardHands, toolbarHands } from './page-models/hands.ts';
import { storedArticles } from './stored-articles.ts';
import { everything, writeEverything } from './texts/everything.ts';

test('everything the page can hold is written by shortcuts, undone, redone, kept and exported', async ({
  openProgram,
  library,
}) => {
  const headline = 'مقالة كُتبت بلوحة المفاتيح';
  let program = await openProgram();
  let { desk } = program;
  await desk.newArticle(headline);
  await writeEverything(desk, keyboardHands(desk));
  await desk.saved();
  const written = await desk.page.words();

  await desk.page.text.focus();
  await desk.page.repeatUntilDone('undo');
  await expect(desk.page.text).toHaveText('');
  await desk.page.repeatUntilDone('redo');
  expect(await desk.page.words()).toBe(written);
  await desk.saved();
  await program.close();

  const [before] = await storedArticles(library);
  expect(before && withoutAssetNames(before.doc)).toEqual(everything);

  program = await openProgram();
  ({ desk } = program);
  await desk.open(headline);
  const html = await program.saved(() => desk.export('html'));
  const markdown = await program.saved(() => desk.export('markdown'));
  expect(await faultsOfHtml(html)).toEqual([]);
  for (const file of [html, markdown]) {
    await desk.import([{ name: path.basename(file), text: await readFile(file) }]);
    await expect(desk.importDialog.dialog).toBeHidden();
    await expect(desk.page.text).toContainText('Reuters reported first');
  }
  await program.close();

  const [fromMarkdown, fromHtml, after] = await storedArticles(library);
  expect(after).toEqual(before);
  expect(fromHtml?.content).toEqual(before?.content);
  expect(fromMarkdown?.content).toEqual(before?.content);
});

test('the toolbar writes the same article as the shortcuts', async ({ openProgram, library }) => {
  const { desk, close } = await openProgram();
  await desk.newArticle('مقالة كُتبت بالأزرار');
  await writeEverything(desk, toolbarHands(desk));
  await desk.saved();
  await close();

  const [article] = await storedArticles(library);
  expect(article && withoutAssetNames(article.doc)).toEqual(everything);
});

/** The hash of a picture says nothing to a reader: it is left out. */
function withoutAssetNames(node: DocumentNode): DocumentNode {
  const src = node.attrs?.['src'];
  return {
    ...node,
    ...(typeof src === 'string' && {
      attrs: { ...node.attrs, src: src.replace(/^asset:[0-9a-f]{64}$/, 'asset:') },
    }),
    ...(node.content && { content: node.content.map(withoutAssetNames) }),
  };
}
