import { participleForms, pastForms, presentForms } from './conjugation.ts';
import type { Agreement } from './conjugation.ts';

/**
 * How a verb may bring what was said. `clause`: إن، أن، بأن. `object`: a noun right after the subject. The others are
 * the preposition the verb asks for; `ب` is attached to its noun. A quotation mark or colon may follow any verb.
 */
export type Complement = 'clause' | 'object' | 'إلى' | 'على' | 'عن' | 'من' | 'في' | 'ب';

/** Whether a verb takes the preposition that a word is; الى stands for إلى. */
export function takesPreposition(verb: ReportingVerb, bare: string): boolean {
  return verb.complements.has((bare === 'الى' ? 'إلى' : bare) as Complement);
}

/** A verb that can report what somebody said. */
export interface ReportingVerb {
  lemma: string;
  complements: ReadonlySet<Complement>;
  /** Goes on with what the last speaker said (أضاف، تابع). */
  continues: boolean;
  /** Means saying only with quotation marks, a colon or a clause right after it (كتب، تابع، رد). */
  weak: boolean;
  /** Reports what another said: نقلت الوكالة عن الوزير. */
  relays: boolean;
  /** Takes only what its complements name: عبر is mostly a preposition. */
  strict: boolean;
  /** Reports only what papers and researchers find: أظهرت دراسة أن. */
  finds: boolean;
}

/** `participle`: only as a circumstance (مشيراً), never as a noun. */
export type VerbAspect = 'past' | 'present' | 'participle';

/** One written form of a reporting verb. */
export interface ReportingForm extends Agreement {
  verb: ReportingVerb;
  aspect: VerbAspect;
  /** و or ف written before the verb. */
  joined: boolean;
  /** ل written before a present: ليؤكد أن. */
  purpose: boolean;
}

/** The reporting verb that a word (without vowel marks) is a form of. */
export function reportingForm(bare: string): ReportingForm | undefined {
  return forms.get(bare);
}

/** بين and وبين, the verb or the preposition, where the words around tell which. */
export function unmarkedForm(bare: string): ReportingForm | undefined {
  const proclitic = /^([وف]?)بين$/.exec(bare)?.[1];
  const form = proclitic === undefined ? undefined : forms.get(`${proclitic}بينت`);
  return form === undefined ? undefined : { ...form, gender: 'm' };
}

/** The same for a verb with an object pronoun, as after ما: ما ذكرته الوزارة. */
export function reportingFormWithObject(bare: string): ReportingForm | undefined {
  const whole = forms.get(bare);
  if (whole !== undefined) return whole;
  const stem = /^(.+?)(?:ه|ها|نا|ني)$/.exec(bare)?.[1];
  return stem === undefined ? undefined : forms.get(stem);
}

/**
 * Past, present, active participle (without the ending of case; defective ones with their ي), complements and marks:
 * `+` continues, `?` weak, `>` relays, `!` strict, `~` finds, `^` only the participle. A present or participle of `-` is not used for reporting, or stands for something
 * else too often.
 */
const table = `
قال يقول قائل clause
أضاف يضيف مضيف clause +
أكد يؤكد مؤكد clause object على
أشار يشير مشير clause إلى
أوضح يوضح موضح clause object
ذكر يذكر ذاكر clause
أعلن يعلن معلن clause object عن
عبر يعبر معبر عن !
أعرب يعرب معرب clause عن
نقل ينقل ناقل clause عن >
اعتبر يعتبر معتبر clause object
كشف يكشف كاشف clause عن
أفاد يفيد مفيد clause ب
تابع يتابع متابع clause + ?
رأى يرى - clause
لفت يلفت لافت clause إلى على
دعا يدعو داعي clause إلى
وصف يصف واصف ب
توقع يتوقع متوقع clause object
شدد يشدد مشدد clause على
وعد يعد واعد clause ب
طالب يطالب مطالب clause ب
طلب يطلب طالب clause
كتب يكتب كاتب clause ?
حذر يحذر محذر clause من
اتهم يتهم متهم ب
أبلغ يبلغ مبلغ clause
صرح يصرح مصرح clause
نفى ينفي نافي clause object
جدد يجدد مجدد object
أقر يقر مقر clause ب
علق يعلق معلق clause ?
هدد يهدد مهدد clause ب
أورد يورد - clause
أدان يدين مدين object
اعترف يعترف معترف clause ب
انتقد ينتقد منتقد object على
تعهد يتعهد متعهد clause ب object
ختم يختم خاتم clause + ?
اختتم يختتم مختتم clause + ?
أشاد يشيد مشيد ب
نوه ينوه منوه clause إلى ب
زعم يزعم زاعم clause
رجح يرجح مرجح clause object
رحب يرحب مرحب ب
ادعى يدعي مدعي clause
اقترح يقترح مقترح clause object
أردف يردف مردف clause + ?
تساءل يتساءل متسائل clause عن
شرح يشرح شارح clause ?
روى يروي راوي clause
غرد يغرد مغرد clause ?
نبه ينبه منبه clause إلى على من
أخبر يخبر مخبر clause
أثنى يثني مثني على object
استنكر يستنكر مستنكر object
ألمح يلمح ملمح clause إلى
استطرد يستطرد مستطرد clause + ?
ناشد يناشد مناشد object
استدرك يستدرك مستدرك clause + ?
تدارك يتدارك متدارك clause + ?
ذكّر يذكّر مذكر clause ب ^
دان - - object
لاحظ يلاحظ ملاحظ clause
طمأن يطمئن مطمئن clause
أقسم يقسم مقسم clause
رد يرد - clause ?
اعتقد يعتقد معتقد clause
ظن يظن ظان clause
ندد يندد مندد ب
شجب يشجب شاجب object
استغرب يستغرب مستغرب object
أبدى يبدي مبدي object
أفصح يفصح مفصح عن
أيد يؤيد مؤيد clause ?
نصح ينصح ناصح ب clause
أوصى يوصي موصي ب clause
أمل يأمل آمل clause
تمنى يتمنى متمني clause object
جزم يجزم جازم clause ب
استبعد يستبعد مستبعد clause object
بيّن يبيّن مبين clause
استعرض يستعرض مستعرض clause ?
أنكر ينكر منكر clause object
فند يفند مفند object
واصل يواصل مواصل clause + ?
زاد يزيد - clause + ?
عقب يعقب معقب clause ?
خلص يخلص خالص clause إلى
أجاب يجيب مجيب clause ?
حث يحث حاث clause على
استشهد يستشهد مستشهد ب ?
قدر يقدر مقدر clause
لمح يلمح ملمح clause إلى
صارح يصارح مصارح clause ?
ألح يلح ملح clause على
أصر يصر مصر clause على
اشتكى يشتكي مشتكي clause من
شكا يشكو شاكي clause من
احتج يحتج محتج clause
هنأ يهنئ مهنئ object
شكر يشكر شاكر object
تحدث يتحدث متحدث clause ?
قرأ يقرأ - clause ?
نشر ينشر ناشر clause ?
تنبأ يتنبأ متنبئ clause ب
سأل يسأل سائل clause ?
استرسل يسترسل مسترسل clause + ?
مضى يمضي - clause + ?
أكمل يكمل مكمل clause + ?
استكمل يستكمل مستكمل clause + ?
عزا يعزو عازي إلى
أرجع - مرجع إلى
برر يبرر مبرر ب
شكك يشكك مشكك في
سخر يسخر ساخر من
رفض - رافض object ^
فسر يفسر مفسر clause
تكهن يتكهن متكهن clause ب
توعد يتوعد متوعد clause ب
حض يحض حاض على
استهجن يستهجن مستهجن object
اشترط يشترط مشترط clause
كرر يكرر مكرر clause
علم - - clause
أظهر يظهر مظهر clause object ~
وجد يجد - clause ~
خشي يخشى - clause من
نسب ينسب - إلى >
`;

/** Forms that without vowel marks are mostly another word. */
const commonWords = [
  'بين',
  'تبين',
  'مصرا',
  'مدينة',
  'علم',
  'علموا',
  'علمتا',
  'طالبة',
  'ناقلة',
  'كاتبة',
  'مفيدة',
  'مبلغا',
  'عقب',
  'معتقدين',
  'ردا',
  'مهددة',
  'مهددا',
  'مذكرة',
  'مقترحا',
  'هنا',
];

/** Verbs that are often written with the person spoken of: اتهمه بـ، وصفها بـ. */
const withObject: ReadonlySet<string> = new Set(['اتهم', 'وصف', 'طالب']);

const forms = createForms();

function createForms(): ReadonlyMap<string, ReportingForm> {
  const all = new Map<string, ReportingForm>();
  for (const line of table.trim().split('\n')) {
    const [past = '', present = '', participle = '', ...rest] = line.split(' ');
    const marks = new Set(rest);
    const verb: ReportingVerb = {
      lemma: past,
      continues: marks.delete('+'),
      weak: marks.delete('?'),
      relays: marks.delete('>'),
      strict: marks.delete('!'),
      finds: marks.delete('~'),
      complements: marks as ReadonlySet<Complement>,
    };
    const onlyParticiple = marks.delete('^');
    if (!onlyParticiple)
      for (const [form, agreement] of pastForms(past)) add(all, verb, 'past', form, agreement);
    if (present !== '-')
      for (const [form, agreement] of presentForms(present))
        add(all, verb, 'present', form, agreement);
    if (withObject.has(past)) addWithObject(all, verb, past, present);
    if (participle !== '-')
      for (const [form, agreement] of participleForms(participle))
        add(all, verb, 'participle', form, agreement);
  }
  for (const form of commonWords)
    for (const proclitic of ['', 'و', 'ف']) all.delete(proclitic + form);
  return all;
}

function addWithObject(
  all: Map<string, ReportingForm>,
  verb: ReportingVerb,
  past: string,
  present: string,
): void {
  for (const pronoun of ['ه', 'ها', 'هم']) {
    for (const [form, agreement] of pastForms(past).slice(0, 2))
      add(all, verb, 'past', form + pronoun, agreement);
    for (const [form, agreement] of presentForms(present).slice(0, 2))
      add(all, verb, 'present', form + pronoun, agreement);
  }
}

function add(
  all: Map<string, ReportingForm>,
  verb: ReportingVerb,
  aspect: VerbAspect,
  written: string,
  agreement: Agreement,
): void {
  const bare = written.replaceAll(/\p{Mn}/gu, '');
  for (const form of [bare, bare.replaceAll(/[أإآ]/g, 'ا')]) {
    const put = (proclitic: string, joined: boolean, purpose: boolean): void => {
      const key = proclitic + form;
      if (!all.has(key)) all.set(key, { ...agreement, verb, aspect, joined, purpose });
    };
    put('', false, false);
    put('و', true, false);
    put('ف', true, false);
    if (aspect === 'present') put('ل', false, true);
  }
}
