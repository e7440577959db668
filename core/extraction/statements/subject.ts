import { isAttachedBeh } from './attached-beh.ts';
import { isRecipientName } from './block.ts';
import type { Block } from './block.ts';
import { readRecipient, skipAdverbs } from './circumstances.ts';
import type { Agreement } from './conjugation.ts';
import { nameWithin } from './named-subject.ts';
import { phrase, phraseFrom } from './noun-phrase.ts';
import { isQuotationMark } from './quotation-marks.ts';
import { reportingForm, takesPreposition } from './reporting-verbs.ts';
import type { ReportingForm, ReportingVerb } from './reporting-verbs.ts';
import * as words from './words.ts';

/** Who a block's own words say is speaking, by token index. */
export type Subject =
  /** `name`: index into the block's names. */
  | { kind: 'name'; name: number; source: 'explicit' | 'title' }
  | {
      kind: 'phrase';
      first: number;
      last: number;
      source: 'explicit' | 'title' | 'unnamed' | 'collective';
    }
  /** Left to be carried over. `pronoun`: there is one. */
  | { kind: 'dropped'; pronoun: boolean }
  /** A passive. */
  | { kind: 'nobody' };

/** Left out, with no pronoun in its place. */
export const dropped: Subject = { kind: 'dropped', pronoun: false };

/** A subject and what stands around it. */
export interface ReadSubject {
  subject: Subject;
  /** The token after the subject's core. */
  next: number;
  /** Who is spoken to or through: «قال لوكالة ...». */
  outlet: { first: number; last: number } | null;
}

/**
 * The subject that follows a verb. A person's name wins over the office before it («وزير الخارجية سامي ...») and over the
 * organisation whose officer speaks; a name after a preposition or after ل is somebody else.
 */
export function subjectAfter(
  block: Block,
  from: number,
  end: number,
  verb: ReportingVerb | null,
  agreement: Agreement | null = null,
): ReadSubject {
  const { tokens } = block;
  let at = skipAdverbs(block, skipPronouns(block, from, end), end);
  let outlet: ReadSubject['outlet'] = null;
  const spokenTo = readRecipient(block, at, end);
  if (spokenTo !== null) {
    outlet = spokenTo;
    at = skipAdverbs(block, spokenTo.last + 1, end);
  }
  // Before its subject a verb is singular: in «وطالبوا الهيئة بـ» the noun is somebody else.
  if (agreement?.number === 'p' && verb !== null) return { subject: dropped, next: at, outlet };
  const hard = hardEnd(block, at, end, verb);
  if (at >= hard) return { subject: dropped, next: at, outlet };
  const first = tokens[at];
  if (first === undefined) return { subject: dropped, next: at, outlet };
  // «55 في المئة من السكان»
  if (first.kind === 'number') {
    const subject: Subject = { kind: 'phrase', first: at, last: at, source: 'unnamed' };
    return { subject, next: at + 1, outlet };
  }
  const startsWithName = (block.nameAt[at] ?? -1) >= 0;
  const kind = words.wordClass(first.bare);
  if (!startsWithName) {
    if (
      (kind & (words.softEnd | words.connector | words.negation)) !== 0 ||
      adverbial.test(first.bare) ||
      (reportingForm(first.bare)?.aspect === 'participle' && (kind & words.personHead) === 0)
    )
      return { subject: dropped, next: at, outlet };
    if (
      isObjectStart(block, at, verb) ||
      isAttachedBeh(block, at) ||
      isOthers(first.bare) ||
      isFeminineFor(first.bare, agreement) ||
      isAddressed(block, at, verb) ||
      isMasculineFor(first.bare, verb, agreement)
    )
      return { subject: dropped, next: at, outlet };
  }
  const title = block.quotations[block.quotationAt[at] ?? -1];
  if (title !== undefined && title.open === at && title.next <= hard)
    return { subject: phrase(block, at, title.next - 1), next: title.next, outlet };
  const soft = softEndOf(block, at, hard);
  const named = nameWithin(block, at, soft, hard);
  if (named !== null) return { ...named, outlet };
  const owner = ownerOf(block, at, soft);
  if (owner >= 0)
    return {
      subject: { kind: 'name', name: owner, source: 'explicit' },
      next: (block.names[owner]?.last ?? soft) + 1,
      outlet,
    };
  return { ...phraseFrom(block, at, soft, verb), outlet };
}

/** «التحقيقات الأولية للنيابة»: the name right after a paper that says whose it is; -1 for none. */
function ownerOf(block: Block, from: number, soft: number): number {
  const name = block.nameAt[soft] ?? -1;
  const found = block.names[name];
  if (found === undefined || found.first !== soft || !isRecipientName(block, name)) return -1;
  const kind = words.wordClass(block.tokens[from]?.bare ?? '');
  return (kind & words.paperHead) !== 0 && found.mention.kind === 'organisation' ? name : -1;
}

/** «قال فيه مسؤولون»: a pronoun between a verb and its subject. */
function skipPronouns(block: Block, from: number, end: number): number {
  if (from + 1 >= end || !pronouns.test(block.tokens[from]?.bare ?? '')) return from;
  const next = block.tokens[from + 1];
  const isNoun = next?.kind === 'arabic' && (words.wordClass(next.bare) & words.softEnd) === 0;
  return isNoun ? from + 1 : from;
}

const pronouns = /^(?:في|عن|ب|خلال|مع|إلي|علي)(?:ه|ها|هم)$/;

/** Adverbs with ب: بالتزامن، بشكل. */
const adverbial = /^ب(?:ال|شكل|صورة|سبب|شأن|خصوص|حضور|مناسبة|صفت|لهجة|حسب)/;

/** Nouns that begin an object, and nouns with a pronoun that stands for the speaker: رفضه. */
function isObjectStart(block: Block, at: number, verb: ReportingVerb | null): boolean {
  if (verb === null || !verb.complements.has('object')) return false;
  const bare = block.tokens[at]?.bare ?? '';
  return (words.wordClass(bare) & words.objectNoun) !== 0;
}

/** «ودعا المستمعات»: a masculine verb cannot have this subject. */
function isFeminineFor(bare: string, agreement: Agreement | null): boolean {
  if (agreement === null || agreement.gender === 'f' || !/^ال\p{L}+(?:ة|ات)$/u.test(bare))
    return false;
  return !masculinePlurals.test(bare);
}

/** «واتهمت الحكم بـ»: a feminine verb that has one spoken to, before a masculine noun. */
function isMasculineFor(
  bare: string,
  verb: ReportingVerb | null,
  agreement: Agreement | null,
): boolean {
  if (verb === null || agreement?.gender !== 'f' || !addressing.has(verb.lemma)) return false;
  if (!/^ال\p{L}+$/u.test(bare) || /(?:ة|ات|اء|ى|ون|ين)$/.test(bare)) return false;
  const bodies = words.organisationHead | words.unnamedHead | words.paperHead;
  return (words.wordClass(bare) & bodies) === 0 && (words.wordClass(bare) & words.personHead) !== 0;
}

/** «وحث القادة المحليين على»: an accusative after a verb that has one spoken to is not its subject. */
function isAddressed(block: Block, at: number, verb: ReportingVerb | null): boolean {
  if (verb === null || !addressing.has(verb.lemma)) return false;
  const two = [block.tokens[at]?.bare ?? '', block.tokens[at + 1]?.bare ?? ''];
  return two.some(
    (bare) => /^ال\p{L}{3,}ين$/u.test(bare) && !/^ال(?:قوانين|ملايين|ميادين|بساتين)$/.test(bare),
  );
}

const addressing: ReadonlySet<string> = new Set([
  'طالب',
  'دعا',
  'حث',
  'اتهم',
  'حذر',
  'ناشد',
  'أبلغ',
  'أخبر',
  'حض',
  'طمأن',
  'نصح',
  'هنأ',
  'شكر',
]);

const masculinePlurals = /^ال(?:قادة|طلبة|أساتذة|سادة|أئمة|خليفة|علامة|إخوة|ساسة|دعاة|قضاة|نجوم)$/;

/** A noun with a pronoun that is none of a speaker's: «حذر زملاءه». */
function isOthers(bare: string): boolean {
  const stem = /^(?!ال)(\p{L}{3,}?)(?:ه|ها|هم|هما)$/u.exec(bare)?.[1];
  if (stem === undefined || words.wordClass(bare) !== 0) return false;
  const speakers = words.personHead | words.organisationHead | words.unnamedHead | words.paperHead;
  const whole = stem.endsWith('ت') ? `${stem.slice(0, -1)}ة` : stem;
  return ((words.wordClass(stem) | words.wordClass(whole)) & speakers) === 0;
}

function hardEnd(block: Block, from: number, end: number, verb: ReportingVerb | null): number {
  const { tokens } = block;
  for (let at = from; at < end; at += 1) {
    const token = tokens[at];
    if (token === undefined) return at;
    const name = block.nameAt[at] ?? -1;
    if (name >= 0) {
      at = block.names[name]?.last ?? at;
      continue;
    }
    if (token.kind === 'mark') {
      const sign = token.surface;
      if (sign === '#' || sign === '_' || sign === '-' || sign === '.' || sign === '/') continue;
      if (isQuotationMark(token)) {
        const quotation = block.quotations[block.quotationAt[at] ?? -1];
        if (
          quotation !== undefined &&
          quotation.open === at &&
          isTitle(block, at, quotation.words)
        ) {
          at = quotation.next - 1;
          continue;
        }
      }
      return at;
    }
    const kind = words.wordClass(token.bare);
    if ((kind & words.complementizer) !== 0) return at;
    if (verb !== null && at > from && takesPreposition(verb, token.bare)) {
      if (token.bare !== 'من' || !quantities.test(tokens[at - 1]?.bare ?? '')) return at;
    }
    if (at > from && verb?.complements.has('ب') === true && isAttachedBeh(block, at)) return at;
    const form = at > from ? reportingForm(token.bare) : undefined;
    if (form?.joined === true) return at;
    if (form?.aspect === 'participle' && isCircumstance(block, at, form)) return at;
  }
  return end;
}

/** Marks around a name: few words, or more after the head of an organisation's name. */
function isTitle(block: Block, open: number, count: number): boolean {
  if (count < 4) return true;
  const head = words.wordClass(block.tokens[open - 1]?.bare ?? '');
  return count < 10 && (head & words.organisationHead) !== 0;
}

/** A participle that opens a statement of its own, and no adjective: «مشيرة إلى». */
function isCircumstance(block: Block, at: number, { verb }: ReportingForm): boolean {
  const bare = block.tokens[at]?.bare ?? '';
  const next = block.tokens[at + 1]?.bare ?? '';
  if (verb.lemma === 'قال' || bare.endsWith('ا')) return true;
  const isParticle = (words.wordClass(next) & words.complementizer) !== 0;
  return isParticle || takesPreposition(verb, next);
}

function softEndOf(block: Block, from: number, hard: number): number {
  for (let at = from + 1; at < hard; at += 1) {
    const name = block.nameAt[at] ?? -1;
    if (name >= 0) {
      if (isRecipientName(block, name)) return at;
      at = block.names[name]?.last ?? at;
      continue;
    }
    const bare = block.tokens[at]?.bare ?? '';
    if (bare === 'من' && quantities.test(block.tokens[at - 1]?.bare ?? '')) continue;
    const kind = words.wordClass(bare);
    if ((kind & (words.softEnd | words.recipient)) !== 0) return at;
    if ((kind & words.objectNoun) !== 0 && !isAnnexedTo(block.tokens[at - 1]?.bare, bare))
      return at;
  }
  return hard;
}

/** «وزير الصحة», «لجنة التحقيق»: a definite noun right after a head without the article belongs to it. */
function isAnnexedTo(head: string | undefined, bare: string): boolean {
  if (head === undefined || head.startsWith('ال') || !bare.startsWith('ال')) return false;
  return (words.wordClass(head) & (words.personHead | words.organisationHead)) !== 0;
}

/** «عدد من السكان»: من is inside the phrase. */
const quantities = /^(?:عدد|أحد|إحدى|واحد|واحدة|كثير|العديد|الكثير|مجموعة|كل|كلا|اثنان|ثلاثة)$/;
