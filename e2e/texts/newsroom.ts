import { randomBytes } from 'node:crypto';
import type { AnnotationInput, AnnotationValue } from '../../core/article/annotation.ts';
import type { ArticleFields } from '../../core/article/article.ts';
import type { DocumentNode } from '../../core/article/document.ts';
import { makeUuidV7 } from '../../core/uuid.ts';
import type { LibraryClient } from '../stored-articles.ts';
import { inLibrary } from '../stored-articles.ts';
import { picture } from './image.ts';

/** The article of a typical day, which most screens show. */
export const tramHeadline = 'الترام يعود إلى شوارع المدينة القديمة بعد أربعين عامًا';

/** Two hundred characters of headline over an article that has everything. */
export const fullHeadline =
  'مجلس المدينة يقرّ بعد جلسة دامت تسع ساعات خطة إعادة تأهيل المرفأ القديم وسوق السمك وحي الصيادين، ويؤجل البتّ في تعويضات أصحاب الورش الصغيرة إلى نهاية العام المقبل وسط اعتراض نقابة البحارة على بنود العقد';

/** Fills a library as a newsroom leaves it on a busy day: the typical article last, so that it is the first row. */
export async function fillNewsroom(library: string): Promise<void> {
  let minutesAgo = 0;
  const now = () => new Date(Date.now() - minutesAgo * 60_000);
  await inLibrary(
    library,
    async (client) => {
      for (const [index, [headline, status, desk, body]] of older.entries()) {
        minutesAgo = ages[index] ?? 60;
        // oxlint-disable-next-line no-await-in-loop -- the order is the point
        await client.articles.create({
          fields: {
            headline,
            status,
            desk,
            publishedOn: status === 'published' ? '2026-03-01' : null,
          },
          document: { schemaVersion: 1, doc: { type: 'doc', content: [paragraph(body)] } },
        });
      }
      minutesAgo = 14;
      const { src } = await client.assets.put({
        file: new File([new Uint8Array(picture.buffer)], picture.name, { type: 'image/png' }),
      });
      await addMarked(client, fullFields, fullBlocks(src), fullValues);
      minutesAgo = 3;
      await addMarked(client, tramFields, tramBlocks, tramValues);
    },
    now,
  );
}

/** Newest last; minutes since each was saved. */
const ages = [20_160, 9_000, 7_300, 4_400, 3_000, 1_600, 1_500, 410, 300, 185, 122, 48];
const older: [string, ArticleFields['status'], string, string][] = [
  [
    'أمطار الأسبوع تملأ ثلث السدود الصغيرة',
    'published',
    'محليات',
    'قالت مصلحة المياه إن السدود الصغيرة امتلأ ثلثها.',
  ],
  [
    'معرض الكتاب يفتح أبوابه لتلاميذ المدارس أولًا',
    'published',
    'ثقافة',
    'يخصص المعرض أيامه الثلاثة الأولى للتلاميذ.',
  ],
  [
    'فريق الجامعة يفوز ببطولة الجري في الجبال',
    'published',
    'رياضة',
    'قطع الفريق المسافة في ست ساعات.',
  ],
  [
    'كيف يقرأ الصحفي ميزانية البلدية؟',
    'ready',
    'تدريب',
    'دليل قصير في خمس خطوات مع أمثلة من ميزانية هذا العام.',
  ],
  [
    'Harbour master: “No ship waits more than a day”',
    'review',
    'اقتصاد',
    'The harbour master spoke to reporters on Monday.',
  ],
  [
    'صيادلة الريف يطلبون سيارة دواء متنقلة',
    'review',
    'صحة',
    'يقطع المرضى ثلاثين كيلومترًا إلى أقرب صيدلية.',
  ],
  [
    'حوار مع نحّاتة الملح: «البحر شريكي»',
    'editing',
    'ثقافة',
    'تعمل النحاتة على كتل الملح منذ عشرين عامًا.',
  ],
  [
    'أسعار الخضار تتراجع في الأسواق الشعبية',
    'published',
    'اقتصاد',
    'تراجع سعر البندورة إلى النصف خلال أسبوع.',
  ],
  [
    '',
    'draft',
    '',
    'ملاحظات من مؤتمر وزير التربية: موعد الامتحانات لم يتغير، والمنهج الجديد يُجرَّب في عشر مدارس.',
  ],
  ['جسر المشاة الجديد ينتظر الفحص الأخير', 'editing', 'محليات', 'يجري الفحص يوم الخميس.'],
  ['تصحيح: عدد المتطوعين ٣٤٠ لا ٤٣٠', 'ready', 'محليات', 'ورد في خبر أمس رقم غير صحيح.'],
  ['مسوّدة: سوق الجمعة بين الماضي والحاضر', 'draft', 'ثقافة', 'يقصد السوق كل أسبوع آلاف الزوار.'],
];

type Values = Readonly<Record<string, AnnotationValue>>;
type Block = (marks: ReadonlyMap<string, string>) => DocumentNode;

const person = (name: string, role = ''): AnnotationValue => ({
  kind: 'name',
  name,
  nameKind: 'person',
  role,
  note: '',
});
const organisation = (name: string): AnnotationValue => ({
  kind: 'name',
  name,
  nameKind: 'organisation',
  role: '',
  note: '',
});
const date = (label: string, value: string): AnnotationValue => ({
  kind: 'date',
  label,
  value,
  end: null,
  note: '',
});
const agency = (name: string, attribution: string): AnnotationValue => ({
  kind: 'source',
  name,
  sourceKind: 'agency',
  attribution,
  link: '',
  note: '',
});

const tramValues: Values = {
  'سميرة الأيوبي': person('سميرة الأيوبي', 'رئيسة البلدية'),
  'شركة السكك الحديدية': organisation('شركة السكك الحديدية'),
  '4 مارس 2026': date('4 مارس 2026', '2026-03-04'),
  'وكالة أنباء الساحل': agency('وكالة أنباء الساحل', 'نقلًا عن وكالة أنباء الساحل'),
};
const tramFields: Partial<ArticleFields> = {
  headline: tramHeadline,
  kicker: 'نقل عام',
  deck: 'الخط الأول يربط المحطة بالميناء في اثنتي عشرة دقيقة، والتذكرة بثمن رغيف',
  slug: 'tram-returns',
  bylines: ['هالة درويش'],
  dateline: { place: 'المدينة القديمة', date: '2026-03-04' },
  desk: 'محليات',
  tags: ['نقل', 'المدينة القديمة'],
  status: 'editing',
};
const tramBlocks: Block[] = [
  text(
    'دشّنت رئيسة البلدية سميرة الأيوبي صباح الأربعاء 4 مارس 2026 الخط الأول للترام، بعد أربعين عامًا على توقف آخر عربة كانت تعبر الشارع المستقيم نحو الميناء.',
  ),
  text(
    'وقالت شركة السكك الحديدية إن العربات الست، من طراز Citadis 305، تنقل نحو ثمانية آلاف راكب كل يوم، وإنها تعمل من الخامسة فجرًا حتى منتصف الليل.',
  ),
  (marks) => ({
    type: 'blockquote',
    attrs: { attribution: 'سميرة الأيوبي', cite: '', dir: 'auto' },
    content: [
      text('لم نُعِد عربةً إلى سكّتها فحسب، بل أعدنا إلى الناس عادةَ أن يلتقوا في الطريق.')(marks),
    ],
  }),
  text(
    'ونقلت وكالة أنباء الساحل عن أصحاب المتاجر في الشارع أن الحركة زادت منذ الرحلات التجريبية، وأن بعضهم مدّد ساعات العمل إلى المساء.',
  ),
  heading('ما الذي يتغير للركاب؟'),
  list(
    'تذكرة واحدة للترام والحافلة مدة تسعين دقيقة',
    'محطة جديدة أمام سوق الحرير',
    'عربات بلا درجات لمن يستعمل الكرسي المتحرك',
  ),
];

const fullValues: Values = {
  'ناديا Haddad-Leroy حداد': person('ناديا Haddad-Leroy حداد', 'مهندسة المشروع (Project lead)'),
  'فارس البيطار': person('فارس البيطار', 'نقيب البحارة'),
  'كريم المصري': person('كريم المصري'),
  'هيئة المرافئ': organisation('هيئة المرافئ'),
  'Blue Coast Engineering Ltd.': organisation('Blue Coast Engineering Ltd.'),
  'ربيع 2027': date('ربيع 2027', '2027'),
  '31 ديسمبر 2026': date('31 ديسمبر 2026', '2026-12-31'),
  'صحيفة المرسى': agency('صحيفة المرسى', 'بحسب صحيفة المرسى'),
};
const fullFields: Partial<ArticleFields> = {
  headline: fullHeadline,
  kicker: 'المرفأ القديم · ملف خاص',
  deck: 'ثلاث سنوات من العمل، وأربعة مقاولين، وسوق سمك ينتقل مؤقتًا إلى الرصيف الشرقي؛ هذا ما في العقد وما ليس فيه، وما يقوله الذين سيعيشون إلى جانب الورشة كل يوم',
  slug: 'old-harbour-renewal-plan-and-the-fishermen-who-live-beside-it',
  bylines: [
    'ناديا Haddad-Leroy حداد',
    'عبد الرحمن بن عبد العزيز الشرقاوي',
    'ريم سلوم',
    'Jonathan Fairweather',
  ],
  dateline: { place: 'المرفأ القديم', date: '2026-03-02' },
  desk: 'تحقيقات',
  tags: [
    'المرفأ',
    'سوق السمك',
    'حي الصيادين',
    'عقود عامة',
    'تعويضات',
    'نقابة البحارة',
    'urban renewal',
    'ميزانية 2027',
  ],
  publishedOn: '2026-03-05',
  status: 'review',
};
function fullBlocks(src: string): Block[] {
  return [
    text(
      'أقرّ المجلس الخطة بغالبية صوتين، بعد أن عرضت ناديا Haddad-Leroy حداد (Project lead) تصاميم الشركة Blue Coast Engineering Ltd. وشرحت كيف يبقى الرصيف مفتوحًا في أثناء العمل [المرحلة الأولى].',
    ),
    (marks) => {
      const node = text(
        'وقال فارس البيطار إن هيئة المرافئ لم تسأل البحارة، وإن النقابة ستطعن في القرار قبل 31 ديسمبر 2026.',
      )(marks);
      return {
        ...node,
        content: [
          ...(node.content ?? []),
          {
            type: 'footnote',
            content: [{ type: 'text', text: 'من محضر الجلسة، الصفحة 41، بند «التعويضات».' }],
          },
        ],
      };
    },
    () => ({
      type: 'figure',
      attrs: { src, alt: 'رصيف المرفأ القديم عند الفجر', credit: 'تصوير ريم سلوم', dir: 'auto' },
      content: [{ type: 'text', text: 'الرصيف الغربي كما يبدو قبل بدء العمل' }],
    }),
    heading('أرقام العقد'),
    () =>
      table([
        ['المرحلة', 'المدة', 'الكلفة', 'المقاول'],
        ['تدعيم الأرصفة', '14 شهرًا', '12,400,000', 'Blue Coast'],
        ['سوق السمك', '9 أشهر', '3,750,000', 'بناة الساحل'],
        ['حي الصيادين', '22 شهرًا', '8,100,000', 'لم يُحدَّد'],
      ]),
    () => ({
      type: 'pullQuote',
      attrs: { attribution: 'كريم المصري، صاحب ورشة', cite: '', dir: 'auto' },
      content: [
        { type: 'text', text: 'أُصلح المراكب هنا منذ كنت في التاسعة. إلى أين أنقل الرافعة؟' },
      ],
    }),
    text(
      'ويقول كريم المصري إن ورشته تحتاج إلى رصيف، وإن أحدًا لم يعرض عليه رصيفًا. وبحسب صحيفة المرسى يبدأ العمل في ربيع 2027.',
    ),
    (marks) => ({
      ...text('“We will keep the quay open,” the company wrote in an answer to our questions.')(
        marks,
      ),
    }),
    list('توصيل الكهرباء إلى القوارب', 'غرف تبريد جديدة', 'مظلّة فوق ساحة المزاد'),
    text(
      'قُصِدَ بالتَّأهيلِ — في نصِّ العقدِ — «كلُّ ما يَلزَمُ لإعادةِ المرفأِ إلى الخِدمةِ»؛ وهي عبارةٌ يَقرأُها كلُّ طرفٍ على هواهُ.',
    ),
  ];
}

function text(words: string): Block {
  return (marks) => ({ type: 'paragraph', attrs: { dir: 'auto' }, content: markUp(words, marks) });
}

function heading(words: string): Block {
  return () => ({
    type: 'heading',
    attrs: { level: 2, dir: 'auto' },
    content: [{ type: 'text', text: words }],
  });
}

function list(...items: string[]): Block {
  return () => ({
    type: 'bulletList',
    attrs: { dir: 'auto' },
    content: items.map((words) => ({ type: 'listItem', content: [paragraph(words)] })),
  });
}

function table(rows: readonly (readonly string[])[]): DocumentNode {
  return {
    type: 'table',
    attrs: { dir: 'auto' },
    content: rows.map((cells, index) => ({
      type: 'tableRow',
      content: cells.map((words) => ({
        type: index === 0 ? 'tableHeader' : 'tableCell',
        content: [paragraph(words)],
      })),
    })),
  };
}

function paragraph(words: string): DocumentNode {
  return {
    type: 'paragraph',
    attrs: { dir: 'auto' },
    content: [{ type: 'text', text: words }],
  };
}

/** Words with the known names, dates and sources in them marked; `marks`: from words to `kind:id`. */
function markUp(words: string, marks: ReadonlyMap<string, string>): DocumentNode[] {
  const known = [...marks.keys()].filter((name) => words.includes(name));
  const [first] = known.toSorted((one, other) => words.indexOf(one) - words.indexOf(other));
  if (first === undefined) return words === '' ? [] : [{ type: 'text', text: words }];
  const start = words.indexOf(first);
  const [kind, id] = (marks.get(first) ?? '').split(':');
  return [
    ...markUp(words.slice(0, start), marks),
    { type: 'text', marks: [{ type: 'annotation', attrs: { id, kind } }], text: first },
    ...markUp(words.slice(start + first.length), marks),
  ];
}

async function addMarked(
  client: LibraryClient,
  fields: Partial<ArticleFields>,
  blocks: readonly Block[],
  values: Values,
): Promise<void> {
  const { article } = await client.articles.create({ fields });
  const marks = new Map<string, string>();
  const records: AnnotationInput[] = [];
  for (const [words, value] of Object.entries(values)) {
    const id = makeUuidV7(Date.now(), randomBytes(10));
    records.push({ id, value, state: 'accepted', origin: 'editor' });
    marks.set(words, `${value.kind}:${id}`);
  }
  await client.articles.save({
    id: article.id,
    baseRevision: article.revision,
    document: {
      schemaVersion: 1,
      doc: { type: 'doc', content: blocks.map((block) => block(marks)) },
    },
    records,
  });
}
