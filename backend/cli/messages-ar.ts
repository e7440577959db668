import type { Messages } from './messages.ts';
import { detail } from './printable.ts';

const common = `خيارات تقبلها الأوامر كلها
  --library FILE   المكتبة المطلوبة (إن لم تُذكر فهي مكتبة النافذة)
  --json           وثيقة JSON واحدة على الخرج القياسي، والأخطاء منها
  --lang ar|en     لغة الرسائل`;

export const arabic: Messages = {
  errors: {
    NOT_FOUND: () => 'لا مقال بهذا المعرّف؛ يعرض "muharrir list" ما في المكتبة',
    CONFLICT: () => 'تغيّر المقال في مكان آخر أثناء ذلك؛ لم يُستبدل شيء، أعد المحاولة',
    INVALID_INPUT: (details) =>
      `تعذّر استعمال ما أُعطي${because(detail(details, 'reason', detail(details, 'field')))}؛ انظر "muharrir help"`,
    INVALID_DOCUMENT: () => 'ليست وثيقة يستطيع محرّر حفظها؛ لم يتغيّر شيء',
    DOCUMENT_NEWER: () => 'كتبتها نسخة أحدث من محرّر؛ حدّث البرنامج لفتحها',
    LIBRARY_IN_USE: (details) =>
      `المكتبة مفتوحة في ${holder(detail(details, 'door'))}${pid(detail(details, 'pid'))}؛ أغلقها هناك أولًا أو اختر غيرها بالخيار --library`,
    LIBRARY_NEWER: () => 'كتبت هذه المكتبة نسخة أحدث من محرّر؛ حدّث البرنامج. لم يتغيّر شيء',
    ARTICLE_DAMAGED: () =>
      'المقالة تالفة على القرص؛ افتحها في البرنامج لاستعادة آخر نسخة سليمة منها',
    LIBRARY_DAMAGED: () =>
      'المكتبة تالفة؛ يبيّن "muharrir check" موضع التلف. اعمل على نسخة منها أو استعد نسخة احتياطية',
    LIBRARY_NOT_A_LIBRARY: () =>
      'ليس الملف مكتبة من مكتبات محرّر؛ اختر غيره بالخيار --library. لم يتغيّر شيء',
    LIBRARY_UNREACHABLE: () => 'تعذّر فتح المكتبة؛ تأكّد من وجود مجلدها ومن إذن القراءة والكتابة فيه',
    READ_ONLY: () => 'لا يمكن الكتابة في المكتبة؛ انسخها إلى مجلد لك واذكر النسخة بالخيار --library',
    DISK_FULL: () => 'القرص ممتلئ؛ أفسح مكانًا وأعد المحاولة. ما حُفظ من قبل سليم',
    FILE_NOT_TEXT: () => 'ليس نصًّا؛ احفظ المقال نصًّا عاديًّا (.txt) ثم استورده',
    FILE_EMPTY: () => 'الملف فارغ؛ لا شيء يُستورد منه',
    FILE_TOO_LARGE: () => 'حجم الملف فوق 20 ميغابايت؛ قسّمه واستورد أجزاءه',
    FILE_UNREADABLE: () => 'تعذّرت قراءة الملف؛ تأكّد من أذوناته',
    FILE_UNSUPPORTED: () => 'لا تُستورد ملفات من هذا النوع؛ احفظه .txt أو .html أو .md',
    NO_ARTICLE_IN_FILE: () => 'لم يوجد فيه مقال، بل عناصر صفحة أو أسطر فارغة فقط',
    UNAUTHORIZED: () => 'لم يعد العنوان صالحًا؛ شغّل "muharrir serve" من جديد',
    CLOSING: () => 'المكتبة تُغلق الآن؛ أعد المحاولة بعد قليل',
    INTERNAL: () => 'حدث خلل داخل محرّر؛ لم يبقَ شيء منجزًا نصفه',
  },
  statuses: {
    draft: 'مسوّدة',
    editing: 'قيد التحرير',
    review: 'قيد المراجعة',
    ready: 'جاهزة للنشر',
    published: 'منشورة',
  },
  help: {
    overview: `محرّر: تحرير الأخبار العربية وتدقيقها وتصديرها.

  muharrir import FILE|FOLDER...   استيراد نصوص منسوخة من المواقع
  muharrir list                    المقالات، الأحدث تعديلًا أولًا
  muharrir show ID                 عرض مقال
  muharrir export ID...|--all      التصدير إلى HTML أو Markdown
  muharrir extract [FILE...]       الأسماء والتواريخ والأقوال في نص
  muharrir check                   فحص المكتبة والمراجعات كلها
  muharrir serve                   فتح التطبيق في المتصفح
  muharrir help COMMAND            شرح أمر من هذه الأوامر
  muharrir --version

${common}

يكفي من المعرّف أوله، ثمانية محارف فأكثر، ما دام لا يبدأ به إلا مقال واحد.

رموز الخروج
  0    تمّ العمل
  1    تعذّر بعضه وتمّ الباقي
  2    خطأ في كتابة الأمر؛ لم يتغيّر شيء
  3    المكتبة مفتوحة في مكان آخر، أو أحدث من البرنامج، أو للقراءة فقط، أو تعذّر الوصول إليها
  4    وجد "check" مشكلات، أو المكتبة تالفة
  130  أُوقف العمل؛ ما ذُكر أنه تمّ فقد تمّ`,
    import: `muharrir import FILE|FOLDER... [--published DATE] [--again]

يستورد نصوصًا. المجلد يعطي كل ما فيه من ملفات .txt و.md و.html في أي عمق، عدا المخفية.
الملف الذي يتعذّر استيراده يُذكر باسمه ويستمر العمل. ولا تُستورد البايتات نفسها مرتين.

  --published DATE  يوم نشرها جميعًا، مثل 2026-01-28
  --again           استورد حتى ما سبق استيراده

${common}

JSON: { "imported": [{ "file", "articleId", "headline", "removed", "joined", "proposed" }],
        "duplicates": [{ "file", "articleId", "headline" }],
        "failed": [{ "file", "code", "message" }], "interrupted": true|false, "left": number }`,
    list: `muharrir list [--query TEXT] [--limit N] [--trash]

المقالات، الأحدث تعديلًا أولًا، لكل منها سطر: المعرّف ووقت التعديل والحالة وعدد الكلمات والعنوان، وبينها علامات جدولة.

  --query TEXT   ما فيه الكلمات كلها؛ "بين علامتين" للعبارة، وكلمة* لأول الكلمة
  --limit N      العدد الأقصى (50)
  --trash        ما في سلة المحذوفات

${common}

JSON: { "total": number, "articles": [{ "id", "headline", "status", "wordCount", "updatedAt", ... }] }`,
    show: `muharrir show ID [--format text|markdown|html]

${common}

JSON: { "article": { ... }, "annotations": [ ... ], "format", "text" }`,
    export: `muharrir export ID...|--all --format html|html-fragment|markdown --out FOLDER

يكتب ملفًا لكل مقال باسم عنوانه. ولا يُستبدل ملف أبدًا: الاسم المأخوذ يصير "الاسم (2)".

  --format   html: صفحة كاملة؛ html-fragment: متنها وحده؛ markdown
  --out, -o  المجلد، ويُنشأ إن لم يوجد؛ و"-" للخرج القياسي (مقال واحد)

${common}

JSON: { "exported": [{ "id", "headline", "file" }], "failed": [{ "id", "headline", "code", "message" }],
        "interrupted": true|false, "left": number }
      ومع --out -: { "id", "fileName", "mediaType", "text" }`,
    extract: `muharrir extract [FILE...] [--published DATE] [--jsonl]

يجد الأسماء والتواريخ والأقوال في النص كما هو، ولا يفتح مكتبة. بلا ملفات يُقرأ الدخل القياسي.

  --published  يوم النشر، ومنه تُحسب التواريخ النسبية
  --jsonl      في كل سطر من الدخل القياسي { "id", "text", "published" }، ولكل سطر سطر من الجواب

${common}

JSON: { "file", "names": [{ "start", "end", "surface", "kind", "entity", "confidence" }],
        "dates": [{ "start", "end", "surface", "value", "until", "mod", "grain", "type", "readings",
        "confidence" }], "statements": [{ "cue", "content", "speaker", "direct", "carried", "medium",
        "confidence" }] }، وقائمة منها لعدة ملفات. وفي --jsonl مكان "file" يأتي "id".
      المواضع وحدات UTF-16 في النص، والنهاية خارجة منها.`,
    check: `muharrir check

يقرأ صفحات المكتبة ووثائقها وسلاسل مراجعاتها كلها. لا يغيّر شيئًا.

${common}

JSON: { "ok": true|false, "articles": number, "revisions": number,
        "problems": [{ "articleId": string|null, "problem" }] }`,
    serve: `muharrir serve [--port N]

يقدّم التطبيق لمتصفحات هذا الجهاز وحده حتى Ctrl+C. ويطبع العنوان، وفيه سرّ هذا التشغيل:
من كان عنده استطاع قراءة المكتبة والكتابة فيها.

  --port N   منفذ تختاره (وإلا فمنفذ حرّ)

${common}

JSON، مرة واحدة عند الجاهزية: { "url", "library" }`,
    help: `muharrir help [COMMAND]`,
  },

  unknownCommand: (name) => `${name}: لا أمر بهذا الاسم؛ انظر "muharrir help"`,
  unknownOption: (option, command) =>
    command === undefined
      ? `${option}: لا خيار بهذا الاسم؛ انظر "muharrir help"`
      : `${option}: ليس من خيارات هذا الأمر؛ انظر "muharrir help ${command}"`,
  unknownLanguage: (value) => `--lang: لا تُعرف "${value}"؛ اكتب ar أو en`,
  optionNeedsValue: (option) => `${option}: تلزمه قيمة بعده`,
  optionTakesNoValue: (option) => `${option}: لا يقبل قيمة`,
  unexpectedOperand: (operand, command) => `${operand}: زائد هنا؛ انظر "muharrir help ${command}"`,
  badDate: (option, value) =>
    `${option}: ليس "${value}" تاريخًا؛ اكتبه مثل 2026-01-28 أو 2026-01 أو 2026`,
  badDay: (option, value) =>
    `${option}: ليست "${value}" يومًا؛ تُحسب التواريخ النسبية من يوم، كأن يُكتب 2026-01-28`,
  badLine: (line) => `السطر ${line}: ليس كائن JSON فيه "text"، و"published" مثل 2026-01-28 إن ذُكر`,
  badNumber: (option, value, min, max) => `${option}: ليس "${value}" عددًا من ${min} إلى ${max}`,
  badChoice: (option, value, choices) =>
    `${option}: لا يُعرف "${value}"؛ اختر من ${choices.join(', ')}`,
  tooLong: (option, max) => `${option}: يزيد على ${max} محرف؛ اختصره`,
  badId: (value) =>
    `${value}: ليس معرّف مقال؛ اكتبه كاملًا أو أول 8 محارف منه فأكثر، كما يعرضه "muharrir list"`,
  ambiguousId: (value, ids) =>
    `${value}: تبدأ به عدة مقالات (${ids.join(', ')})؛ اكتب من المعرّف أكثر`,
  noSuchArticle: (id) => `${id}: لا مقال بهذا المعرّف؛ يعرض "muharrir list" ما في المكتبة`,
  nothingToImport: 'import: اذكر الملفات أو المجلدات المطلوب استيرادها',
  showNeedsId: 'show: اذكر مقالًا واحدًا بمعرّفه، كما يعرضه "muharrir list"',
  exportNeedsIds: 'export: اذكر المقالات بمعرّفاتها، أو كلها بالخيار --all',
  exportNeedsFormat: (formats) => `export: حدّد الصيغة بالخيار --format ${formats.join('|')}`,
  exportNeedsOut: 'export: حدّد المكان بالخيار --out FOLDER، أو --out - للخرج القياسي',
  standardOutputTakesOne: '--out: تقبل "-" مقالًا واحدًا؛ اذكر مجلدًا إن كانت عدة',
  badOutputFolder: (folder) => `${folder}: ليس مجلدًا صالحًا للكتابة؛ اذكر غيره بالخيار --out`,
  cannotWrite: (folder, reason) => `تعذّرت الكتابة في ${folder} (${reason})`,

  noLibrary: (path) => `${path}: لا مكتبة هنا بعد؛ استورد شيئًا أولًا أو اذكر غيرها بالخيار --library`,
  readOnlyCopy: (original) => `${original}: لا تمكن الكتابة فيها؛ تُقرأ نسخة منها بدلًا عنها`,
  notBuilt: 'serve: لم يُبنَ التطبيق بعد؛ شغّل "npm start" مرة',
  portTaken: (port) => `--port: المنفذ ${port} مأخوذ؛ اختر غيره، أو اتركه ليُختار منفذ حرّ`,
  portRefused: (port) => `--port: لا يُسمح بالمنفذ ${port} هنا؛ اختر غيره، أو اتركه ليُختار منفذ حرّ`,

  fileMissing: 'لا ملف ولا مجلد بهذا الاسم',
  fileUnreadable: 'تعذّرت قراءته؛ تأكّد من أذوناته',
  folderEmpty: 'ليس في المجلد ما يُستورد (.txt، .md، .html)',
  untitled: '(بلا عنوان)',
  imported: ({ id, headline, removed, joined, proposed }) =>
    `استُورد       ${id}  ${headline}  (حُذف ${removed}، وُصل ${joined}، اقتُرح ${proposed})`,
  duplicate: ({ id, headline, file }) =>
    `موجود من قبل  ${id}  ${headline}  (${file}؛ يستورده --again مرة أخرى)`,
  importSummary: ({ imported, duplicates, failed, left }) =>
    [
      `استُورد ${imported}`,
      duplicates > 0 ? `موجود من قبل ${duplicates}` : '',
      failed > 0 ? `تعذّر ${failed}` : '',
      left > 0 ? `توقّف العمل وبقي ${left}` : '',
    ]
      .filter(Boolean)
      .join('، '),
  exportSummary: ({ exported, failed, left, folder }) =>
    [
      `صُدّر ${exported} إلى ${folder}`,
      failed > 0 ? `تعذّر ${failed}` : '',
      left > 0 ? `توقّف العمل وبقي ${left}` : '',
    ]
      .filter(Boolean)
      .join('، '),
  extracted: {
    names: 'الأسماء',
    dates: 'التواريخ',
    statements: 'الأقوال',
    nobody: '(بلا قائل مسمّى)',
    kinds: { person: 'شخص', organisation: 'جهة', place: 'مكان', other: 'غير ذلك' },
  },
  listSummary: (shown, total) => `${shown} من ${total}؛ يعرض --limit أكثر`,
  emptyList: 'لا شيء',
  words: (count) => `${count} كلمة`,
  checkPassed: (articles, revisions) => `كل شيء سليم: المقالات ${articles}، المراجعات ${revisions}`,
  checkFailed: (problems) =>
    `عدد المشكلات: ${problems}. لم يتغيّر شيء؛ اعمل على نسخة أو استعد نسخة احتياطية`,
  serving: (url) => `محرّر مفتوح على ${url}`,
  servingHint: 'افتح العنوان كاملًا في متصفح على هذا الجهاز. يغلقه Ctrl+C.',
  stopping: 'جارٍ الإغلاق…',
};

function because(reason: string): string {
  return reason === '' ? '' : ` (${reason})`;
}

function holder(door: string): string {
  switch (door) {
    case 'desktop':
      return 'نافذة محرّر';
    case 'browser':
      return 'محرّر في المتصفح';
    case 'cli':
      return 'أمر muharrir آخر';
    default:
      return 'برنامج آخر';
  }
}

function pid(value: string): string {
  return value === '' ? '' : ` (العملية ${value})`;
}
