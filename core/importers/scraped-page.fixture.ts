import * as fc from 'fast-check';
import { toPlainText } from '../article/plain-text.ts';
import type { importWebScrape } from './web-scrape.ts';

type Imported = ReturnType<typeof importWebScrape>;

/** Every character but white space of a text, in order. */
export function withoutSpace(text: string): string {
  return text.replace(/[\s\u0085]/g, '');
}

/**
 * What an import says its document must hold: the original without what was removed or became a field, with what
 * markup stood for; white space aside. Throws where two such changes overlap or a change misquotes the original.
 */
export function expectedWords(text: string, { changes }: Imported): string {
  let words = '';
  let at = 0;
  for (const change of changes) {
    if (text.slice(change.start, change.end) !== change.original)
      throw new Error(`Misquoted: ${JSON.stringify(change)}`);
    if (change.kind !== 'removed' && change.kind !== 'headline') continue;
    if (change.start < at) throw new Error(`Overlapping: ${JSON.stringify(change)}`);
    words += text.slice(at, change.start) + change.replacement;
    at = change.end;
  }
  return withoutSpace(words + text.slice(at));
}

export function documentWords({ doc }: Imported): string {
  return withoutSpace(toPlainText(doc).text);
}

const furniture = [
  'الرئيسية',
  'أخر الأخبار',
  'سياسة',
  'فيسبوك',
  'شارك الخبر',
  'زر الذهاب إلى الأعلى',
  'اقرأ أيضاً:',
  'مواضيع ذات صلة',
  'إعلان',
  '© 2026 صحيفة المنارة',
  'الوسوم: البحر، الصيد',
  '125 مشاهدة',
  '2',
  'نشر في: 28 يناير 2026',
  'بقلم: سعاد الحلو',
  'الرئيسية » أخبار » محليات',
  'الصورة: وكالة المنارة',
  'نستخدم ملفات تعريف الارتباط لتحسين تجربتك.',
];
const titles = [
  'سفينة شحن تجنح قرب المنارة القديمة',
  'افتتاح متحف الصيد بعد عامين من الترميم',
  'ما الذي تغير في سوق السمك؟',
  'صوت البحر',
];
const paragraphs = [
  'جنحت سفينة شحن صغيرة فجر اليوم قرب المنارة القديمة، ولم يصب أحد من بحارتها الأحد عشر بأذى.',
  'و قالت إدارة المرفأ إن الرياح بلغت سبعين كيلومتراًً في الساعة ، وإن السفينة تنتظر قاطرة من”الجزيرة”.',
  'وأوضح قبطان السفينة أن المحرك توقف بعدContact مع صخرة لم تكن على الخريطة التي زود بها قبل الرحلة في',
  'الميناء الجنوبي قبل أربعة أيام من موعد الإبحار.2',
  'وتعمل فرق الغوص على تفقد هيكل السفينة&nbsp;وسد ما فيه من شقوق، <b>قبل</b> أن تصل القاطرة مساء الغد.',
  '• عدد البحارة أحد عشر',
  '- الحمولة أخشاب وحبوب',
  '1. تفقد الهيكل',
  '2. سحب السفينة',
  'يا بحر هل من خبر',
  'وقال المدير: «لن نغادر\u200b المكان قبل أن نطمئن على البحارة جميعاً»',
];
const junk = [
  '',
  '',
  ' ',
  '\t',
  '<div class="x">',
  '<br>',
  '</p><p>',
  '\u200b',
  '<!-- -->',
  '&bull;',
];

/** Pages made of lines of every kind, in any order. */
export const scrapedPage: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...furniture) },
        { weight: 1, arbitrary: fc.constantFrom(...titles) },
        { weight: 4, arbitrary: fc.constantFrom(...paragraphs) },
        { weight: 2, arbitrary: fc.constantFrom(...junk) },
      ),
      fc.constantFrom('\n', '\n\n', '\r\n', '\n\n\n', ' '),
    ),
    { maxLength: 24 },
  )
  .map((lines) => lines.map(([line, end]) => line + end).join(''));

/** Pages built as real ones are: menu, headline, paragraphs, furniture between and below. */
export const wholePage: fc.Arbitrary<string> = fc
  .record({
    above: fc.subarray(furniture.slice(0, 3)),
    title: fc.constantFrom(...titles.slice(0, 3)),
    body: fc.array(fc.constantFrom(...paragraphs), { minLength: 1, maxLength: 8 }),
    between: fc.constantFrom(...furniture),
    below: fc.subarray(furniture),
  })
  .map(({ above, title, body, between, below }) =>
    [...above, title, ...body.slice(0, 2), between, ...body.slice(2), ...below].join('\n\n'),
  );

/** Any text whatever: what a page might be made of, and what it might not. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...Array.from('<>&;/!-"”“«»•.،:؟\n\r\t ابتو1٢ab\u200b\u0000\ud800\u0085\u00a0'),
      ),
      {
        maxLength: 200,
      },
    )
    .map((characters) => characters.join('')),
  scrapedPage,
);

/** An import in the form in which fixtures expect it: what a reader would check, without offsets. */
export function describeImport({ fields, doc, changes }: Imported) {
  const blocks = (doc.content ?? []).map((node) => {
    const lines = toPlainText({ type: 'doc', content: [node] }).text.split('\n');
    return node.type === 'paragraph' ? lines.join(' ⏎ ') : { [node.type]: lines };
  });
  const ofKind = (kind: string) => changes.filter((change) => change.kind === kind);
  return {
    fields,
    blocks,
    removed: ofKind('removed').map((change) => [change.rule, change.original]),
    joined: ofKind('joined').map(
      ({ place }) => `${place.before.slice(-12)}⏎${place.after.slice(0, 12)}`,
    ),
    proposed: ofKind('proposed').map((change) => [
      change.rule,
      change.original,
      change.replacement,
    ]),
  };
}
