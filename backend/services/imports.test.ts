import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DocumentNode } from '../../core/article/document.ts';
import type { Library } from '../library.ts';
import { makeLibrary } from '../library.fixture.ts';
import { openArticle, saveArticle } from './articles.ts';
import { getAssetFile } from './assets.ts';
import { checkLibrary } from './check-library.ts';
import { png } from './image.fixture.ts';
import { createImport, maxDocumentBytes, maxImportBytes, readImport } from './imports.ts';
import { destroyArticle, trashArticle } from './trash.ts';

const story = `الرئيسية
من نحن
اتصل بنا

بلدية الوادي تعيد افتتاح سوق الخضار بعد ترميمه

أعادت بلدية الوادي صباح الأحد افتتاح سوق الخضار القديم بعد أعمال ترميم استمرت سبعة أشهر، وشملت السقف والأرضية.

وقال رئيس البلدية إن السوق يضم اليوم أربعين محلًا، وإن الإيجارات بقيت على حالها في السنة الأولى .

تابعنا على فيسبوك
جميع الحقوق محفوظة
`;

function importText(
  library: Library,
  text: string,
  more: { again?: boolean; publishedOn?: string; name?: string } = {},
) {
  return createImport(library, {
    file: new File([text], more.name ?? 'سوق.txt'),
    publishedOn: more.publishedOn ?? null,
    again: more.again ?? false,
  });
}

test('keeps the original with its report and makes an article of it', async () => {
  const library = makeLibrary();
  const result = await importText(library, story, { publishedOn: '2026-01-28' });
  expect(result).toMatchObject({
    outcome: 'created',
    headline: 'بلدية الوادي تعيد افتتاح سوق الخضار بعد ترميمه',
  });
  expect(result.removed).toBeGreaterThan(0);
  const { article, imported } = openArticle(library, result.articleId);
  expect([article.publishedOn, article.revision, imported]).toEqual(['2026-01-28', 1, true]);
  const report = readImport(library, result.articleId);
  expect(report).toMatchObject({
    articleId: result.articleId,
    fileName: 'سوق.txt',
    sha256: hash('sha256', story),
    size: Buffer.byteLength(story),
    text: story,
  });
  for (const { start, end, original } of report.changes)
    expect(story.slice(start, end)).toBe(original);
  expect((await checkLibrary(library)).problems).toEqual([]);
});

test('offers the article that the same bytes made, in the trash too, until it is destroyed', async () => {
  const library = makeLibrary();
  const { articleId } = await importText(library, story);
  expect(await importText(library, story, { name: 'نسخة.txt' })).toMatchObject({
    outcome: 'duplicate',
    articleId,
  });
  const again = await importText(library, story, { again: true });
  expect(again.outcome).toBe('created');
  trashArticle(library, again.articleId);
  trashArticle(library, articleId);
  expect((await importText(library, story)).articleId).toBe(articleId);
  destroyArticle(library, articleId);
  expect((await importText(library, story)).articleId).toBe(again.articleId);
  destroyArticle(library, again.articleId);
  expect((await importText(library, story)).outcome).toBe('created');
});

test('changes nothing for a file that cannot be imported', async () => {
  const library = makeLibrary();
  const attempt = (file: File) => createImport(library, { file, publishedOn: null, again: false });
  await expect(attempt(new File([], 'فارغ.txt'))).rejects.toMatchObject({
    code: 'FILE_EMPTY',
    details: { fileName: 'فارغ.txt' },
  });
  await expect(
    attempt(new File([new Uint8Array(maxImportBytes + 1)], 'كبير.txt')),
  ).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', details: { fileName: 'كبير.txt' } });
  await expect(
    attempt(new File([new Uint8Array([0, 1, 2, 3, 0, 0, 0, 255])], 'صورة.txt')),
  ).rejects.toMatchObject({ details: { fileName: 'صورة.txt' } });
  // A document of so many paragraphs could be edited through no browser.
  await expect(attempt(new File(['<p>ا</p>'.repeat(280_000)], 'حروف.html'))).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    details: { fileName: 'حروف.html', limit: maxDocumentBytes },
  });
  const count = library.db.prepare('SELECT count(*) FROM articles').pluck().get();
  expect(count).toBe(0);
});

test('writes what an editor decided about a change, in the states it can have', async () => {
  const library = makeLibrary();
  const { articleId } = await importText(library, story);
  const { changes } = readImport(library, articleId);
  const removed = changes.find(({ kind }) => kind === 'removed');
  const decide = (changeId: number, state: 'undone' | 'accepted', headline?: string) =>
    saveArticle(library, {
      id: articleId,
      baseRevision: openArticle(library, articleId).article.revision,
      decisions: [{ changeId, state }],
      ...(headline !== undefined && { fields: { headline } }),
    });
  const states = () => readImport(library, articleId).changes;
  const undone = changes.map((change) =>
    change.id === removed?.id ? { ...change, state: 'undone' } : change,
  );
  expect(decide(removed?.id ?? -1, 'undone').article.revision).toBe(1);
  expect(states()).toEqual(undone);
  // With the words that it is about, or not at all.
  expect(() => decide(removed?.id ?? -1, 'accepted', 'عنوان آخر')).toThrow('INVALID_INPUT');
  expect(() => decide(9999, 'undone', 'عنوان آخر')).toThrow('NOT_FOUND');
  expect(() =>
    saveArticle(library, {
      id: articleId,
      baseRevision: 7,
      decisions: [{ changeId: removed?.id ?? -1, state: 'applied' }],
    }),
  ).toThrow('CONFLICT');
  expect(states()).toEqual(undone);
  expect(openArticle(library, articleId).article).toMatchObject({ revision: 1 });
});

test('makes assets of embedded images and drops those that are none', async () => {
  const library = makeLibrary();
  const page = `<!doctype html><html lang="ar" dir="rtl"><body><article><h1>عنوان الصفحة الأول</h1>
<p>${'نص طويل يكفي ليكون فقرة في خبر. '.repeat(5)}</p>
<figure><img src="data:image/png;base64,${png.toString('base64')}" alt="صورة"><figcaption>شرح</figcaption></figure>
<figure><img src="data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}" alt="رسم"><figcaption>شرح آخر</figcaption></figure>
<p>${'فقرة ثانية بعد الصورة فيها كلام كثير. '.repeat(5)}</p></article></body></html>`;
  const { articleId } = await importText(library, page, { name: 'صفحة.html' });
  const sources: unknown[] = [];
  const walk = (node: DocumentNode) => {
    if (node.type === 'figure') sources.push(node.attrs?.['src']);
    node.content?.forEach(walk);
  };
  walk(openArticle(library, articleId).document.doc);
  const src = `asset:${hash('sha256', png)}`;
  expect(sources).toContain(src);
  expect(sources.filter((item) => item !== src && item !== '')).toEqual([]);
  expect(Buffer.from(await getAssetFile(library, src).arrayBuffer()).equals(png)).toBe(true);
});
