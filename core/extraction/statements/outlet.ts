import type { Block } from './block.ts';
import type { ReadSubject } from './subject.ts';
import * as words from './words.ts';

/** Those spoken to who are a paper, a channel or an agency; journalists in general are not. */
export function outletOf(
  block: Block,
  outlet: ReadSubject['outlet'],
): { first: number; last: number } | null {
  if (outlet === null) return null;
  const bare = block.tokens[outlet.first]?.bare ?? '';
  const mention = block.names[block.nameAt[outlet.first] ?? -1]?.mention;
  if (mention !== undefined) return mention.kind === 'organisation' ? outlet : null;
  return audience.test(bare) || (outlet.first === outlet.last && bare.length < 6) ? null : outlet;
}

const audience = /^لل?(?:ل?صحفيين|صحافيين|إعلاميين|إعلام|اعلام|وسائل|صحف)$/;

/** «نقلاً عن ...» or «لصحيفة ...» between a verb and what is said. */
export function sourceWithin(
  block: Block,
  from: number,
  to: number,
): { first: number; last: number } | null {
  for (let at = from + 1; at < to; at += 1) {
    const token = block.tokens[at];
    if (token === undefined) return null;
    const isOutlet = (words.wordClass(token.bare) & words.recipient) !== 0;
    if (!isOutlet || token.bare.length < 6 || audience.test(token.bare)) continue;
    let last = at;
    const name = block.nameAt[at + 1] ?? -1;
    if (name >= 0) last = Math.min(block.names[name]?.last ?? at, to - 1);
    else if (at + 1 < to && block.tokens[at + 1]?.kind !== 'mark') last = at + 1;
    return { first: at, last };
  }
  return null;
}
