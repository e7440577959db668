import { isAttachedBeh } from './attached-beh.ts';
import type { Block } from './block.ts';
import { isComma, skipCircumstances } from './circumstances.ts';
import { openingAt } from './complement-kinds.ts';
import type { FoundComplement } from './complement-kinds.ts';
import { complementAfter } from './complement.ts';
import { mediumWithin } from './medium.ts';
import { isQuotationMark } from './quotation-marks.ts';
import type { ReportingForm } from './reporting-verbs.ts';
import type { ReadSubject } from './subject.ts';
import * as words from './words.ts';

/** What a verb brings, among what follows its subject; null where it reports nothing. */
export function chooseComplement(
  block: Block,
  end: number,
  form: ReportingForm,
  after: ReadSubject,
): FoundComplement | null {
  const { verb } = form;
  let found = complementAfter(block, after.next, end, verb);
  if (verb.weak) {
    if (found === null || found.kind === 'noun') return null;
    if (found.bridged === true) return verb.lemma === 'نشر' ? null : found;
    const medium = mediumWithin(block, after.next, found.at);
    const limit = medium === null || medium === 'report' ? 1 : 9;
    const isFar = found.at > skipCircumstances(block, after.next, end) + limit;
    if (found.kind !== 'colon' && isFar && !isColonBefore(block, found)) return null;
    return found;
  }
  if (found?.kind === 'quotation' && isStray(block, found, after.next, end)) {
    const next = block.tokens[block.quotations[found.quotation]?.next ?? -1];
    // Verbs of plain saying bring words that end the clause, however far they stand.
    const isSaying =
      !verb.complements.has('object') && (next === undefined || next.kind === 'mark');
    if (!isSaying && !verb.complements.has('object')) return null;
    if (!isSaying) found = null;
  }
  if (!verb.complements.has('object')) return found;
  // «انتقد الاتفاق الذي يهدف إلى الإبقاء على ...»: a far preposition is another verb's.
  if (verb.lemma === 'انتقد' && found?.kind === 'noun' && found.at > after.next + 6) return null;
  if (verb.lemma === 'اعتبر' && (form.aspect !== 'past' || after.subject.kind === 'dropped'))
    return found;
  const isNamed = after.subject.kind === 'name' || isKnownSpeaker(after);
  const objectAt = objectPlace(block, after, end, isNamed && found === null);
  const token = block.tokens[objectAt];
  if (
    token === undefined ||
    objectAt >= end ||
    (token.kind !== 'arabic' && !isQuotationMark(token))
  )
    return found;
  if (found !== null && found.at === objectAt) return found;
  const later = found === null ? objectFurtherOn(block, after.next, objectAt, end) : -1;
  if (later >= 0) return { kind: 'noun', at: later, contentFrom: later, quotation: -1 };
  const kind = words.wordClass(token.bare);
  const isOther =
    (kind & (words.softEnd | words.connector | words.recipient | words.negation)) !== 0;
  if (isOther && token.bare !== 'ما') return found;
  if (isAttachedBeh(block, objectAt) && !verb.complements.has('ب')) return found;
  const hasPronoun = pronounBefore.test(block.tokens[after.next - 2]?.bare ?? '');
  const isCertain =
    hasPronoun || (kind & words.objectNoun) !== 0 || /(?:ه|ها|هم)$/.test(token.bare);
  // «في مؤتمر عقده في المدينة أن»: a verb with a pronoun after a circumstance is none of its objects.
  const isSkipped = objectAt > after.next && (kind & words.objectNoun) === 0;
  if (found?.kind === 'clause' && isSkipped) return found;
  if (found !== null && found.kind !== 'noun' && !isCertain) return found;
  if (found !== null && found.kind === 'noun' && !verb.complements.has('ب') && !isCertain)
    return found;
  if (!isNamed && !isCertain && after.subject.kind === 'dropped') {
    if (form.aspect !== 'past' || !form.joined) return found;
  }
  const quotation = openingAt(block, objectAt);
  if (quotation >= 0 && found !== null) return found;
  return { kind: 'noun', at: objectAt, contentFrom: objectAt, quotation: -1 };
}

/** A phrase whose head is an office or a body bounds its subject as a name does. */
function isKnownSpeaker({ subject }: ReadSubject): boolean {
  return (
    subject.kind === 'phrase' && (subject.source === 'title' || subject.source === 'collective')
  );
}

/** Where an object may stand: after circumstances, and after an apposition between commas. */
function objectPlace(block: Block, after: ReadSubject, end: number, isFree: boolean): number {
  const at = skipCircumstances(block, afterOthers(block, after.next, end), end);
  // «سامي وزير الري ... استقالته»: the office after the name is no object.
  if ((words.wordClass(block.tokens[at]?.bare ?? '') & words.personHead) !== 0) {
    for (let later = at + 1; later < Math.min(end, at + 14); later += 1) {
      if (isComma(block, later)) return skipCircumstances(block, later + 1, end);
      if ((words.wordClass(block.tokens[later]?.bare ?? '') & words.objectNoun) !== 0) return later;
    }
    return end;
  }
  if (!isFree || !isComma(block, at)) return at;
  for (let close = at + 2; close < Math.min(end, at + 16); close += 1)
    if (isComma(block, close)) return skipCircumstances(block, close + 1, end);
  return at;
}

/** «سامي ومسؤولون آخرون»: past those who speak with the subject. */
function afterOthers(block: Block, from: number, end: number): number {
  const bare = block.tokens[from]?.bare ?? '';
  const isGroup = /^و\p{L}{3,}(?:ون|ين)$/u.test(bare) && from + 1 < end;
  if (!isGroup) return from;
  let next = from + 1;
  while (next < end && /^(?:آخر|\p{L}{2,}ي)(?:ون|ين)$/u.test(block.tokens[next]?.bare ?? ''))
    next += 1;
  return next;
}

/** An object after circumstances, or after the comma that closes a long subject. -1 for none. */
function objectFurtherOn(block: Block, from: number, objectAt: number, end: number): number {
  const near = objectAfterCircumstance(block, objectAt, end);
  if (near >= 0) return near;
  for (let at = from; at < Math.min(end, from + 14); at += 1) {
    if (!isComma(block, at)) continue;
    const next = words.wordClass(block.tokens[at + 1]?.bare ?? '');
    return (next & words.objectNoun) !== 0 ? at + 1 : -1;
  }
  return -1;
}

/** «في تسجيل صوتي بدء ...»: a noun that begins what is said, further on in the clause. -1 for none. */
function objectAfterCircumstance(block: Block, from: number, end: number): number {
  if ((words.wordClass(block.tokens[from]?.bare ?? '') & words.softEnd) === 0) return -1;
  for (let at = from + 2; at < Math.min(end, from + 10); at += 1) {
    const token = block.tokens[at];
    if (token === undefined || token.kind === 'mark') return -1;
    const before = words.wordClass(block.tokens[at - 1]?.bare ?? '');
    const isPronoun = /^(?:إلي|علي|في|من|عن|ب|ل)(?:ه|ها|هم|هما)$/.test(
      block.tokens[at - 1]?.bare ?? '',
    );
    const isGoverned =
      (before & words.softEnd) !== 0 && (before & words.adverb) === 0 && !isPronoun;
    if ((words.wordClass(token.bare) & words.objectNoun) !== 0 && !isGoverned) return at;
  }
  return -1;
}

/** A short quotation far from the verb, with no colon or particle before it, is a term in the clause. */
function isStray(block: Block, found: FoundComplement, from: number, end: number): boolean {
  const quotation = block.quotations[found.quotation];
  if (quotation === undefined || quotation.open !== found.at || isColonBefore(block, found))
    return false;
  if (quotation.words >= 12) return false;
  return found.at > skipCircumstances(block, from, end) + 4;
}

function isColonBefore(block: Block, found: FoundComplement): boolean {
  const open = block.quotations[found.quotation]?.open ?? found.at;
  return block.tokens[open - 1]?.surface === ':';
}

/** The subject is this pronoun, so that a noun after the verb is its object. */
export const pronounBefore =
  /^(?:[وف]?(?:هو|هي|هم)|[وف]?(?:لكن|إن|أن|ان)(?:ه|ها|هم)|[وف]?أنه|[وف]?أنها)$/;
