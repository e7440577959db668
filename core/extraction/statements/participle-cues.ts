import type { Block } from './block.ts';
import { isComma, readRecipient } from './circumstances.ts';
import { cueLast, openingAt, quotationEnd } from './complement-kinds.ts';
import type { FoundComplement } from './complement-kinds.ts';
import { complementAfter } from './complement.ts';
import type { Cue } from './cue.ts';
import { mediumWithin } from './medium.ts';
import { isQuotationMark } from './quotation-marks.ts';
import type { ReportingForm } from './reporting-verbs.ts';
import { dropped } from './subject.ts';
import * as words from './words.ts';

/** The statement that a participle of circumstance opens: مشيراً إلى، مضيفاً أن. Its speaker is carried over. */
export function readParticiple(block: Block, at: number, form: ReportingForm): Cue | null {
  const end = block.sentenceEnd[at] ?? block.tokens.length;
  const before = block.tokens[at - 1];
  const isApart =
    form.joined ||
    before === undefined ||
    isComma(block, at - 1) ||
    isQuotationMark(before) ||
    before.surface === ')';
  const isSure = form.gender === 'm' && form.number === 's';
  if (before !== undefined && nounBefore.has(before.bare.replace(/^و(?=كان)/, ''))) return null;
  // «رافضا الكشف عن اسمه»: what is kept back is not said.
  const object = block.tokens[at + 1]?.bare ?? '';
  if (form.verb.lemma === 'رفض' && withheld.test(object)) return null;
  // «نافية ذلك»: a pronoun is no content.
  if (
    form.verb.complements.has('object') &&
    /^(?:ذلك|هذا)$/.test(object) &&
    !block.tokens[at + 2]?.bare.startsWith('ال')
  )
    return null;
  const complement = near(block, at, end, form);
  if (complement === null) return null;
  // «تتخذ من المدينة مقرا لها»: a noun of the same letters.
  if (form.verb.lemma === 'أقر' && complement.at > at + 1) return null;
  if (!isApart && !isSure && complement.kind === 'noun') return null;
  if (!isApart && !isSure && complement.at > at + 2) return null;
  const recipient = readRecipient(block, at + 1, end);
  return {
    construction: complement.kind === 'noun' ? 'participle-noun' : 'participle-clause',
    lemma: form.verb.lemma,
    first: at,
    last: cueLast(block, at, complement),
    lead: form.joined ? 1 : 0,
    opensAt: at,
    opens: true,
    contentFrom: complement.contentFrom,
    contentEnd: quotationEnd(block, complement),
    direct: complement.quotation >= 0,
    spoken: complement.kind === 'colon',
    subject: dropped,
    agreement: form,
    continues: true,
    medium: mediumWithin(block, at, complement.at),
    through: recipient !== null && recipient.last > recipient.first ? recipient : null,
  };
}

const withheld =
  /^(?:ال)?(?:كشف|إفصاح|إدلاء|تعليق|ذكر|تسمية|خوض|إعطاء|تقديم|تحديد|توضيح|حديث|إجابة|رد)$/;

/** The complement of a participle stands close to it, or the verb takes a noun right after. */
function near(block: Block, at: number, end: number, form: ReportingForm): FoundComplement | null {
  const { verb } = form;
  const found = complementAfter(block, at + 1, end, verb);
  const token = block.tokens[at + 1];
  if (found !== null && found.at <= at + 1) return found;
  if (verb.complements.has('object') && token !== undefined && at + 1 < end) {
    const kind = words.wordClass(token.bare);
    const isNoun =
      token.kind === 'arabic' &&
      (kind & (words.softEnd | words.recipient | words.connector | words.negation)) === 0 &&
      openingAt(block, at + 1) < 0;
    const isRestated =
      verb.lemma !== 'جدد' || /(?:تأكيد|دعو|التأكيد|التزام|رفض|موقف|تمسك)/.test(token.bare);
    if (isNoun && isRestated)
      return { kind: 'noun', at: at + 1, contentFrom: at + 1, quotation: -1 };
  }
  if (found === null) return null;
  const isAdverbial = (words.wordClass(token?.bare ?? '') & words.softEnd) !== 0;
  if (found.kind === 'noun' && isAdverbial) return null;
  const distance = found.kind === 'noun' ? 6 : 14;
  if (found.at > at + distance) return null;
  for (let between = at + 1; between < found.at; between += 1)
    if (isComma(block, between) && found.kind !== 'quotation' && found.kind !== 'clause')
      return null;
  return found;
}

/** Before these a word in this form is a noun or an adjective. */
const nounBefore: ReadonlySet<string> = new Set([
  'غير',
  'شبه',
  'على',
  'من',
  'في',
  'إلى',
  'عن',
  'مع',
  'كان',
  'كانت',
  'يكون',
  'تكون',
  'ليس',
  'أكثر',
  'ما',
  'يزال',
  'زال',
]);
