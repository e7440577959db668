import type { Block } from './block.ts';
import { isComma } from './circumstances.ts';
import { reportingForm, takesPreposition } from './reporting-verbs.ts';
import type { ReportingVerb } from './reporting-verbs.ts';
import * as words from './words.ts';

/** A place after a cue where what is said begins, by token index. */
export interface FoundComplement {
  kind: 'clause' | 'quotation' | 'colon' | 'noun';
  /** The particle, mark or noun itself. */
  at: number;
  /** First token of what is said; the opening mark's successor for a quotation. */
  contentFrom: number;
  /** Index of the quotation that is the content; -1 for none. */
  quotation: number;
  /** A second cue stands before it: «علق قائلا». */
  bridged?: true;
}

/** After a particle: a colon and a quotation may follow. */
export function afterParticle(block: Block, at: number, kind: number): FoundComplement {
  const isBare = (kind & words.bareComplementizer) !== 0;
  let from = isBare ? at + 1 : at;
  const { tokens } = block;
  let next = at + 1;
  if (tokens[next]?.surface === ':') next += 1;
  const index = openingAt(block, next);
  if (index >= 0 && isWholeContent(block, index) && (isBare || !isCoordinated(block, index)))
    return quoted(block, at, index);
  if (isBare && tokens[from]?.surface === ':') from += 1;
  return { kind: 'clause', at, contentFrom: from, quotation: -1 };
}

/** «أنه "..." و"..."»: the word with its pronoun holds the quotations together. */
function isCoordinated(block: Block, index: number): boolean {
  const next = block.quotations[index]?.next ?? -1;
  return block.tokens[next]?.bare === 'و' && openingAt(block, next + 1) >= 0;
}

export function afterPreposition(block: Block, at: number): FoundComplement {
  let next = at + 1;
  const kind = words.wordClass(block.tokens[next]?.bare ?? '');
  if ((kind & words.complementizer) !== 0) return afterParticle(block, next, kind);
  if (block.tokens[next]?.surface === ':') next += 1;
  const index = openingAt(block, next);
  if (index >= 0 && isWholeContent(block, index)) return quoted(block, at, index);
  return { kind: 'noun', at, contentFrom: next, quotation: -1 };
}

export function afterColon(block: Block, at: number, end: number): FoundComplement | null {
  const isTime = block.tokens[at - 1]?.kind === 'number' && block.tokens[at + 1]?.kind === 'number';
  if (isTime) return null;
  const index = openingAt(block, at + 1);
  if (index >= 0) return quoted(block, at, index);
  if (at + 2 >= end) return null;
  return { kind: 'colon', at, contentFrom: at + 1, quotation: -1 };
}

/** The complement in quotation marks that a mark, particle or colon at a token brings. */
export function quoted(block: Block, at: number, index: number): FoundComplement {
  const quotation = block.quotations[index];
  if (quotation === undefined)
    return { kind: 'quotation', at, contentFrom: at + 1, quotation: index };
  const comma = isComma(block, quotation.next) ? 1 : 0;
  const further = block.tokens[quotation.next + comma]?.bare ?? '';
  // «إن "..."، وإن ...»: what is said goes on outside the marks.
  if (/^و(?:ب?أن|إن)(?:ه|ها|هم|نا)?$/.test(further))
    return { kind: 'clause', at, contentFrom: quotation.open, quotation: -1 };
  return { kind: 'quotation', at, contentFrom: quotation.from, quotation: index };
}

/** Where a complement in quotation marks ends; -1 for others. */
export function quotationEnd(block: Block, complement: FoundComplement): number {
  if (complement.quotation < 0) return -1;
  let index = complement.quotation;
  // «بـ"..." و"..."»: one after another they are said in one breath.
  for (;;) {
    const next = block.quotations[index]?.next ?? -1;
    const and = next + (isComma(block, next) ? 1 : 0);
    const opening = block.tokens[and]?.bare === 'و' ? openingAt(block, and + 1) : -1;
    if (opening < 0) return block.quotations[index]?.close ?? -1;
    index = opening;
  }
}

/** Last token of a cue: a preposition right after the verb is part of it. */
export function cueLast(block: Block, at: number, complement: FoundComplement): number {
  const isNext = complement.at === at + 1 || complement.at === at + 2;
  return isNext && prepositions.has(block.tokens[at + 1]?.bare ?? '') ? at + 1 : at;
}

const prepositions: ReadonlySet<string> = new Set(['إلى', 'على', 'عن', 'من', 'الى']);

/** The quotation that opens at a token, else -1. */
export function openingAt(block: Block, at: number): number {
  const index = block.quotationAt[at] ?? -1;
  return index >= 0 && block.quotations[index]?.open === at ? index : -1;
}

/** Whether a quotation at the head of a clause is all of it, and not a term in it. */
export function isWholeContent(block: Block, index: number): boolean {
  const quotation = block.quotations[index];
  if (quotation === undefined) return false;
  const next = block.tokens[quotation.next];
  if (next === undefined) return true;
  if (next.kind === 'mark') return quotation.words >= 2 || next.surface === '.';
  if (next.bare === 'و' && openingAt(block, quotation.next + 1) >= 0) return true;
  if (quotation.words < 3) return false;
  const form = reportingForm(next.bare);
  if (form !== undefined && (form.joined || form.aspect === 'participle')) return true;
  return /^(?:بحسب|حسب|وفق|وفقا|على|كما|فيما|بينما|في|خلال|ردا|تعليقا|بعد)$/.test(next.bare);
}

/** Whether a quotation met on the way from a verb is what is said, and not a name in marks. */
export function isContent(
  block: Block,
  index: number,
  at: number,
  verb: ReportingVerb,
  stop: number,
): boolean {
  const quotation = block.quotations[index];
  if (quotation === undefined) return false;
  if (block.tokens[at - 1]?.surface === ':') return true;
  if (quotation.words >= 12) return true;
  // «تحدث عن "..."»: a term that a preposition governs.
  const before = block.tokens[at - 1]?.bare ?? '';
  if (governing.test(before) && !takesPreposition(verb, before)) return false;
  if (quotation.words >= 6) return !isNameOfSpeaker(block, quotation.next, stop);
  // A participle after a comma goes on after the words that were said.
  const isFollowed = isComma(block, quotation.next) && isParticiple(block, quotation.next + 1);
  if (quotation.words >= 2 && isFollowed && verb.complements.has('clause')) return true;
  for (let next = quotation.next; next < stop; next += 1) {
    const bare = block.tokens[next]?.bare ?? '';
    const kind = words.wordClass(bare);
    if ((kind & words.complementizer) !== 0) return false;
    if (bare === ':' || openingAt(block, next) >= 0) return false;
    if (takesPreposition(verb, bare)) return false;
    if (reportingForm(bare) !== undefined) return false;
  }
  return quotation.words >= 2 && (verb.complements.has('clause') || verb.weak);
}

const governing = /^(?:في|عن|من|إلى|الى|مع|حول|ضد|بين|منذ|عبر|خلال|تحت)$/;

/** «قناة "..." الإخبارية، إن»: a particle still comes, so that the marks hold a name. */
function isNameOfSpeaker(block: Block, from: number, stop: number): boolean {
  for (let at = from; at < Math.min(stop, from + 10); at += 1) {
    const bare = block.tokens[at]?.bare ?? '';
    if ((words.wordClass(bare) & words.complementizer) !== 0) return true;
    if (reportingForm(bare) !== undefined || openingAt(block, at) >= 0) return false;
  }
  return false;
}

function isParticiple(block: Block, at: number): boolean {
  return reportingForm(block.tokens[at]?.bare ?? '')?.aspect === 'participle';
}

export function isDirectlyQuoted(block: Block, at: number): boolean {
  return openingAt(block, block.tokens[at]?.surface === ':' ? at + 1 : at) >= 0;
}
