import type { Token } from '../../arabic/tokenize.ts';
import type { NameMention } from '../mentions.ts';
import { findQuotations } from './quotation-marks.ts';
import type { Quotation } from './quotation-marks.ts';

/** One line of a text with what stands in it, by token index. */
export interface Block {
  tokens: readonly Token[];
  /** Names that begin and end in the block, in order; of several that begin at one place the longest. */
  names: readonly BlockName[];
  /** Index into `names` of the name that covers a token; -1 for none. */
  nameAt: Int32Array;
  quotations: readonly Quotation[];
  /** Index into `quotations` of the one that a token is in, its marks included; -1 for none. */
  quotationAt: Int32Array;
  /** Where each token's sentence begins and ends (index of the stop, or of the token after the last). */
  sentenceStart: Int32Array;
  sentenceEnd: Int32Array;
}

/** A name of the block, by token index. */
export interface BlockName {
  mention: NameMention;
  first: number;
  /** Index of its last token. */
  last: number;
  /** What is written on its first token before it: و، ل. «للأمم المتحدة» has ل. */
  proclitic: string;
}

/** `offset`: of the block's tokens against those that the names count by. */
export function createBlock(
  tokens: readonly Token[],
  mentions: readonly NameMention[],
  offset: number,
): Block {
  const quotations = findQuotations(tokens);
  const quotationAt = new Int32Array(tokens.length).fill(-1);
  for (const [index, { open, next }] of quotations.entries()) quotationAt.fill(index, open, next);
  const names = placeNames(tokens, mentions, offset);
  const nameAt = new Int32Array(tokens.length).fill(-1);
  for (const [index, { first, last }] of names.entries()) nameAt.fill(index, first, last + 1);
  const { sentenceStart, sentenceEnd } = findSentences(tokens, quotations, quotationAt);
  return { tokens, names, nameAt, quotations, quotationAt, sentenceStart, sentenceEnd };
}

function placeNames(
  tokens: readonly Token[],
  mentions: readonly NameMention[],
  offset: number,
): BlockName[] {
  const placed: BlockName[] = [];
  let at = 0;
  for (const mention of mentions) {
    const start = mention.start - offset;
    const end = mention.end - offset;
    const previous = placed.at(-1);
    if (previous !== undefined && previous.mention.end - offset > start) continue;
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= start) at += 1;
    let last = at;
    while (last + 1 < tokens.length && (tokens[last + 1]?.start ?? end) < end) last += 1;
    const first = tokens[at];
    if (first === undefined) break;
    const isContraction = first.start === start && first.bare.startsWith('لل');
    const proclitic = isContraction
      ? 'ل'
      : first.surface.slice(0, Math.max(0, start - first.start));
    placed.push({ mention, first: at, last, proclitic });
  }
  return placed;
}

/**
 * A full stop after a single letter is an abbreviation's (د. ، أ.ف.ب). A stop within quotation marks ends no sentence
 * outside them, unless it is the last sign inside.
 */
function findSentences(
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  quotationAt: Int32Array,
): { sentenceStart: Int32Array; sentenceEnd: Int32Array } {
  const sentenceStart = new Int32Array(tokens.length);
  const sentenceEnd = new Int32Array(tokens.length);
  let from = 0;
  const finish = (end: number, next: number): void => {
    sentenceStart.fill(from, from, next);
    sentenceEnd.fill(end, from, next);
    from = next;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'mark') continue;
    const inside = quotationAt[at] ?? -1;
    const quotation = inside < 0 ? undefined : quotations[inside];
    if (quotation !== undefined) {
      const isLastInside =
        quotation.next === at + 1 && at > quotation.from && isStop(tokens, quotation.close - 1);
      if (isLastInside && quotation.words > 3 && !isLowerGoingOn(tokens[at + 1]))
        finish(at + 1, at + 1);
    } else if (isStop(tokens, at)) {
      let next = at + 1;
      while (next < tokens.length && isStop(tokens, next)) next += 1;
      // Two dots or three between words are a pause.
      const isPause =
        next > at + 1 &&
        next < tokens.length &&
        token.surface === '.' &&
        tokens[next - 1]?.surface === '.';
      if (!isPause) finish(at, next);
      at = next - 1;
    }
  }
  finish(tokens.length, tokens.length);
  return { sentenceStart, sentenceEnd };
}

/** After a closing mark the sentence goes on with a comma or with a participle or verb without و. */
function isLowerGoingOn(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.kind === 'mark' || !/^[وف]/.test(token.bare);
}

function isStop(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'mark') return false;
  const sign = token.surface;
  if (sign === '!' || sign === '?' || sign === '؟' || sign === '…' || sign === '۔') return true;
  if (sign !== '.') return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before === undefined) return true;
  const isAbbreviation =
    before.kind === 'arabic' && before.bare.length === 1 && before.end === token.start;
  if (isAbbreviation && after !== undefined && after.kind === 'arabic') return false;
  const isInsideWord =
    before.end === token.start &&
    after !== undefined &&
    after.start === token.end &&
    before.kind === 'latin' &&
    after.kind === 'latin';
  const isInitials =
    before.end === token.start &&
    after !== undefined &&
    after.start === token.end &&
    after.kind === 'arabic' &&
    (domain.test(after.bare) || (before.bare.length <= 3 && after.bare.length <= 3));
  return !isInsideWord && !isInitials;
}

/** Endings of the names of sites: العربية.نت. */
const domain = /^(?:نت|كوم|أورغ)$/;

/** A name with ل before it: «لنظيره», «لرويترز». */
export function isRecipientName(block: Block, name: number): boolean {
  return block.names[name]?.proclitic.endsWith('ل') === true;
}
