import type { Article } from '../article/article.ts';
import { toArticleDocument } from '../article/canonical-document.ts';
import type { DocumentMark, DocumentNode } from '../article/document.ts';

/** For tests only: a complete record and a document with every node; every text in them was written for the tests. */
export const sampleArticle: Article = {
  id: '019bfe10-2f6e-7c31-9a55-0d6a3e1b7c42',
  headline: 'مجلس البلدية يقرّ خطة لإنارة الأحياء القديمة',
  kicker: 'محليات',
  deck: 'المشروع يبدأ في الربيع ويشمل اثني عشر حياً، والتمويل من صندوق البلدية & المانحين',
  slug: 'إنارة-الأحياء-القديمة',
  bylines: ['سلمى الحداد', 'كريم ناصر'],
  dateline: { place: 'حلب', date: '2026-01-28' },
  desk: 'محليات',
  language: 'ar',
  tags: ['بلدية', 'كهرباء, إنارة', 'حلب'],
  publishedOn: '2026-01-28T14:30+03:00',
  status: 'ready',
  createdAt: '2026-01-27T09:00:00.000Z',
  updatedAt: '2026-01-28T10:15:30.000Z',
  revision: 4,
  wordCount: 120,
  deletedAt: null,
};

export const sampleImage = `asset:${'0a'.repeat(32)}`;

export const sampleDocument = toArticleDocument(
  node('doc', {}, [
    paragraph(
      text('أقرّ '),
      text('مجلس البلدية', annotation('name')),
      text('، في جلسة علنية عُقدت '),
      text('مساء الثلاثاء', annotation('date')),
      text(
        ' 27/1/2026، خطة من ثلاث مراحل لإنارة الأحياء القديمة (12 حياً) بكلفة 3.5 ملايين، وفق وسم #حلب_تضيء.',
      ),
    ),
    paragraph(
      text('وقالت رئيسة لجنة الخدمات ليلى مراد: «'),
      text('الضوء حق', { type: 'bold' }),
      text('»، وأضافت أن '),
      text('تفاصيل العقود', link('https://example.org/contracts?id=7&lang=ar')),
      text(' ستُنشر قريباً'),
      node('footnote', {}, [text('بحسب محضر الجلسة، الصفحة 4.')]),
      text('.'),
    ),
    node('heading', { level: 2 }, [text('ثلاث مراحل')]),
    node('orderedList', {}, [
      item(
        paragraph(text('مسح الشبكة الحالية')),
        list(item(paragraph(text('الأعمدة'))), item(paragraph(text('الكابلات')))),
      ),
      item(paragraph(text('تركيب '), text('المصابيح', { type: 'italic' }))),
      item(paragraph(text('الصيانة الدورية'))),
    ]),
    node('blockquote', { attribution: 'ليلى مراد', cite: 'https://example.org/session' }, [
      paragraph(text('لن يبقى شارع مظلم في المدينة القديمة.')),
    ]),
    node('blockquote', {}, [paragraph(text('كلام بلا صاحب.'))]),
    node('pullQuote', { attribution: 'من محضر الجلسة' }, [text('لن يبقى شارع مظلم')]),
    node('figure', { src: sampleImage, alt: 'زقاق مضاء ليلاً', credit: 'تصوير: كريم ناصر' }, [
      text('أول زقاق أُنير في المرحلة التجريبية'),
    ]),
    node('figure', { src: sampleImage, alt: 'خريطة الأحياء' }, [text('الأحياء المشمولة')]),
    node('heading', { level: 3 }, [text('الكلفة')]),
    node('table', {}, [
      row('tableHeader', 'المرحلة', 'الكلفة'),
      row('tableCell', 'المسح', '0.5 مليون'),
      row('tableCell', 'التركيب', '3 ملايين'),
    ]),
    node('taskList', {}, [
      node('taskItem', { checked: true }, [paragraph(text('الموافقة على الخطة'))]),
      node('taskItem', {}, [paragraph(text('طرح المناقصة'))]),
    ]),
    node('horizontalRule', {}, []),
    node('paragraph', { dir: 'ltr' }, [text('The plan was first reported by Example News.')]),
    paragraph(
      text('للتواصل: البريد desk@example.org'),
      node('hardBreak', {}, []),
      text('الهاتف: 021-000000'),
    ),
  ]),
);

function node(type: string, attrs: Record<string, unknown>, content: DocumentNode[]): DocumentNode {
  return { type, attrs, content };
}

function paragraph(...content: DocumentNode[]): DocumentNode {
  return node('paragraph', {}, content);
}

function text(words: string, ...marks: DocumentMark[]): DocumentNode {
  return { type: 'text', text: words, marks };
}

function link(href: string): DocumentMark {
  return { type: 'link', attrs: { href } };
}

function annotation(kind: string): DocumentMark {
  return { type: 'annotation', attrs: { id: `sample-${kind}`, kind } };
}

function list(...items: DocumentNode[]): DocumentNode {
  return node('bulletList', {}, items);
}

function item(...content: DocumentNode[]): DocumentNode {
  return node('listItem', {}, content);
}

function row(type: string, ...cells: string[]): DocumentNode {
  return node(
    'tableRow',
    {},
    cells.map((words) => node(type, {}, [paragraph(text(words))])),
  );
}
