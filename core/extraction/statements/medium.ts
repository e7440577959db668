import type { StatementMedium } from '../mentions.ts';
import type { Block } from './block.ts';

/** The medium that words between two tokens name; null for none. */
export function mediumWithin(block: Block, from: number, to: number): StatementMedium | null {
  for (let at = from; at < to; at += 1) {
    const bare = block.tokens[at]?.bare ?? '';
    const medium = mediumOf(bare);
    if (medium === null) continue;
    const next = block.tokens[at + 1]?.bare ?? '';
    if (platforms.test(bare) && !isWrittenOn(block, at)) continue;
    if (medium === 'agency' && bare.endsWith('وكالة') && offices.test(next)) continue;
    return medium;
  }
  return null;
}

/** A platform as a place to write on, not as a company. */
function isWrittenOn(block: Block, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
    const token = block.tokens[before];
    if (token === undefined) return false;
    if (/^(?:على|عبر|موقع|بموقع|لموقع|حساب|صفحة|في|منصة|بمنصة|الاجتماعي)$/.test(token.bare))
      return true;
    if (token.kind !== 'mark') return false;
  }
  return false;
}

const platforms = /^ل?(?:تويتر|فيسبوك|انستغرام|إنستغرام|تليغرام|تلغرام|إكس|يوتيوب)$/;

/** What follows وكالة where it is an authority. */
const offices =
  /^(?:الطاقة|الفضاء|ناسا|الاستخبارات|المخابرات|الأمن|التنمية|غوث|إغاثة|الأمم|الدولية|الأميركية|الأمريكية|الأوروبية|البيئة|الأدوية|مكافحة|حماية|التصنيف)$/;

/** The medium that a word names: بيان، مقابلة، تغريدة. */
export function mediumOf(bare: string): StatementMedium | null {
  return media.get(bare) ?? null;
}

const table: Readonly<Record<StatementMedium, string>> = {
  agency:
    'وكالة وكالات رويترز أسوشيتد أسوشيتدبرس فرانس سانا الأناضول سبوتنيك إنترفاكس تاس شينخوا إرنا تسنيم بلومبرغ وام واس بترا وفا نوفوستي بلومبيرغ',
  statement:
    'بيان بيانا بيانها بيانه تصريح تصريحا تصريحات تصريحاته تصريحاتها بلاغ بلاغا كلمة كلمته كلمتها خطاب خطابه مؤتمر إحاطة خطبة إيجاز',
  interview: 'مقابلة مقابلته حوار حواره حديث حديثه حديثها لقاء مداخلة',
  report: 'تقرير تقريرا تقريرها تقارير دراسة الدراسة استطلاع استقصاء إحصائية التقارير التقرير',
  document: 'وثيقة وثائق مذكرة محضر رسالة لائحة مرسوم عريضة برقية',
  social:
    'تغريدة تغريدات تغريدته تغريدتها منشور منشورا تدوينة تويتر فيسبوك انستغرام إنستغرام حسابه حسابها صفحته صفحتها غرد غردت مغردا تليغرام تلغرام إكس يوتيوب',
};

const media = createMedia();

function createMedia(): ReadonlyMap<string, StatementMedium> {
  const all = new Map<string, StatementMedium>();
  for (const [medium, list] of Object.entries(table) as [StatementMedium, string][]) {
    for (const word of list.split(' ')) {
      for (const form of [word, word.replaceAll(/[أإآ]/g, 'ا')]) {
        for (const proclitic of ['', 'ل', 'ال', 'وال', 'و']) {
          const whole = proclitic + form;
          if (!all.has(whole)) all.set(whole, medium);
        }
        if (!form.startsWith('ال')) all.set(`لل${form}`, medium);
      }
    }
  }
  return all;
}
