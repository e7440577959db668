import { isAttachedBeh } from './attached-beh.ts';
import type { Block } from './block.ts';
import { isComma } from './circumstances.ts';
import {
  afterColon,
  afterParticle,
  afterPreposition,
  isContent,
  isDirectlyQuoted,
  isWholeContent,
  openingAt,
  quoted,
} from './complement-kinds.ts';
import type { FoundComplement } from './complement-kinds.ts';
import { mediumWithin } from './medium.ts';
import { isQuotationMark } from './quotation-marks.ts';
import { reportingForm, takesPreposition } from './reporting-verbs.ts';
import type { ReportingVerb } from './reporting-verbs.ts';
import * as words from './words.ts';

/** What follows a verb: the first particle, preposition, colon or quotation that can bring what is said. */
export function complementAfter(
  block: Block,
  from: number,
  end: number,
  verb: ReportingVerb,
): FoundComplement | null {
  const { tokens } = block;
  const stop = Math.min(end, from + reach);
  let depth = 0;
  for (let at = from; at < stop; at += 1) {
    const token = tokens[at];
    if (token === undefined) return null;
    if (token.kind === 'mark') {
      if (token.surface === '(') depth += 1;
      else if (token.surface === ')') depth = Math.max(0, depth - 1);
      else if (token.surface === ':' && depth === 0)
        return verb.strict ? null : afterColon(block, at, end);
      else if (token.surface === '؛') return null;
      else if (isComma(block, at) && contrasts.test(tokens[at + 1]?.bare ?? '')) return null;
      else if (isComma(block, at) && isRelative(block, at + 1)) at = endOfRelative(block, at, stop);
      else if (isQuotationMark(token)) {
        const index = block.quotationAt[at] ?? -1;
        const quotation = block.quotations[index];
        if (quotation === undefined || quotation.open !== at) continue;
        const isNext = at === from + 1 && isRetold(tokens[from]?.bare ?? '');
        const isSaid = isNext && quotation.words >= 2 && verb.complements.has('clause');
        if (!verb.strict && (isSaid || isContent(block, index, at, verb, stop)))
          return quoted(block, at, index);
        at = quotation.next - 1;
      }
      continue;
    }
    if (depth > 0) continue;
    const name = block.nameAt[at] ?? -1;
    if (name >= 0) {
      at = block.names[name]?.last ?? at;
      continue;
    }
    const kind = words.wordClass(token.bare);
    if ((kind & words.complementizer) !== 0) {
      const leader = tokens[at - 1]?.bare ?? '';
      const isSaid = token.bare.startsWith('إن') && leader !== 'حيث';
      const isOther = subordinators.test(leader) && !takesPreposition(verb, leader);
      if (isOther && !isSaid) continue;
      const isAttached = verb.complements.has('ب') && token.bare.startsWith('ب');
      if (verb.complements.has('clause') || isAttached || isDirectlyQuoted(block, at + 1))
        return afterParticle(block, at, kind);
      if (verb.relays) return afterParticle(block, at, kind);
      return null;
    }
    const isOwn = token.bare !== 'ب' && takesPreposition(verb, token.bare);
    if (isOwn && !isAdverbial(block, at)) {
      const isOrigin = token.bare === 'من' && at <= from + 1 && hasLaterFrom(block, at, stop);
      if (!isOrigin) return afterPreposition(block, at);
    } else if (verb.complements.has('ب') && isAttachedBeh(block, at)) {
      // «وصفت الصحيفة المعروفة بالدقة السد بأنه قديم»: the clause is what is said.
      const clause = laterClause(block, at, stop);
      if (clause >= 0)
        return afterParticle(block, clause, words.wordClass(tokens[clause]?.bare ?? ''));
      const index = token.bare === 'ب' ? openingAt(block, at + 1) : -1;
      if (index >= 0 && isWholeContent(block, index)) return quoted(block, at, index);
      return { kind: 'noun', at, contentFrom: at, quotation: -1 };
    }
    const written = at > from ? reportingForm(token.bare) : undefined;
    // عبر is the preposition here.
    const form = written?.verb.strict === true ? undefined : written;
    if (form?.verb.lemma === 'قال' && form.aspect === 'present' && !form.joined && verb.weak)
      return isBridge(block, from, at, verb) ? afterBridge(block, at, end) : null;
    if (form !== undefined && form.aspect !== 'participle') {
      if (isClauseHead(block, at) || tokens[at - 1]?.bare === 'ما') return null;
    }
    if (form !== undefined && (form.joined || form.aspect === 'participle')) {
      if (form.aspect === 'participle' && isComma(block, at - 1)) {
        const close = closeOfAside(block, at, stop);
        if (close > at) {
          at = close;
          continue;
        }
      }
      if (form.aspect === 'participle' && form.verb.lemma === 'قال')
        return isBridge(block, from, at, verb) ? afterBridge(block, at, end) : null;
      const isApart = form.joined || isComma(block, at - 1);
      if (form.aspect !== 'participle' || isApart || token.bare.endsWith('ا')) return null;
    }
  }
  return verb.lemma === 'دعا' ? forPurpose(block, from, stop) : null;
}

const contrasts = /^(?:فيما|بينما|و?لكن)$/;

/** «قال فيها», «يقول فيه»: the pronoun of a relative clause between a verb and its quotation. */
function isRetold(bare: string): boolean {
  return /^(?:في|خلال|ب)(?:ه|ها|هم|هما)$/.test(bare);
}

/** بأن of the same clause after a noun with ب; -1 for none. */
function laterClause(block: Block, from: number, stop: number): number {
  for (let at = from + 1; at < Math.min(stop, from + 10); at += 1) {
    const token = block.tokens[at];
    if (token === undefined || openingAt(block, at) >= 0) return -1;
    if (token.bare.startsWith('بأن') && (words.wordClass(token.bare) & words.complementizer) !== 0)
      return at;
    if (reportingForm(token.bare) !== undefined || token.surface === ':') return -1;
    if ((words.wordClass(token.bare) & (words.complementizer | words.relative)) !== 0) return -1;
  }
  return -1;
}

/** Words of a cue reach at most so far to their complement. */
const reach = 45;

/** «دعا السكان لتوخي الحذر»: ل in place of إلى. */
function forPurpose(block: Block, from: number, stop: number): FoundComplement | null {
  for (let at = from; at < stop; at += 1) {
    const token = block.tokens[at];
    if (token === undefined || token.surface === '،' || token.surface === ',') return null;
    if (!/^لل?\p{L}{3,}$/u.test(token.bare) || (block.nameAt[at] ?? -1) >= 0) continue;
    if (words.wordClass(token.bare) !== 0) continue;
    return { kind: 'noun', at, contentFrom: at, quotation: -1 };
  }
  return null;
}

/** «، رافضا الكشف عن اسمه، إن»: the comma after a participle, where the particle still comes; -1 where it does not. */
function closeOfAside(block: Block, from: number, stop: number): number {
  for (let at = from + 1; at < Math.min(stop, from + 14); at += 1) {
    const bare = block.tokens[at]?.bare ?? '';
    if ((words.wordClass(bare) & words.complementizer) !== 0) return -1;
    const next = words.wordClass(block.tokens[at + 1]?.bare ?? '');
    if (isComma(block, at)) return (next & words.complementizer) !== 0 ? at : -1;
  }
  return -1;
}

/** A finite verb here begins another clause. */
function isClauseHead(block: Block, at: number): boolean {
  const kind = words.wordClass(block.tokens[at - 1]?.bare ?? '');
  return isComma(block, at - 1) || (kind & words.connector) !== 0;
}

/** No other report stands in between, and the verb has not brought its own complement before a comma. */
function isBridge(block: Block, from: number, to: number, verb: ReportingVerb): boolean {
  const takesOther = [...verb.complements].some((each) => each !== 'clause');
  if (takesOther && isComma(block, to - 1)) return false;
  for (let at = from; at < to; at += 1)
    if (reportingForm(block.tokens[at]?.bare ?? '') !== undefined) return false;
  return true;
}

/** What قائلا brings is what the verb before it reports: «وعلق الوزير قائلا: ...». */
function afterBridge(block: Block, at: number, end: number): FoundComplement | null {
  const next = block.tokens[at + 1];
  if (next === undefined || at + 1 >= end) return null;
  const kind = words.wordClass(next.bare);
  let found: FoundComplement | null = null;
  if (next.surface === ':') found = afterColon(block, at + 1, end);
  else if ((kind & words.complementizer) !== 0) found = afterParticle(block, at + 1, kind);
  else if (openingAt(block, at + 1) >= 0) found = quoted(block, at + 1, openingAt(block, at + 1));
  return found === null ? null : { ...found, bridged: true };
}

function isRelative(block: Block, at: number): boolean {
  return (words.wordClass(block.tokens[at]?.bare ?? '') & words.relative) !== 0;
}

/** The comma that closes «، التي أعدها فريق من ...،»; the same place where none does. */
function endOfRelative(block: Block, comma: number, stop: number): number {
  let hasReport = false;
  for (let at = comma + 2; at < stop; at += 1) {
    if (isComma(block, at)) return at;
    const bare = block.tokens[at]?.bare ?? '';
    const form = reportingForm(bare);
    if (form !== undefined && !form.verb.weak) hasReport = true;
    // A particle that no verb of the relative clause asks for is the main verb's.
    if ((words.wordClass(bare) & words.complementizer) !== 0 && !hasReport) return at - 1;
  }
  return comma;
}

/** With these أن opens another clause: بعد أن. */
const subordinators =
  /^(?:بعد|قبل|منذ|دون|بدون|رغم|حتى|إلا|لولا|بمجرد|وبعد|وقبل|لا|غير|يمكن|يجب|حيث|كون|بحيث|علما|خاصة|خصوصا|طالما|مع|بما|كما|ومع|سبق|الممكن|المقرر|المتوقع|المنتظر|المرجح|الضروري|المفترض|يعني|تعني|يبدو|معناه|تبين|اتضح|يعلم|يعلمون|من|في|عن|على)$/;

/** A preposition that does not bring what is said: على هامش، على صفحته. */
function isAdverbial(block: Block, at: number): boolean {
  if (adverbials.test(block.tokens[at + 1]?.bare ?? '')) return true;
  return block.tokens[at]?.bare === 'على' && mediumWithin(block, at - 3, at) !== null;
}

const adverbials =
  /^(?:هامش|صفحته|صفحتها|حسابه|حسابها|صفحة|حساب|تويتر|فيسبوك|موقع|موقعه|موقعها|شاشة|حد|لسان|متن|الهواء|الإنترنت|ذلك|سؤال|طريق|خلفية|جانبه|جهته|جهتها|جانبها|ناحيته|خلال|قبل|جهة|جانب|انستغرام|إنستغرام|مواقع|الأقل|مدى)$/;

/** Of two من the later one brings what is said, where it is followed by أن: «حذر مسؤول من الوزارة من أن». */
function hasLaterFrom(block: Block, at: number, stop: number): boolean {
  for (let next = at + 2; next < Math.min(stop, at + 12); next += 1) {
    const isBefore =
      (words.wordClass(block.tokens[next + 1]?.bare ?? '') & words.complementizer) !== 0;
    if (block.tokens[next]?.bare === 'من' && isBefore) return true;
  }
  for (let next = at + 2; next < Math.min(stop, at + 7); next += 1) {
    const token = block.tokens[next];
    if (token === undefined || token.kind === 'mark') return false;
    if (token.bare === 'من') return true;
  }
  return false;
}
