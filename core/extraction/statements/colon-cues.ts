import type { Block } from './block.ts';
import { openingAt } from './complement-kinds.ts';
import type { Cue } from './cue.ts';
import { mediumWithin } from './medium.ts';
import { phrase, withoutProclitic } from './noun-phrase.ts';
import { reportingForm } from './reporting-verbs.ts';
import { dropped, subjectAfter } from './subject.ts';
import type { Subject } from './subject.ts';
import * as words from './words.ts';

/** A speaker, a colon, and what is said, without a verb: headlines, and quotations after a name. */
export function readColon(block: Block, at: number): Cue | null {
  const { tokens } = block;
  const sentence = block.sentenceStart[at] ?? 0;
  const start = afterPause(block, sentence, at);
  const end = block.sentenceEnd[at] ?? tokens.length;
  if (at === start || at - start > 12 || at + 2 >= tokens.length) return null;
  const quotation = openingAt(block, at + 1);
  const isHeadline =
    tokens.length <= 40 && sentence === 0 && (block.sentenceEnd[tokens.length - 1] ?? 0) === end;
  if (quotation < 0 && !isHeadline) return null;
  for (let before = start; before < at; before += 1) {
    const token = tokens[before];
    if (token === undefined || token.surface === ':' || token.kind === 'number') return null;
    const form = reportingForm(token.bare);
    if (form !== undefined && form.aspect !== 'participle') return null;
  }
  const subject = speakerAt(block, start, at, quotation >= 0);
  if (subject === null) return null;
  return {
    construction: 'headline',
    lemma: ':',
    first: at,
    last: at,
    lead: 0,
    opensAt: start,
    opens: true,
    contentFrom: block.quotations[quotation]?.from ?? at + 1,
    contentEnd: block.quotations[quotation]?.close ?? -1,
    direct: quotation >= 0,
    subject,
    agreement: null,
    continues: false,
    medium: mediumWithin(block, start, at),
    through: null,
  };
}

/** A headline's second part: «... في المدينة.. والوزير: ...». */
function afterPause(block: Block, start: number, colon: number): number {
  for (let at = colon - 1; at > start + 1; at -= 1)
    if (block.tokens[at]?.surface === '.' && block.tokens[at - 1]?.surface === '.') return at + 1;
  return start;
}

function speakerAt(block: Block, start: number, colon: number, isQuoted: boolean): Subject | null {
  let from = start;
  while (from < colon && block.tokens[from]?.kind === 'mark') from += 1;
  const first = block.tokens[from];
  if (first === undefined || from >= colon) return null;
  const kind = words.wordClass(withoutProclitic(first.bare));
  const hasHead = (kind & (words.personHead | words.unnamedHead | words.organisationHead)) !== 0;
  const found = block.names[block.nameAt[from] ?? -1];
  if (found === undefined && !hasHead) return null;
  if (found?.mention.kind === 'other') return null;
  // «تونس: ...» is where it happened, not who said it.
  if (found?.mention.kind === 'place' && !isQuoted) return null;
  if (labels.has(first.bare)) return null;
  const read = subjectAfter(block, from, colon, null);
  if (read.subject.kind === 'dropped') return null;
  return read.subject.kind === 'phrase'
    ? phrase(block, read.subject.first, read.subject.last)
    : read.subject;
}

/** Words before a colon that name a field, not a speaker. */
const labels: ReadonlySet<string> = new Set([
  'المصدر',
  'مصدر',
  'الكاتب',
  'كاتب',
  'المصادر',
  'مراسل',
  'مراسلة',
  'عدد',
  'المكان',
]);

/** A sentence that is a quotation and nothing else goes on with the last speaker's words. */
export function readBareQuotation(block: Block, index: number): Cue | null {
  const quotation = block.quotations[index];
  if (quotation === undefined || quotation.words < 6) return null;
  const start = block.sentenceStart[quotation.open] ?? 0;
  const end = block.sentenceEnd[quotation.close - 1] ?? block.tokens.length;
  if (quotation.open > start || end > quotation.next + 1) return null;
  return {
    construction: 'bare-quotation',
    lemma: '«»',
    first: quotation.open,
    last: quotation.open,
    lead: 0,
    opensAt: quotation.open,
    opens: true,
    contentFrom: quotation.from,
    contentEnd: quotation.close,
    direct: true,
    subject: dropped,
    agreement: null,
    continues: true,
    medium: null,
    through: null,
  };
}
