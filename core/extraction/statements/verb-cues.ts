import { isDenied, isImpersonal } from './asserted.ts';
import type { Block } from './block.ts';
import { sourceOf } from './attributed-clause.ts';
import { chooseComplement, pronounBefore } from './choose-complement.ts';
import { isComma } from './circumstances.ts';
import { cueLast, quotationEnd } from './complement-kinds.ts';
import type { FoundComplement } from './complement-kinds.ts';
import { complementAfter } from './complement.ts';
import type { Construction, Cue } from './cue.ts';
import { mediumWithin } from './medium.ts';
import { outletOf, sourceWithin } from './outlet.ts';
import { readRelay } from './relay.ts';
import type { ReportingForm } from './reporting-verbs.ts';
import { except } from './clause-start.ts';
import { headOfClause, subjectBefore } from './subject-before.ts';
import { dropped, subjectAfter } from './subject.ts';
import type { ReadSubject, Subject } from './subject.ts';
import * as words from './words.ts';

/** The statement that a finite reporting verb opens, or null where it reports nothing. */
export function readVerb(block: Block, at: number, form: ReportingForm): Cue | null {
  const { tokens } = block;
  const token = tokens[at];
  if (token === undefined || isDenied(block, at, form)) return null;
  const end = block.sentenceEnd[at] ?? tokens.length;
  const { verb } = form;
  const inverted = quotationBefore(block, at, form);
  const headed = form.joined || form.purpose ? null : headOfClause(block, at, form.aspect, form);
  const after: ReadSubject =
    headed !== null
      ? { subject: headed.subject, next: at + 1, outlet: null }
      : form.purpose || pronounBefore.test(tokens[at - 1]?.bare ?? '')
        ? { subject: dropped, next: at + 1, outlet: null }
        : subjectAfter(block, at + 1, end, verb, form);
  if (inverted >= 0 && headed === null && !verb.strict) {
    const own = complementAfter(block, after.next, end, verb);
    if (own === null || own.kind === 'noun')
      return quotationFirst(block, at, form, inverted, after);
  }
  const relay = verb.relays ? readRelay(block, at, form, after) : null;
  if (relay !== null) return relay;
  const complement = chooseComplement(block, end, form, after);
  if (complement === null) return null;
  // «تقارير نقلت أن»: who carries words of nobody else is their speaker.
  if (verb.relays && (complement.kind === 'noun' || complement.at > after.next)) return null;
  // «وكان القاضي قد اتهم بالتقصير»: with nobody accused after it the verb is a passive.
  if (verb.lemma === 'اتهم' && complement.at === at + 1 && tokens[at]?.bare.endsWith('م') === true)
    return null;
  // يعد is mostly another verb.
  if (verb.lemma === 'وعد' && form.aspect === 'present' && !isPromise(block, after, complement))
    return null;
  if (verb.finds && !isFinding(block, after.subject)) return null;
  const quotedOne = headed === null ? relayedSpeaker(block, after, complement) : null;
  const { subject, opensAt } =
    quotedOne !== null
      ? { subject: quotedOne, opensAt: at }
      : (headed ?? speakerOf(block, at, form, after, complement));
  if (isImpersonal(at, block.sentenceStart[at] ?? 0, form, subject, complement)) return null;
  const through =
    (quotedOne === null ? null : sourceOf(block, after)) ??
    outletOf(block, after.outlet) ??
    sourceWithin(block, at, complement.at);
  return {
    construction: constructionOf(complement),
    lemma: verb.lemma,
    first: at,
    last: cueLast(block, at, complement),
    lead: form.joined || form.purpose ? 1 : 0,
    opensAt,
    opens: form.joined || isOpening(block, opensAt, at, subject),
    contentFrom: complement.contentFrom,
    contentEnd: quotationEnd(block, complement),
    direct: complement.quotation >= 0,
    spoken: complement.kind === 'colon',
    subject:
      isPassive(block, at, form) && subject.kind === 'dropped' ? { kind: 'nobody' } : subject,
    agreement: form,
    continues: verb.continues,
    medium: mediumWithin(block, at, complement.at),
    through,
  };
}

/** «قال الموقع، نقلا عن مدير الهيئة، إن»: who stands behind whoever tells it. */
function relayedSpeaker(
  block: Block,
  after: ReadSubject,
  complement: FoundComplement,
): Subject | null {
  if (after.subject.kind === 'dropped') return null;
  for (let at = after.next; at < Math.min(complement.at, after.next + 4); at += 1) {
    if (block.tokens[at]?.bare !== 'نقلا' || block.tokens[at + 1]?.bare !== 'عن') continue;
    const { subject } = subjectAfter(block, at + 2, complement.at, null);
    return subject.kind === 'dropped' ? null : subject;
  }
  return null;
}

const promised =
  /^بأن|^ب(?:ت\p{L}{2}[يا]\p{L}|إ\p{L}{3,}|ا(?:ست|ن|ل)\p{L}{3,}|دعم|زيادة|خفض|حل|رفع|بناء|منح|عدم|مزيد|رد)$/u;

/** «يعد بتعزيز الأمن», «تعد بأن»; not «يعد بمثابة», «تعد بعض». */
function isPromise(block: Block, after: ReadSubject, complement: FoundComplement): boolean {
  const bare = block.tokens[complement.at]?.bare ?? '';
  return complement.at === after.next && promised.test(bare);
}

/** A study, a poll or researchers show something: «أظهرت دراسة أن». */
function isFinding(block: Block, subject: Subject): boolean {
  if (subject.kind !== 'phrase') return false;
  const head = words.wordClass(block.tokens[subject.first]?.bare ?? '');
  return (head & (words.paperHead | words.unnamedHead)) !== 0;
}

function constructionOf(complement: FoundComplement): Construction {
  switch (complement.kind) {
    case 'clause':
      return 'verb-clause';
    case 'quotation':
      return 'verb-quotation';
    case 'colon':
      return 'verb-colon';
    case 'noun':
      return 'verb-noun';
  }
}

function speakerOf(
  block: Block,
  at: number,
  form: ReportingForm,
  after: ReadSubject,
  complement: FoundComplement,
): { subject: Subject; opensAt: number } {
  const isAfter = after.subject.kind !== 'dropped';
  if (isAfter && !(complement.kind === 'noun' && complement.contentFrom < after.next))
    return { subject: after.subject, opensAt: at };
  if (form.joined || form.purpose) return { subject: dropped, opensAt: at };
  return subjectBefore(block, at, form);
}

/** A vowel mark tells: أُعلن، ذُكر، قيل. */
function isPassive(block: Block, at: number, form: ReportingForm): boolean {
  if (/^[وف]?[\p{L}]\u064f/u.test(block.tokens[at]?.surface ?? '')) return true;
  // «أعلن في المدينة عن»: at the head of a sentence a dropped subject would need a و.
  const isHead = at === block.sentenceStart[at] && !form.joined && form.aspect === 'past';
  return isHead && form.gender === 'm' && form.number === 's' && announcing.has(form.verb.lemma);
}

const announcing: ReadonlySet<string> = new Set(['أعلن', 'ذكر', 'أفاد', 'كشف', 'أشار', 'نقل']);

/** A verb after a mere comma opens a clause of its own only with a subject of its own. */
function isOpening(block: Block, at: number, verbAt: number, subject: Subject): boolean {
  if (at < verbAt && except.test(block.tokens[at]?.bare ?? '')) return true;
  const isMereComma = isComma(block, at - 1) && at !== block.sentenceStart[at] && at === verbAt;
  return (
    isAfterComma(block, at) && !(isMereComma && subject.kind === 'dropped' && !subject.pronoun)
  );
}

function isAfterComma(block: Block, at: number): boolean {
  const before = block.tokens[at - 1];
  if (before === undefined || at === block.sentenceStart[at]) return true;
  if (isComma(block, at - 1)) return true;
  return (words.wordClass(before.bare) & words.connector) !== 0;
}

/** The quotation that ends right before a verb, of which the verb tells the speaker: «...»، قال الوزير. */
function quotationBefore(block: Block, at: number, form: ReportingForm): number {
  if (form.joined || form.purpose) return -1;
  let before = at - 1;
  while (
    before >= 0 &&
    (isComma(block, before) || inversionWords.has(block.tokens[before]?.bare ?? ''))
  )
    before -= 1;
  const index = block.quotationAt[before] ?? -1;
  const quotation = block.quotations[index];
  if (quotation === undefined || quotation.next !== before + 1 || quotation.words < 4) return -1;
  return index;
}

const inversionWords: ReadonlySet<string> = new Set([
  'هكذا',
  'هذا',
  'ما',
  'بهذه',
  'الكلمات',
  'كما',
]);

function quotationFirst(
  block: Block,
  at: number,
  form: ReportingForm,
  index: number,
  after: ReadSubject,
): Cue | null {
  const quotation = block.quotations[index];
  if (quotation === undefined || after.subject.kind === 'dropped') return null;
  return {
    construction: 'quotation-first',
    lemma: form.verb.lemma,
    first: at,
    last: at,
    lead: 0,
    opensAt: quotation.open,
    opens: true,
    contentFrom: quotation.from,
    contentEnd: quotation.close,
    direct: true,
    subject: after.subject,
    agreement: form,
    continues: false,
    medium: mediumWithin(block, at, block.sentenceEnd[at] ?? at),
    through: outletOf(block, after.outlet),
  };
}
