import type { Block } from './block.ts';
import type { Cue } from './cue.ts';
import { mediumOf } from './medium.ts';
import { isQuotationMark } from './quotation-marks.ts';
import { reportingFormWithObject } from './reporting-verbs.ts';
import { except } from './clause-start.ts';
import * as words from './words.ts';

export function endOfContent(block: Block, cue: Cue, cues: readonly Cue[], index: number): number {
  const sentenceEnd = block.sentenceEnd[cue.contentFrom] ?? block.tokens.length;
  const end =
    cue.spoken === true
      ? endOfSpeech(block, sentenceEnd, cues[index + 1]?.opensAt ?? block.tokens.length)
      : beforeCircumstance(block, cue, sentenceEnd);
  for (let next = index + 1; next < cues.length; next += 1) {
    const other = cues[next];
    if (other === undefined || other.opensAt >= end) break;
    const medium = mediumBefore(block, cue, other);
    if (medium >= 0) return medium;
    if (isSaidOf(cue, other)) continue;
    if (other.opens && other.opensAt > cue.contentFrom && isFree(block, cue, other.opensAt))
      return beforeOpener(block, cue.contentFrom, other.opensAt);
  }
  return end;
}

/** «أعلن ترشحه في فيديو قال فيه "..."»: the preposition before the medium that the next words were said in; -1 for none. */
function mediumBefore(block: Block, cue: Cue, other: Cue): number {
  if (!/^(?:في|خلال)(?:ه|ها|هم)$/.test(block.tokens[other.first + 1]?.bare ?? '')) return -1;
  for (let at = other.first - 1; at > Math.max(cue.contentFrom, other.first - 5); at -= 1)
    if (/^(?:في|خلال|عبر|على)$/.test(block.tokens[at]?.bare ?? '')) return at;
  return -1;
}

/**
 * Speech after a colon without marks goes on over sentences that are not the reporter's, up to the next report. A closing mark
 * whose opening one was lost ends it.
 */
function endOfSpeech(block: Block, sentenceEnd: number, limit: number): number {
  if (isQuotationMark(block.tokens[sentenceEnd - 1]) && block.quotationAt[sentenceEnd - 1] === -1)
    return sentenceEnd - 1;
  for (let at = sentenceEnd; at < limit; at += 1) {
    if (isQuotationMark(block.tokens[at]) && block.quotationAt[at] === -1) return at;
    if ((block.quotationAt[at] ?? -1) >= 0) break;
  }
  let end = sentenceEnd;
  for (;;) {
    let next = end;
    while (next < limit && (block.sentenceEnd[next] ?? 0) <= end) next += 1;
    const nextEnd = block.sentenceEnd[next] ?? limit;
    if (next >= limit || nextEnd > limit || !goesOn(block, next, nextEnd)) return end;
    end = nextEnd;
  }
}

/** The reporter's own sentences begin with و or with a phrase of his, and are not in the first person. */
function goesOn(block: Block, from: number, to: number): boolean {
  const first = block.tokens[from]?.bare ?? '';
  return (
    isFirstPerson(block, from, to) ||
    !/^و|^(?:كما|يذكر|يشار|جدير|الجدير|تجدر|هذا|إلى|من|في|كان|كانت|قال)$/.test(first)
  );
}

function isFirstPerson(block: Block, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (firstPerson.test(block.tokens[at]?.bare ?? '')) return true;
  return false;
}

const firstPerson =
  /^[وف]?(?:أنا|نحن|لي|لنا|كنت|كنا|لست|لسنا|أعتقد|أريد|نريد|أشعر|نشعر|أعرف|نعرف|نعلم|أعلم|نحتاج|أظن|أتمنى|نتمنى|آمل|نأمل|سأ\p{L}{3,}|سن\p{L}{3,}|(?:إن|أن|لكن|لأن|كأن|لدي|علي|مع|عند|إلي|يمكن|يجب|يجعل|بإمكان|أمام|فريق|بلاد|هدف|من|في|ب)(?:نا|ني|ننا|نني))$/u;

/** Before what the reporter adds to a clause: «، خلال مؤتمر صحفي»، «دون أن يوضح»، «لكنه رفض». */
function beforeCircumstance(block: Block, cue: Cue, end: number): number {
  const isNoun = cue.construction === 'verb-noun' || cue.construction === 'participle-noun';
  for (let at = cue.contentFrom + (isNoun ? 1 : 2); at < end; at += 1) {
    const quotation = block.quotations[block.quotationAt[at] ?? -1];
    if (quotation !== undefined && quotation.open >= cue.contentFrom) {
      at = quotation.next - 1;
      continue;
    }
    const bare = block.tokens[at]?.bare ?? '';
    const next = block.tokens[at + 1]?.bare ?? '';
    const isApart = /^[،,]$/.test(block.tokens[at - 1]?.surface ?? '');
    if (isApart && /^(?:في|خلال|عبر)$/.test(bare) && mediumOf(next) !== null) return at - 1;
    if (bare === 'في' && next === 'إشارة') return at;
    if (isApart && bare === 'في' && comments.test(next)) return at - 1;
    if (isApart && isReporters(block, at, end, isNoun)) return at - 1;
    if (isNoun && bare === 'خلال' && isOccasion(block, at + 1)) return at;
    if (isNoun && isCoordinatedVerb(block, cue, at)) return at;
    const quoted = block.quotations[block.quotationAt[at - 1] ?? -1];
    if (quoted !== undefined && /^(?:وهو|وهي|وهم)$/.test(bare)) return at;
    const last = isApart ? at - 1 : at;
    const isAfterQuotation = block.quotations[block.quotationAt[last - 1] ?? -1]?.next === last;
    if ((isApart || isAfterQuotation) && bare === 'وذلك') {
      if (/^(?:في|خلال|عبر|على)$/.test(next) && isOccasion(block, at + 2)) return at - 1;
      if (/^(?:ردا|تعليقا)$/.test(next)) return at;
      if ((isNoun || isAfterQuotation) && /^(?:في|خلال|بعد|قبل|عقب|إثر|لي\p{L}{3,})$/u.test(next))
        return at;
    }
    if (isApart && bare === 'بما' && cue.construction === 'masdar') return at - 1;
    if (bare === 'وهو' && next === 'ما') {
      // «بلغ المنسوب مترا وهو ما يزيد على ...» goes on, «وهو ما نفاه الوزير» does not.
      const form = reportingFormWithObject(block.tokens[at + 2]?.bare ?? '');
      if (form !== undefined && !form.verb.weak) return at;
    }
    const isClosing = isApart && !hasComma(block, at, Math.min(end, at + 8));
    if (isClosing && /^(?:لم|ولم)$/.test(bare) && withholding.test(next)) return at - 1;
    if (isApart && refusing.test(bare) && withholding.test(next)) return at - 1;
    if (/^(?:لكنه|لكنها|ولكنه|لكنهم)$/.test(bare) && withholding.test(next)) return at;
    if (
      bare === 'دون' &&
      (withholding.test(next) || withholding.test(block.tokens[at + 2]?.bare ?? ''))
    )
      return at;
  }
  return end;
}

/**
 * After a comma the reporter himself contrasts: «أعلن الوزير زيادة الأجور، رغم العجز». Beside a clause the contrast is mostly the
 * speaker's («قال إن الجسر آمن، لكن الطريق قديم»), unless it weighs his words («، لكن يبدو أن»، «، لكن الوزارة لم تعلق»).
 */
function isReporters(block: Block, at: number, end: number, isNoun: boolean): boolean {
  const bare = block.tokens[at]?.bare ?? '';
  const next = block.tokens[at + 1]?.bare ?? '';
  if (/^(?:و?لكن|بينما|فيما)$/.test(bare)) {
    if (/^(?:يتعلق|تتعلق|يخص|تخص|بعد|بينهم|بينها|بينهما|يبدو)$/.test(next) && bare === 'فيما')
      return false;
    return at + 2 < end && (isNoun || weighs(block, at + 1));
  }
  if (!isNoun) return false;
  if (except.test(bare) && /^[أا]ن/.test(next)) return true;
  if (bare === 'ومن') return /^ال(?:مرجح|متوقع|مقرر|منتظر)$/.test(next);
  if (bare === 'ما') return /^(?:يعني|أدى|يؤدي|أثار|يثير|دفع|يشير|يعكس)$/.test(next);
  return /^(?:رغم|بالرغم|مما|الأمر|لكن(?:ه|ها|هم)|ولكن(?:ه|ها|هم))$/.test(bare);
}

function weighs(block: Block, at: number): boolean {
  const bare = block.tokens[at]?.bare ?? '';
  if (/^(?:يعتقد|يبدو|يرجح|المفارقة|الواقع|المؤشرات|الأرقام|البيانات)$/.test(bare)) return true;
  for (let next = at; next < at + 4; next += 1) {
    const verb = block.tokens[next + 1]?.bare ?? '';
    if (
      block.tokens[next]?.bare === 'لم' &&
      /^[يت](?:علق|تضح|رد|وضح|ذكر|كشف|حدد|ؤكد|صدر)$/.test(verb)
    )
      return true;
  }
  return false;
}

/** «، في رفض ضمني لـ»: the reporter tells what the words amount to. */
const comments = /^(?:رفض|رد|تلميح|تعليق|خطوة|إشارات|تحد|تحذير|تراجع)$/;

const refusing = /^و?(?:رافض|ممتنع)(?:ا|ة|ين)$/;

/**
 * «أعلنت الهيئة وقف العمل وسلمت الموقع»: a second verb of the same subject, where no clause stands in between that it could
 * belong to («أعلنت وقف العمل الذي بدأ ووصل»).
 */
function isCoordinatedVerb(block: Block, cue: Cue, at: number): boolean {
  if (cue.agreement === null || at < cue.contentFrom + 2) return false;
  const bare = block.tokens[at]?.bare ?? '';
  if ((block.nameAt[at] ?? -1) >= 0 || !coordinated[cue.agreement.gender].test(bare)) return false;
  for (let before = cue.contentFrom; before < at; before += 1) {
    const kind = words.wordClass(block.tokens[before]?.bare ?? '');
    if ((kind & (words.relative | words.complementizer)) !== 0) return false;
  }
  return true;
}

const coordinated = {
  f: /^و(?:أ\p{L}{3}|ا\p{L}{4}|ت\p{L}{3}|\p{L}[اّ]\p{L}{2}|سلم|قدم|وجه|قرر|وقع|رفض|منع|حمل|فرض|منح|كشف|نشر|جاء|بدأ|وصل|دخل|خرج|عاد|قام|كان)ت$/u,
  m: /^و(?:أصدر|أضاف|أعاد|أمر|أجرى|ألغى|التقى|اتفق|استقبل|قدم|قرر|وقع|رفض|قام|عاد|غادر|وصل|بدأ|تسلم|منع|كان|شارك|حضر|زار)$/u,
} as const;

function hasComma(block: Block, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (/^[،,]$/.test(block.tokens[at]?.surface ?? '')) return true;
  return false;
}

function isOccasion(block: Block, at: number): boolean {
  const bare = block.tokens[at]?.bare ?? '';
  return (
    mediumOf(bare) !== null ||
    /^(?:فيديو|مقطع|ندوة|جلسة|اجتماع|لقاء|اتصال|مكالمة|مباحثات|افتتاح|كلمته|زيارة|استقباله)/.test(
      bare,
    )
  );
}

const withholding =
  /^(?:رفض|رفضت|أحجم|أحجمت|امتنع|امتنعت|لم|الإدلاء|تقديم|إضافة|إعطاء|يوضح|توضح|يخوض|تخوض|يكشف|تكشف|يحدد|تحدد|يذكر|تذكر|يعط|يعطي|تعطي|يقدم|تقدم|يفصح|تفصح|يسمي|يسمه|تسمه|الخوض|الكشف|الإفصاح|ذكر|تحديد|يورد|تورد|إعطاء|مزيد|توضيح)$/;

/**
 * A later verb whose dropped subject cannot be the speaker («قال إن الوزارة وعدت وأعلنت») is part of what is said.
 */
function isSaidOf(cue: Cue, other: Cue): boolean {
  if (other.subject.kind !== 'dropped' || other.subject.pronoun) return false;
  if (other.opensAt < other.first) return false;
  if (cue.agreement === null || other.agreement === null) return false;
  if (cue.agreement.gender !== other.agreement.gender) return true;
  return other.agreement.number === 'p' && cue.subject.kind === 'name';
}

/** Not within quotation marks that open inside the content. */
function isFree(block: Block, cue: Cue, at: number): boolean {
  const index = block.quotationAt[at] ?? -1;
  const quotation = block.quotations[index];
  return quotation === undefined || quotation.open === at || quotation.open < cue.contentFrom;
}

/** Without the words that lead over to the next clause: «، من جهته،», «، كما». */
function beforeOpener(block: Block, from: number, opensAt: number): number {
  let to = opensAt;
  while (to > from + 1) {
    const token = block.tokens[to - 1];
    if (token === undefined) break;
    const kind = words.wordClass(token.bare);
    const isConnector = (kind & words.connector) !== 0 || leadOver.has(token.bare);
    if (!isConnector) break;
    to -= token.bare === 'حين' && block.tokens[to - 2]?.bare === 'في' ? 2 : 1;
  }
  const pair = `${block.tokens[to - 2]?.bare ?? ''} ${block.tokens[to - 1]?.bare ?? ''}`;
  return leadPairs.has(pair) ? to - 2 : to;
}

const leadOver: ReadonlySet<string> = new Set([
  'وذلك',
  'أيضا',
  'كذلك',
  'و',
  'لكنه',
  'لكنها',
  'وهو',
  'وهي',
  'هو',
  'هي',
]);

const leadPairs: ReadonlySet<string> = new Set([
  'من جهته',
  'من جهتها',
  'من جانبه',
  'من جانبها',
  'في حين',
  'من ناحيته',
  'في وقت',
  'في المقابل',
]);
