import { isRecipientName } from './block.ts';
import type { Block } from './block.ts';
import { mediumOf } from './medium.ts';
import { isQuotationMark } from './quotation-marks.ts';
import * as words from './words.ts';

/** Adverbs, those spoken to and «في تصريح ...», in any order. */
export function skipCircumstances(block: Block, from: number, end: number): number {
  let at = from;
  for (;;) {
    const before = at;
    at = skipAdverbs(block, at, end);
    const recipient = readRecipient(block, at, end);
    if (recipient !== null) at = recipient.last + 1;
    if (
      openers.test(block.tokens[at]?.bare ?? '') &&
      mediumOf(block.tokens[at + 1]?.bare ?? '') !== null
    ) {
      at += 2;
      while (at < end && qualities.test(block.tokens[at]?.bare ?? '')) at += 1;
      at = afterOutlet(block, at, end);
    }
    at = afterBracket(block, afterParenthesis(block, at, end), end);
    if (at === before || at >= end) return Math.min(at, end);
  }
}

/** Adverbs and dates between a verb and what follows. */
export function skipAdverbs(block: Block, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const token = block.tokens[at];
    if (token === undefined || (block.nameAt[at] ?? -1) >= 0) break;
    if (token.kind === 'number' && at > from) {
      at += 1;
      continue;
    }
    const next = block.tokens[at + 1]?.bare ?? '';
    if (periods.test(token.bare) && periodEnds.test(next)) {
      at += 2;
      continue;
    }
    const kind = words.wordClass(token.bare);
    if ((kind & words.adverb) === 0 || token.bare === 'قبل' || token.bare === 'بعد') break;
    at += months.test(token.bare) && ordinals.test(next) ? 2 : 1;
  }
  return at;
}

const periods = /^(?:ال)?(?:أسبوع|شهر|عام|سنة|اسبوع)$/;

const periodEnds = /^ال(?:ماضي|ماضية|جاري|جارية|حالي|حالية|منصرم|فائت|فارط)$/;

const months = /^(?:تشرين|كانون)$/;

const ordinals = /^(?:الأول|الثاني|الاول)$/;

/** «على قناة ...», «مع صحيفة «...»» after «في مقابلة». */
function afterOutlet(block: Block, at: number, end: number): number {
  if (!/^(?:على|مع|عبر|إلى)$/.test(block.tokens[at]?.bare ?? '')) return at;
  let next = at + 1;
  if ((words.wordClass(block.tokens[next]?.bare ?? '') & words.organisationHead) !== 0) next += 1;
  const name = block.nameAt[next] ?? -1;
  if (name >= 0) next = (block.names[name]?.last ?? next) + 1;
  else if (block.tokens[next]?.kind === 'arabic' && next === at + 1) next += 1;
  const quotation = block.quotations[block.quotationAt[next] ?? -1];
  if (quotation?.open === next && quotation.words < 5) next = quotation.next;
  return Math.min(next, end);
}

/** Past «(...)». */
function afterBracket(block: Block, at: number, end: number): number {
  if (block.tokens[at]?.surface !== '(') return at;
  for (let close = at + 1; close < Math.min(end, at + 12); close += 1)
    if (block.tokens[close]?.surface === ')') return close + 1;
  return at;
}

/** «، مساء الخميس،», «، خلال زيارته،»: from one comma to the next. */
function afterParenthesis(block: Block, at: number, end: number): number {
  if (!/^[،,]$/.test(block.tokens[at]?.surface ?? '')) return at;
  const first = words.wordClass(block.tokens[at + 1]?.bare ?? '');
  if ((first & words.softEnd) === 0) return at;
  for (let close = at + 2; close < Math.min(end, at + 18); close += 1) {
    if (!/^[،,]$/.test(block.tokens[close]?.surface ?? '')) continue;
    return close + 1;
  }
  return at;
}

const openers = /^(?:في|خلال|عبر)$/;

const qualities =
  /^(?:صحفي|صحفية|صحافي|صحافية|خاص|خاصة|له|لها|رسمي|مقتضب|إعلامي|إعلامية|مشترك|صوتي|مكتوب)$/;

/** «لوكالة ...», «لرويترز», «للصحفيين»: who it was said to. */
export function readRecipient(
  block: Block,
  at: number,
  end: number,
): { first: number; last: number } | null {
  const token = block.tokens[at];
  if (token === undefined || at >= end) return null;
  const name = block.nameAt[at] ?? -1;
  if (name >= 0) {
    if (!isRecipientName(block, name)) return null;
    return { first: at, last: block.names[name]?.last ?? at };
  }
  if ((words.wordClass(token.bare) & words.recipient) === 0) return null;
  let last = at;
  if (token.bare === 'ل' || (/^ل[^ل]/.test(token.bare) && token.bare.length > 3)) {
    const following = block.nameAt[at + 1] ?? -1;
    if (following >= 0) last = block.names[following]?.last ?? at;
    else if (isQuotationMark(block.tokens[at + 1])) {
      const quotation = block.quotations[block.quotationAt[at + 1] ?? -1];
      if (quotation !== undefined && quotation.words < 5) last = quotation.next - 1;
    } else if (at + 1 < end && block.tokens[at + 1]?.kind !== 'mark') {
      const isAgency =
        token.bare === 'لوكالة' &&
        /^(?:فرانس|أنباء|الأنباء|أسوشيتد|سانا)$/.test(block.tokens[at + 1]?.bare ?? '');
      last = Math.min(end - 1, at + (isAgency || token.bare === 'لبي' ? 2 : 1));
    }
    if (isQuotationMark(block.tokens[last + 1])) {
      const quotation = block.quotations[block.quotationAt[last + 1] ?? -1];
      if (quotation?.open === last + 1 && quotation.words < 4) last = quotation.next - 1;
    }
  }
  return { first: at, last };
}

/** A comma, or a bracket or dash that parts clauses as one does. */
export function isComma(block: Block, at: number): boolean {
  const sign = block.tokens[at]?.surface;
  return (
    sign === '،' || sign === ',' || sign === '؛' || sign === '(' || sign === '-' || sign === '–'
  );
}

/** Past «المدينة، البلد (...) --» at the head of a report; the same place where there is none. */
export function afterDateline(block: Block, start: number): number {
  for (let at = start; at < Math.min(block.tokens.length, start + 14); at += 1) {
    if (block.tokens[at]?.surface !== ')') continue;
    let next = at + 1;
    while (/^[-–—]$/.test(block.tokens[next]?.surface ?? '')) next += 1;
    return next > at + 1 ? next : start;
  }
  return start;
}
