import { isRecipientName } from './block.ts';
import type { Block } from './block.ts';
import { isComma } from './circumstances.ts';
import type { Subject } from './subject.ts';
import * as words from './words.ts';

/**
 * The name that is a verb's subject between `from` and `soft`, where the core of the noun phrase ends; `hard` is where its
 * clause does. Null where no name stands there or the one there belongs to somebody else.
 */
export function nameWithin(
  block: Block,
  from: number,
  soft: number,
  hard: number,
): { subject: Subject; next: number } | null {
  const { tokens } = block;
  let best = -1;
  for (let at = from; at < soft; at += 1) {
    const name = block.nameAt[at] ?? -1;
    if (name < 0) continue;
    const { mention, last } = block.names[name] ?? { mention: undefined, last: at };
    if (mention === undefined) continue;
    const isFirst = best < 0;
    const before = block.names[best]?.mention;
    const hasProclitic = at > from && block.names[name]?.proclitic !== '';
    if (hasProclitic && isFirst && mention.kind !== 'person') {
      // «المتحدث باسم ...»: the office holds the name.
    } else if (hasProclitic && !isFirst) break;
    else if (mention.kind === 'person') {
      if (before?.kind === 'person' && !before.nominal) break;
      best = name;
      if (!mention.nominal) break;
    } else if (isFirst) best = name;
    at = last;
  }
  const head = words.wordClass(tokens[from]?.bare ?? '');
  if (best >= 0 && isOfOthers(block, from, best)) return null;
  const isOfficer = (head & (words.personHead | words.unnamedHead)) !== 0;
  const found = block.names[best];
  if (found?.mention.kind === 'person') {
    if (found.mention.nominal) {
      const apposed = apposition(block, found.last + 1, hard);
      if (apposed !== null) return apposed;
    }
    return asName(block, best);
  }
  if (isOfficer) {
    const later = personAfterSoft(block, soft, hard) ?? apposition(block, hard, tokens.length);
    return later;
  }
  if (found === undefined) return null;
  // A noun phrase that only mentions the name further on is not its bearer.
  if (found.first > from && (head & words.organisationHead) === 0 && found.mention.title === null)
    return null;
  return asName(block, best);
}

function asName(block: Block, name: number): { subject: Subject; next: number } {
  const found = block.names[name];
  return {
    subject: { kind: 'name', name, source: found?.mention.nominal === true ? 'title' : 'explicit' },
    next: afterCoordinated(block, found?.last ?? 0),
  };
}

/** «الرئيس السوري، أحمد ...، إن»: the name between commas after an office. */
function apposition(
  block: Block,
  comma: number,
  end: number,
): { subject: Subject; next: number } | null {
  if (!isComma(block, comma) || comma + 1 >= end) return null;
  const name = block.nameAt[comma + 1] ?? -1;
  const mention = block.names[name]?.mention;
  if (mention?.kind !== 'person' || mention.nominal) return null;
  if (block.names[name]?.proclitic !== '') return null;
  return asName(block, name);
}

/** «الباحث في جامعة ... سامي ...»: the person's own name after the place of work. */
function personAfterSoft(
  block: Block,
  soft: number,
  hard: number,
): { subject: Subject; next: number } | null {
  const opener = block.tokens[soft]?.bare;
  if (opener !== 'في' && opener !== 'لدى' && opener !== 'من' && opener !== 'بشؤون') return null;
  for (let at = soft + 1; at < hard; at += 1) {
    const name = block.nameAt[at] ?? -1;
    if (name < 0) {
      const kind = words.wordClass(block.tokens[at]?.bare ?? '');
      if ((kind & (words.recipient | words.relative)) !== 0) return null;
      if ((kind & words.softEnd) !== 0 && block.tokens[at]?.bare !== 'في') return null;
      continue;
    }
    const found = block.names[name];
    if (found === undefined || isRecipientName(block, name)) return null;
    if (found.mention.kind === 'person' && !found.mention.nominal && found.proclitic === '')
      return asName(block, name);
    at = found.last;
  }
  return null;
}

/** «أكدت تونس وليبيا»: past the names joined to the first. */
function afterCoordinated(block: Block, last: number): number {
  let next = last + 1;
  for (;;) {
    const found = block.names[block.nameAt[next] ?? -1];
    if (found === undefined || found.first !== next || found.proclitic !== 'و') return next;
    next = found.last + 1;
  }
}

/** «أسرة سامي», «محامي سامي», «سلطات تونس»: somebody else, told apart by the name. */
export function isOfOthers(block: Block, from: number, name: number): boolean {
  const found = block.names[name];
  if (found === undefined || found.first !== from + 1 || found.proclitic !== '') return false;
  const bare = block.tokens[from]?.bare ?? '';
  if (found.mention.kind === 'person') return others.test(bare);
  return found.mention.kind === 'place' && bodies.test(bare);
}

const others =
  /^(?:أسرة|عائلة|حملة|حكومة|إدارة|قوات|أنصار|محامي|محامية|محامو|والد|والدة|زوجة|زوج|ابن|ابنة|نجل|شقيق|شقيقة|وكيل|مدير|مديرة|مكتب|فريق|أقارب|أصدقاء|مقربون)$/;

const bodies =
  /^(?:سلطات|حكومة|شرطة|بلدية|خارجية|داخلية|صحة|محافظ|حاكم|عمدة|رئيس|رئيسة|وزير|ملك|أمير|مسؤولو|سكان|أهالي|ولاية|جيش|قضاء)$/;
