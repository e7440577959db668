import type { Block } from './block.ts';
import { quotationEnd } from './complement-kinds.ts';
import { complementAfter } from './complement.ts';
import type { Cue } from './cue.ts';
import { mediumWithin } from './medium.ts';
import { phrase } from './noun-phrase.ts';
import type { ReportingVerb } from './reporting-verbs.ts';
import type { Subject } from './subject.ts';
import * as words from './words.ts';

/** «وجاء في البيان: ...», «ورد في تقرير للهيئة أن»: a paper speaks, or whoever it is named after. */
export function readPaper(block: Block, at: number): Cue | null {
  const proclitic = verbs.get(block.tokens[at]?.bare ?? '');
  if (proclitic === undefined || !/^(?:في|على)$/.test(block.tokens[at + 1]?.bare ?? ''))
    return null;
  const end = block.sentenceEnd[at] ?? block.tokens.length;
  const first = at + 2;
  const head = words.wordClass(block.tokens[first]?.bare ?? '');
  if ((head & words.paperHead) === 0 && mediumWithin(block, first, first + 1) === null) return null;
  const complement = complementAfter(block, first + 1, end, paper);
  if (complement === null) return null;
  const before = block.tokens[at - 1]?.bare ?? '';
  return {
    construction: complement.kind === 'quotation' ? 'verb-quotation' : 'verb-clause',
    lemma: 'جاء في',
    first: at,
    last: at + 1,
    lead: proclitic.length,
    opensAt: before === 'كما' ? at - 1 : at,
    opens: true,
    contentFrom: complement.contentFrom,
    contentEnd: quotationEnd(block, complement),
    direct: complement.quotation >= 0,
    subject: authorOf(block, first, complement.at),
    agreement: null,
    continues: true,
    medium: mediumWithin(block, first, complement.at),
    through: null,
  };
}

/** Each form with what is written before it. */
const verbs: ReadonlyMap<string, string> = new Map(
  ['جاء', 'ورد'].flatMap((verb) => ['', 'و', 'ف'].map((each) => [each + verb, each] as const)),
);

const paper: ReportingVerb = {
  lemma: 'جاء في',
  complements: new Set(['clause']),
  continues: true,
  weak: false,
  relays: false,
  strict: false,
  finds: false,
};

/** The first name of those whose paper it is, else the paper itself. */
function authorOf(block: Block, first: number, end: number): Subject {
  let last = first;
  for (let at = first + 1; at < end; at += 1) {
    const token = block.tokens[at];
    if (token === undefined || token.kind === 'mark') break;
    const name = block.nameAt[at] ?? -1;
    const mention = block.names[name]?.mention;
    if (mention !== undefined && mention.kind !== 'place' && mention.kind !== 'other')
      return { kind: 'name', name, source: mention.nominal ? 'title' : 'explicit' };
    if ((words.wordClass(token.bare) & (words.softEnd | words.relative)) !== 0) break;
    last = at;
  }
  return phrase(block, first, last);
}
