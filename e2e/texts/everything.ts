import { expect } from '@playwright/test';
import type { DocumentMark, DocumentNode } from '../../core/article/document.ts';
import type { Desk } from '../page-models/desk.ts';
import type { Hands } from '../page-models/hands.ts';
import { picture } from './image.ts';

const markedWords = {
  bold: 'غليظ',
  italic: 'مائل',
  underline: 'مسطَّر',
  strike: 'مشطوب',
  highlight: 'مظلَّل',
  superscript: 'عالٍ',
  subscript: 'نازل',
  code: 'git pull',
} as const;
const marks = Object.keys(markedWords) as (keyof typeof markedWords)[];

/** Writes an article with everything the schema has, each by its command, into the empty text of the open article. */
export async function writeEverything(desk: Desk, hands: Hands): Promise<void> {
  const { page, words } = desk;
  const newLine = () => page.press('Enter');

  await hands.style('heading2');
  await page.type('عنوان أول');
  await newLine();
  for (const mark of marks) {
    await hands.run(mark);
    await page.type(markedWords[mark]);
    await hands.run(mark);
    await page.type(' ');
  }
  await page.type('ورابط');
  await page.select('رابط');
  await hands.run('link');
  await page.fillLink('javascript:alert(1)');
  await expect(page.linkPanel).toContainText(words.editor.link.unsafe);
  await page.fillLink('https://example.org/%D9%85');
  await expect(page.linkPanel).toBeHidden();
  await page.caretToEnd();
  await newLine();
  await hands.run('bold');
  await page.type('بلا تنسيق');
  await page.select('بلا تنسيق');
  await hands.run('clearFormatting');
  await page.caretToEnd();
  await newLine();

  await hands.style('heading3');
  await page.type('عنوان ثانٍ');
  await newLine();
  await hands.style('heading4');
  await page.type('عنوان ثالث');
  await newLine();
  await hands.style('heading4');
  await hands.style('paragraph');
  await page.type('سطر');
  await hands.run('hardBreak');
  await page.type('تحته سطر');
  await newLine();

  await hands.run('bulletList');
  await page.type('بند أول');
  await newLine();
  await hands.run('indent');
  await page.type('بند داخلي');
  await newLine();
  await hands.run('outdent');
  await page.type('بند ثانٍ');
  await newLine();
  await newLine();
  await hands.run('orderedList');
  await page.type('خطوة');
  await newLine();
  await newLine();
  await hands.run('taskList');
  await page.type('مهمة تمّت');
  await newLine();
  await page.type('مهمة باقية');
  await page.tasks.first().check();
  await page.caretToEnd();
  await newLine();
  await newLine();

  await hands.run('blockquote');
  await page.type('لا أحد يعرف البحر كما يعرفه الصيادون');
  await page.fillQuote('نادر الخوري', 'https://example.org/interview');
  await newLine();
  await newLine();
  await hands.style('pullQuote');
  await page.type('البحر لا ينتظر');
  await page.fillQuote('من حديثه', '');
  await newLine();

  await hands.run('table');
  await page.pickTableSize(2, 2);
  await page.type('الميناء');
  await page.press('Tab');
  await page.type('القوارب');
  await page.press('Tab');
  await page.type('القديم');
  await page.press('Tab');
  await page.type('40');
  await page.useTable('alignCenter');
  await page.useTable('rowAfter');
  await page.useTable('columnAfter');
  await page.press('Tab');
  await page.useTable('deleteColumn');
  await page.useTable('headerColumn');
  await page.caretToEnd();

  await hands.run('horizontalRule');
  await page.type('Reuters reported first');
  await hands.direct('ltr');
  await newLine();
  await page.type('فقرة عن يمين');
  await hands.direct('rtl');
  await newLine();
  await hands.direct('auto');
  await page.type('جملة لها حاشية');
  await hands.run('footnote');
  await page.fillFootnote('من بيان البلدية');
  await page.type('.');
  await newLine();
  await page.chooseImage(() => hands.run('figure'), picture);
  await page.type('قوارب في المرفأ');
  await page.fillFigure('تصوير ليلى منصور', 'قاربان خشبيان عند رصيف حجري');
}

const text = (words: string, ...markTypes: DocumentMark[]): DocumentNode => ({
  type: 'text',
  ...(markTypes.length > 0 && { marks: markTypes }),
  text: words,
});
const block = (
  type: string,
  attrs: Record<string, unknown>,
  ...content: DocumentNode[]
): DocumentNode => ({ type, attrs, ...(content.length > 0 && { content }) });
const paragraph = (...content: DocumentNode[]) => block('paragraph', { dir: 'auto' }, ...content);
const item = (...content: DocumentNode[]): DocumentNode => ({ type: 'listItem', content });
const cell = (type: string, align: string | null, ...content: DocumentNode[]) =>
  block(type, { colspan: 1, rowspan: 1, align }, paragraph(...content));

/** What must then lie on disk. */
export const everything: DocumentNode = {
  type: 'doc',
  content: [
    block('heading', { level: 2, dir: 'auto' }, text('عنوان أول')),
    paragraph(
      ...marks.flatMap((mark) => [text(markedWords[mark], { type: mark }), text(' ')]).slice(0, -1),
      text(' و'),
      text('رابط', { type: 'link', attrs: { href: 'https://example.org/%D9%85' } }),
    ),
    paragraph(text('بلا تنسيق')),
    block('heading', { level: 3, dir: 'auto' }, text('عنوان ثانٍ')),
    block('heading', { level: 4, dir: 'auto' }, text('عنوان ثالث')),
    paragraph(text('سطر'), { type: 'hardBreak' }, text('تحته سطر')),
    block(
      'bulletList',
      { dir: 'auto' },
      item(
        paragraph(text('بند أول')),
        block('bulletList', { dir: 'auto' }, item(paragraph(text('بند داخلي')))),
      ),
      item(paragraph(text('بند ثانٍ'))),
    ),
    block('orderedList', { start: 1, dir: 'auto' }, item(paragraph(text('خطوة')))),
    block(
      'taskList',
      { dir: 'auto' },
      block('taskItem', { checked: true }, paragraph(text('مهمة تمّت'))),
      block('taskItem', { checked: false }, paragraph(text('مهمة باقية'))),
    ),
    block(
      'blockquote',
      { attribution: 'نادر الخوري', cite: 'https://example.org/interview', dir: 'auto' },
      paragraph(text('لا أحد يعرف البحر كما يعرفه الصيادون')),
    ),
    block('pullQuote', { attribution: 'من حديثه', cite: '', dir: 'auto' }, text('البحر لا ينتظر')),
    block(
      'table',
      { dir: 'auto' },
      {
        type: 'tableRow',
        content: [
          cell('tableHeader', null, text('الميناء')),
          cell('tableHeader', null, text('القوارب')),
        ],
      },
      {
        type: 'tableRow',
        content: [
          cell('tableHeader', null, text('القديم')),
          cell('tableCell', 'center', text('40')),
        ],
      },
      {
        type: 'tableRow',
        content: [cell('tableHeader', null), cell('tableCell', null)],
      },
    ),
    { type: 'horizontalRule' },
    block('paragraph', { dir: 'ltr' }, text('Reuters reported first')),
    block('paragraph', { dir: 'rtl' }, text('فقرة عن يمين')),
    paragraph(
      text('جملة لها حاشية'),
      { type: 'footnote', content: [text('من بيان البلدية')] },
      text('.'),
    ),
    block(
      'figure',
      {
        src: 'asset:',
        alt: 'قاربان خشبيان عند رصيف حجري',
        credit: 'تصوير ليلى منصور',
        dir: 'auto',
      },
      text('قوارب في المرفأ'),
    ),
    paragraph(),
  ],
};
