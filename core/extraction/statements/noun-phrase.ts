import type { Block } from './block.ts';
import { isQuotationMark } from './quotation-marks.ts';
import type { ReportingVerb } from './reporting-verbs.ts';
import type { Subject } from './subject.ts';
import * as words from './words.ts';

/** A subject that no name covers: the head, what it is annexed to, and definite words after it. */
export function phraseFrom(
  block: Block,
  from: number,
  soft: number,
  verb: ReportingVerb | null,
): { subject: Subject; next: number } {
  const { tokens } = block;
  let last = from;
  if (verb !== null && verb.complements.has('object')) {
    for (let at = from + 1; at < soft; at += 1) {
      const token = tokens[at];
      if (token === undefined) break;
      const index = block.quotationAt[at] ?? -1;
      const quotation = block.quotations[index];
      if (quotation !== undefined && quotation.open === at && quotation.words < 4) {
        at = quotation.next - 1;
        last = at;
        continue;
      }
      const isPart =
        token.kind === 'mark' ||
        token.bare.startsWith('ال') ||
        token.bare.startsWith('لل') ||
        token.bare === 'لكرة' ||
        reflexives.has(token.bare) ||
        token.bare === 'باسم' ||
        (words.wordClass(token.bare) & (words.personHead | words.organisationHead)) !== 0 ||
        (block.nameAt[at] ?? -1) >= 0 ||
        isSecondAdjective(tokens[at - 1]?.bare ?? '', token.bare) ||
        (at === from + 1 && !tokens[from]?.bare.startsWith('ال') && isHead(tokens[from]?.bare));
      if (!isPart) break;
      last = at;
    }
  } else last = endOfCore(block, from, soft);
  while (last > from && tokens[last]?.kind === 'mark' && !isQuotationMark(tokens[last])) last -= 1;
  return { subject: phrase(block, from, last), next: last + 1 };
}

/** A noun phrase as a speaker; what kind follows from its head. */
export function phrase(block: Block, first: number, last: number): Subject {
  let head = first;
  while (head < last && block.tokens[head]?.kind === 'mark') head += 1;
  const kind = words.wordClass(withoutProclitic(block.tokens[head]?.bare ?? ''));
  const isDefinite = (kind & words.definite) !== 0;
  if ((kind & words.collectiveHead) !== 0)
    return { kind: 'phrase', first, last, source: 'collective' };
  if ((kind & words.unnamedHead) !== 0 && !((kind & words.personHead) !== 0 && isDefinite))
    return { kind: 'phrase', first, last, source: 'unnamed' };
  if ((kind & words.personHead) !== 0) {
    const isOffice = isDefinite || (head < last && isAnnexed(block, head + 1));
    return { kind: 'phrase', first, last, source: isOffice ? 'title' : 'unnamed' };
  }
  if ((kind & words.paperHead) !== 0) return { kind: 'phrase', first, last, source: 'unnamed' };
  if ((kind & words.organisationHead) !== 0)
    return { kind: 'phrase', first, last, source: 'collective' };
  if (first === last && hasPronoun.test(block.tokens[head]?.bare ?? ''))
    return { kind: 'phrase', first, last, source: 'unnamed' };
  const isGroup = head < last && isPlural(block, head) && isPlural(block, head + 1);
  return { kind: 'phrase', first, last, source: isGroup ? 'unnamed' : 'explicit' };
}

/** The token before the soft end; after a name in quotation marks only definite words go on. */
function endOfCore(block: Block, from: number, soft: number): number {
  for (let at = from + 1; at < soft; at += 1) {
    const quotation = block.quotations[block.quotationAt[at] ?? -1];
    if (quotation === undefined || quotation.open !== at || quotation.words > 4) continue;
    let last = quotation.next - 1;
    while (last + 1 < soft && block.tokens[last + 1]?.bare.startsWith('ال') === true) last += 1;
    return Math.min(last, soft - 1);
  }
  return soft - 1;
}

/** «مصادر أمنية وطبية»: an adjective joined to one of the same ending. */
function isSecondAdjective(before: string, bare: string): boolean {
  const ending = /^و\p{L}{2,}(ية|يين|يون|ي|ين|ون)$/u.exec(bare)?.[1];
  return ending !== undefined && before.endsWith(ending);
}

const reflexives: ReadonlySet<string> = new Set([
  'ذاته',
  'ذاتها',
  'نفسه',
  'نفسها',
  'عينه',
  'عينها',
]);

function isHead(bare: string | undefined): boolean {
  return (
    (words.wordClass(bare ?? '') &
      (words.personHead | words.organisationHead | words.unnamedHead | words.paperHead)) !==
    0
  );
}

/** «رئيس النادي», «مدرب ...» with a name; «مسؤول أميركي», «متحدث باسم» stay open. */
function isAnnexed(block: Block, at: number): boolean {
  const bare = block.tokens[at]?.bare ?? '';
  if (bare.startsWith('ال')) return true;
  return !/(?:ي|ية|ى)$|^(?:باسم|سابق|سابقة|كبير|بارز|بارزة|آخر|أخرى|في|من|رفيع|مقرب|محلي|كبيرة)$/.test(
    bare,
  );
}

function isPlural(block: Block, at: number): boolean {
  return /^(?!ال)\p{L}{2,}(?:ون|ين|ات)$/u.test(block.tokens[at]?.bare ?? '');
}

/** The word without و or ف where only then it is a known one. */
export function withoutProclitic(bare: string): string {
  if (words.wordClass(bare) !== 0) return bare;
  const rest = bare.slice(1);
  if (/^[وف]/.test(bare) && words.wordClass(rest) !== 0) return rest;
  return bare;
}

/** «ابنتهما», «محاميه»: told by whose they are. */
const hasPronoun = /^(?!ال)\p{L}{2,}(?:ه|ها|هم|هما)$/u;
