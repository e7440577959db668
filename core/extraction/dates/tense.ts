import { foldArabicText } from '../../arabic/fold.ts';
import type { Toward } from './time.ts';

/**
 * Whether the sentence, before the word at `at`, speaks of what is to come (1) or of what was (-1): the nearest word that
 * tells a time by its form says so; 0 where none does. `words` are folded. A weekday in a sentence of what is to come is
 * rather the next one than the last.
 */
export function leaningAt(words: readonly string[], at: number): Toward {
  for (let place = at - 1; place >= Math.max(0, at - farthest); place -= 1) {
    const word = words[place] ?? '';
    if (sentenceEnds.has(word)) return 0;
    const stem = isAttached(word) ? word.slice(1) : word;
    if (isOneOf(told, word, stem)) return -1;
    if (isOneOf(planned, word, stem) || isFuture(word) || isFuture(stem)) return 1;
    // A present tense tells of the future only close by: «تبدأ يوم السبت», «يوقعه الطرفان الخميس».
    if (place >= at - near && isOneOf(present, word, stem)) return 1;
  }
  return 0;
}

/** Whether no word of the sentence stands before the one at `at`. */
export function startsSentence(words: readonly string[], at: number): boolean {
  return at === 0 || sentenceEnds.has(words[at - 1] ?? '');
}

/** Whether the same words say outright that it was, as «كان آخر لقاء في نوفمبر» does. */
export function isPast(words: readonly string[], at: number): boolean {
  if (leaningAt(words, at) === 1) return false;
  for (let place = at - 1; place >= Math.max(0, at - farthest); place -= 1) {
    const word = words[place] ?? '';
    if (sentenceEnds.has(word)) return false;
    const stem = isAttached(word) ? word.slice(1) : word;
    // «آخر يونيو» is its end.
    if (isOneOf(was, word, stem)) return place < at - 1 || word !== 'اخر';
  }
  return false;
}

const was: ReadonlySet<string> = new Set(['كان', 'كانت', 'اخر']);
const farthest = 14;
const near = 4;
const sentenceEnds: ReadonlySet<string> = new Set(['.', '؟', '?', '!', '؛', ':']);

function isOneOf(list: ReadonlySet<string>, word: string, stem: string): boolean {
  return list.has(word) || list.has(stem);
}

function isAttached(word: string): boolean {
  return (word.startsWith('و') || word.startsWith('ف')) && word.length > 3;
}

/** «ستبدأ», «سيلتقيان»; not «سيارة». */
function isFuture(word: string): boolean {
  return (
    (/^س(?:[يت]\p{L}{2,}|ن\p{L}{3,})$/u.test(word) && !noFuture.test(word)) || ofOneself.test(word)
  );
}

/** «سأعود»: others that begin so are nouns, as «ساعة». */
const ofOneself = /^سا(?:عود|خرج|غادر|رحل|كون|ذهب|زور|لتقي|حضر|سافر|بدا|قوم|قدم|عمل|شارك|لعب)$/u;
const noFuture =
  /^(?:سيا|سيد|سينم|سينا|سينغ|سيطر|سيره|سيرا|سيرغ|سيرج|سيري|سيول|سيوف|سيتي|سيلف|سيلي|سيمون|سيما|سيبير|سيجال|سيغال|سيي|سيء|ستين|ستار|ستاد|ستان|ستود|ستيف|ستيب|ستال|ستوك|ستور|ستون|ستره|ستري|سنوا|سنوي|سند|سنغا|سني|سنتر|سنتي|سنار|سنجار|سنابل)/u;

/** What was said or done: a weekday after it is its day. */
const told = wordSet(
  'قال قالت قالوا أعلن أعلنت أعلنوا أكد أكدت ذكر ذكرت أفاد أفادت صرح صرحت أضاف أضافت أوضح أوضحت أشار أشارت كشف كشفت ' +
    'كان كانت نقل نقلت اتهم اتهمت دعا دعت طالب طالبت قررت قرر عقد عقدت التقى التقت استقبل وصل وصلت بدأ بدأت شهد شهدت ' +
    'قتل أصيب نفى نفت حذر حذرت أعرب أعربت اعتبر اعتبرت نشر نشرت بيان تصريح تصريحات مؤتمر بحسب وفق تقرير',
);

const planned = wordSet(
  'سوف المقرر مقررة متوقعة المقررة المقررين المزمع مزمع المتوقع المنتظر المرتقب المرتقبة مرتقب المفترض المرجح يعتزم تعتزم ينوي تنوي ' +
    'استعدادا تمهيدا',
);

const present = wordSet(
  'يبدأ تبدأ ينطلق تنطلق يفتتح تفتتح يدور تدور يجري تجري يجرى تجرى يقام تقام ينعقد تنعقد يعقد تعقد يلتقي تلتقي يلتقيان ' +
    'يصل تصل يزور تزور يستضيف تستضيف تستضيفها يستضيفها يحل تحل يواجه تواجه يلعب تلعب يخوض تخوض يوقع توقع توقعه يوقعه يوقعها توقعها ' +
    'يستأنف تستأنف يتوجه تتوجه ينظم تنظم تجتمع يجتمع تصوت يصوت يتقابل تتقابل يختتم تختتم تحتفل يحتفل تحتفي يحتفي بداية ' +
    'يستمر تستمر يعود تعود يحدث تحدث يغادر تغادر',
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(foldArabicText(words).split(' '));
}
