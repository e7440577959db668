import type { NameMention } from '../mentions.ts';
import type { Block } from './block.ts';
import type { Cue } from './cue.ts';
import { isQuotationMark } from './quotation-marks.ts';
import * as words from './words.ts';

/** Offsets from the block's start, end exclusive. */
export interface BlockSpan {
  start: number;
  end: number;
}

/** From the first token's start to the last one's end. */
export function spanOf(block: Block, first: number, last: number, base: number): BlockSpan {
  return {
    start: (block.tokens[first]?.start ?? 0) - base,
    end: (block.tokens[last]?.end ?? 0) - base,
  };
}

/** Without the ل that is written on an outlet's or a source's first word. */
export function sourceSpan(
  block: Block,
  { first, last }: { first: number; last: number },
  base: number,
): BlockSpan {
  if (first < last && isQuotationMark(block.tokens[first]) && isQuotationMark(block.tokens[last])) {
    if (last - first > 1) return sourceSpan(block, { first: first + 1, last: last - 1 }, base);
  }
  const span = spanOf(block, first, last, base);
  const bare = block.tokens[first]?.bare ?? '';
  const isAttached =
    /^ل[^ل]/.test(bare) && bare.length > 3 && words.wordClass(bare) !== words.organisationHead;
  const name = block.names[block.nameAt[first] ?? -1];
  if (name !== undefined && name.first === first && name.proclitic !== '')
    return {
      start: span.start + (bare.startsWith('لل') ? 0 : name.proclitic.length),
      end: span.end,
    };
  if (isAttached && (words.wordClass(bare) & words.recipient) !== 0 && !bare.startsWith('لل'))
    return { start: span.start + 1, end: span.end };
  return span;
}

/** A name without the letters attached before it, whatever signs follow inside its last token. */
export function spanOfName(
  block: Block,
  first: number,
  last: number,
  mention: NameMention,
  base: number,
): BlockSpan {
  const whole = spanOf(block, first, last, base);
  const end = whole.start + (mention.end - mention.start);
  const name = block.names[block.nameAt[first] ?? -1];
  const lead =
    name?.proclitic === 'ل' && mention.surface.startsWith('لل') ? 0 : (name?.proclitic.length ?? 0);
  return { start: whole.start + lead, end: end + lead };
}

/** What an attribution attributes begins its sentence, often with a و that links it to the one before. */
export function contentSpan(
  block: Block,
  cue: Cue,
  from: number,
  to: number,
  base: number,
): BlockSpan {
  const span = spanOf(block, from, to - 1, base);
  const first = block.tokens[from];
  const isLinked =
    cue.construction === 'attribution' &&
    cue.contentFrom < 0 &&
    first !== undefined &&
    first.surface.length > 3 &&
    first.surface.startsWith('و') &&
    !ownWaw.test(first.bare) &&
    (block.names[block.nameAt[from] ?? -1]?.proclitic ?? 'و') !== '';
  return isLinked ? { start: span.start + 1, end: span.end } : span;
}

/** Words whose و is a letter of their own. */
const ownWaw =
  /^و(?:زار|زير|زراء|صل|قع|فد|لاي|كال|كيل|جود|اشنط|سط|سائل|رد|ضع|قف|لد|حد|افق|جه|ثيق|ثائق|عد|فق|فا|احد|الد|باء|رش|طن|ظيف|ادي|قت|قود|رق|سيط|صف|دع|اجه|اصل)/;
