import type { DocumentNode } from '../core/article/document.ts';
import { expect, test } from './fixtures.ts';
import { storedArticles } from './stored-articles.ts';

/** As Word puts lists on the clipboard: paragraphs with a level in their style and the bullet as text. */
const wordPage = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal { margin: 0 }</style></head><body>
<p class=MsoNormal dir=RTL>مطالب الأهالي:<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${wordItem(1, '·', 'ماء كل يوم')}
${wordItem(2, 'o', 'وفي الصيف مرتين')}
${wordItem(2, 'o', 'وللمدارس قبل غيرها')}
${wordItem(1, '·', 'طريق معبّد')}
<p class=MsoNormal dir=RTL>ثم خطوتان:</p>
${wordItem(1, '1.', 'لجنة من الحي')}
${wordItem(1, '2.', 'موعد مع البلدية')}
</body></html>`;

function wordItem(level: number, marker: string, words: string): string {
  return `<p class=MsoListParagraph dir=RTL style='margin-right:36.0pt;mso-list:l0 level${level} lfo1'><!--[if !supportLists]--><span lang=AR style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><!--[endif]-->${words}</p>`;
}

test('lists of a word processor come as lists, in their levels and kinds', async ({
  openProgram,
  library,
}) => {
  const { desk, close } = await openProgram();
  await desk.newArticle('مقالة من برنامج آخر');
  await desk.page.paste(wordPage, 'نص بديل');
  await expect(desk.page.text).toContainText('موعد مع البلدية');
  await desk.saved();
  await close();

  const [article] = await storedArticles(library);
  expect(article && outline(article.doc)).toEqual([
    'مطالب الأهالي:',
    [
      'bulletList',
      'ماء كل يوم',
      ['bulletList', 'وفي الصيف مرتين', 'وللمدارس قبل غيرها'],
      'طريق معبّد',
    ],
    'ثم خطوتان:',
    ['orderedList', 'لجنة من الحي', 'موعد مع البلدية'],
  ]);
});

const webPage = `<article class="story" id="s1">
<h1 dir="rtl">عنوان الصفحة</h1>
<p class="lead" style="color: red"><span style="font-weight: 700">مقدمة</span> فيها <a href="https://example.org/a" target="_blank" class="x">رابط</a> و<a href="file:///etc/hosts">رابط إلى ملف</a>.</p>
<p>&nbsp;</p>
<figure><img src="https://example.org/p.jpg" alt="ميناء صغير" width="900"><figcaption>الميناء عند الفجر</figcaption></figure>
<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="نقطة">بعد الصورة</p>
<h6>تفصيل</h6>
<video src="https://example.org/v.mp4">فيديو</video>
<p>خاتمة<button>شارك</button></p></article>`;

test('a web page brings its text, headings, links and pictures, and leaves its dress behind', async ({
  openProgram,
  library,
}) => {
  const { desk, close } = await openProgram();
  await desk.newArticle('مقالة من الشبكة');
  await desk.page.paste(webPage, 'نص بديل');
  await expect(desk.page.text).toContainText('خاتمة');
  await desk.saved();
  await close();

  const [article] = await storedArticles(library);
  const blocks = article?.doc.content ?? [];
  expect(blocks.map((block) => [block.type, block.attrs?.['level'] ?? '', outline(block)])).toEqual(
    [
      ['heading', 2, ['عنوان الصفحة']],
      ['paragraph', '', ['مقدمة فيها رابط ورابط إلى ملف.']],
      ['figure', '', ['الميناء عند الفجر']],
      ['paragraph', '', ['بعد الصورة']],
      ['heading', 4, ['تفصيل']],
      ['paragraph', '', ['خاتمة']],
    ],
  );
  expect(blocks[2]?.attrs).toMatchObject({ src: 'https://example.org/p.jpg', alt: 'ميناء صغير' });
  expect(
    blocks[1]?.content?.flatMap(({ text, marks = [] }) =>
      marks.map(({ type, attrs }) => [text, type, attrs?.['href']]),
    ),
  ).toEqual([
    ['مقدمة', 'bold', undefined],
    ['رابط', 'link', 'https://example.org/a'],
  ]);
});

/** As Google Docs puts text on the clipboard. */
const docsPage = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="rtl" style="line-height:1.38"><span style="font-size:11pt;font-weight:400;font-style:normal">كلام عادي </span><span style="font-size:11pt;font-weight:700;font-style:italic;text-decoration:line-through">ومحذوف</span></p></b>`;

test('weights and slants written as styles become marks, and normal text stays normal', async ({
  openProgram,
  library,
}) => {
  const { desk, close } = await openProgram();
  await desk.newArticle('مقالة من محرّر على الشبكة');
  await desk.page.paste(docsPage, 'نص بديل');
  await expect(desk.page.text).toContainText('ومحذوف');
  await desk.saved();
  await close();

  const [article] = await storedArticles(library);
  const [line] = article?.doc.content ?? [];
  expect(
    line?.content?.map(({ text, marks = [] }) => [text, marks.map(({ type }) => type).toSorted()]),
  ).toEqual([
    ['كلام عادي ', []],
    ['ومحذوف', ['bold', 'italic', 'strike']],
  ]);
});

type Outline = string | Outline[];

/** Words of blocks; of lists their kind and their entries. */
function outline(node: DocumentNode): Outline[] {
  const blocks: Outline[] = [];
  let words = '';
  for (const child of node.content ?? []) {
    if (child.text !== undefined) words += child.text;
    else if (child.type === 'bulletList' || child.type === 'orderedList')
      blocks.push([child.type, ...outline(child)]);
    else blocks.push(...outline(child));
  }
  return words === '' ? blocks : [words, ...blocks];
}
