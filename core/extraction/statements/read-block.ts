import type { Token } from '../../arabic/tokenize.ts';
import type { NameMention, StatementMedium } from '../mentions.ts';
import { readAttribution } from './attribution-cues.ts';
import { contentSpan, sourceSpan, spanOf, spanOfName } from './block-spans.ts';
import type { BlockSpan } from './block-spans.ts';
import { createBlock } from './block.ts';
import type { Block } from './block.ts';
import { readBareQuotation, readColon } from './colon-cues.ts';
import type { Agreement } from './conjugation.ts';
import { boundContents } from './content.ts';
import type { BoundedCue, Construction, Cue } from './cue.ts';
import { readMasdar } from './masdar-cues.ts';
import { readPaper } from './paper-cues.ts';
import { readParticiple } from './participle-cues.ts';
import { reportingForm, unmarkedForm } from './reporting-verbs.ts';
import { sentenceSubjects } from './sentence-subjects.ts';
import type { SentenceSubject } from './sentence-subjects.ts';
import { subjectAfter } from './subject.ts';
import type { Subject } from './subject.ts';
import { readVerb } from './verb-cues.ts';

/** Who a block says is speaking; `dropped` is for the walk over all blocks to resolve. */
export type BlockSpeaker =
  | { kind: 'name'; span: BlockSpan; source: 'explicit' | 'title' }
  | { kind: 'phrase'; span: BlockSpan; source: 'explicit' | 'title' | 'unnamed' | 'collective' }
  | {
      kind: 'dropped';
      pronoun: boolean;
      /** First named person or organisation of the same sentence before the cue. */
      sentenceSubject: SentenceSubject | null;
    }
  | { kind: 'nobody' };

/** A statement as far as its own line tells. */
export interface BlockStatement {
  construction: Construction;
  lemma: string;
  cue: BlockSpan;
  content: BlockSpan;
  speaker: BlockSpeaker;
  direct: boolean;
  agreement: Agreement | null;
  continues: boolean;
  medium: StatementMedium | null;
  through: BlockSpan | null;
  sentence: number;
}

/** All that one block says by itself. It hangs on nothing but the block's words and the names in it. */
export interface BlockReading {
  statements: readonly BlockStatement[];
  /** Of each sentence that has one, the first person or organisation that no preposition governs. */
  subjects: readonly SentenceSubject[];
  /** The line ends with a colon, so that the next one may be a quotation of its speaker. */
  announces: boolean;
}

/**
 * Reads one line. `base` and `nameBase` are what is taken off the offsets of tokens and of names to count from the line's
 * start.
 */
export function readBlock(
  tokens: readonly Token[],
  names: readonly NameMention[],
  base: number,
  nameBase: number,
): BlockReading {
  const block = createBlock(tokens, names, nameBase - base);
  const cues = findCues(block);
  const subjects = sentenceSubjects(block, base);
  const announces = tokens.at(-1)?.surface === ':';
  if (cues.length === 0) return { statements: [], subjects, announces };
  const bounded = boundContents(block, cues);
  const statements = bounded.map((found) => asStatement(block, found, base, subjects));
  return {
    statements,
    subjects: subjects.filter(
      ({ span }) =>
        !statements.some(({ content }) => content.start <= span.start && span.end <= content.end),
    ),
    announces,
  };
}

/** Places that report, in order of their clauses. */
function findCues(block: Block): Cue[] {
  const cues: Cue[] = [];
  const { tokens } = block;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    const quotation = block.quotations[block.quotationAt[at] ?? -1];
    if (quotation !== undefined && (quotation.words > 3 || quotation.open !== at)) {
      if (quotation.open === at) {
        const alone = readBareQuotation(block, block.quotationAt[at] ?? -1);
        if (alone !== null && !isClaimed(cues, alone)) cues.push(alone);
      }
      at = quotation.next - 1;
      continue;
    }
    const cue = readCue(block, at);
    if (cue === null) continue;
    const last = cues.at(-1);
    if (last !== undefined && isClaimed(cues, cue)) {
      if (cue.construction === 'quotation-first' && last.construction === 'bare-quotation')
        cues.pop();
      else continue;
    }
    cues.push(cue);
    // «حسبما أعلن»: the verb belongs to the attribution.
    if (cue.construction === 'attribution') at = Math.max(at, cue.last);
  }
  return cues;
}

function readCue(block: Block, at: number): Cue | null {
  const token = block.tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'mark') return token.surface === ':' ? readColon(block, at) : null;
  if (token.kind !== 'arabic') return null;
  const paper = readPaper(block, at);
  if (paper !== null) return paper;
  const form = reportingForm(token.bare) ?? withShadda(token);
  if (form !== undefined) {
    if (isWithinName(block, at)) return null;
    return form.aspect === 'participle'
      ? readParticiple(block, at, form)
      : readVerb(block, at, form);
  }
  return readMasdar(block, at) ?? readAttribution(block, at) ?? readUnmarked(block, at);
}

/** «وبين المتحدث أن»: at the head of a sentence, with a speaker and a clause close by. */
function readUnmarked(block: Block, at: number): Cue | null {
  if (at !== block.sentenceStart[at]) return null;
  const form = unmarkedForm(block.tokens[at]?.bare ?? '');
  const cue = form === undefined ? null : readVerb(block, at, form);
  if (cue === null || cue.contentFrom > at + 16) return null;
  return cue.subject.kind === 'name' || cue.subject.kind === 'phrase' ? cue : null;
}

/** بيّن is a verb only where its shadda is written. */
function withShadda(token: Token): ReturnType<typeof reportingForm> {
  if (token.surface === token.bare || !/^[وف]?بي\u064e?\u0651/.test(token.surface))
    return undefined;
  return unmarkedForm(token.bare);
}

function isWithinName(block: Block, at: number): boolean {
  return (block.nameAt[at] ?? -1) >= 0;
}

/** The same words are not what two cues bring. */
function isClaimed(cues: readonly Cue[], cue: Cue): boolean {
  for (let index = cues.length - 1; index >= Math.max(0, cues.length - 3); index -= 1) {
    const other = cues[index];
    if (other !== undefined && cue.contentFrom >= 0 && other.contentFrom === cue.contentFrom)
      return true;
  }
  return false;
}

function asStatement(
  block: Block,
  { cue, from, to }: BoundedCue,
  base: number,
  subjects: readonly SentenceSubject[],
): BlockStatement {
  const sentence = block.sentenceStart[cue.first] ?? 0;
  const span = spanOf(block, cue.first, cue.last, base);
  return {
    construction: cue.construction,
    lemma: cue.lemma,
    cue: { start: span.start + cue.lead, end: span.end },
    content: contentSpan(block, cue, from, to, base),
    speaker: asSpeaker(
      block,
      cue,
      base,
      subjects.find((each) => each.sentence === sentence) ?? null,
    ),
    direct: cue.direct,
    agreement: cue.agreement,
    continues: cue.continues,
    medium: cue.medium,
    through: cue.through === null ? null : sourceSpan(block, cue.through, base),
    sentence,
  };
}

/** «نشرت وسائل إعلام صورة قالت إنها»: who the verb at the head of the sentence has for its subject. */
function unnamedSubject(block: Block, cue: Cue, base: number): SentenceSubject | null {
  const sentence = block.sentenceStart[cue.first] ?? 0;
  const form = reportingForm(block.tokens[sentence]?.bare ?? '');
  if (form === undefined || form.aspect === 'participle' || sentence >= cue.first) return null;
  const { subject } = subjectAfter(block, sentence + 1, cue.first, form.verb, form);
  if (subject.kind !== 'phrase' || subject.source === 'explicit') return null;
  return { span: sourceSpan(block, subject, base), kind: 'organisation', sentence };
}

function asSpeaker(
  block: Block,
  cue: Cue,
  base: number,
  sentenceSubject: SentenceSubject | null,
): BlockSpeaker {
  const { subject }: { subject: Subject } = cue;
  const cueStart = (block.tokens[cue.first]?.start ?? 0) - base;
  switch (subject.kind) {
    case 'name': {
      const name = block.names[subject.name];
      if (name === undefined) return { kind: 'nobody' };
      return {
        kind: 'name',
        span: spanOfName(block, name.first, name.last, name.mention, base),
        source: subject.source,
      };
    }
    case 'phrase':
      return {
        kind: 'phrase',
        span: sourceSpan(block, subject, base),
        source: subject.source,
      };
    case 'dropped':
      return {
        kind: 'dropped',
        pronoun: subject.pronoun,
        sentenceSubject:
          sentenceSubject !== null && sentenceSubject.span.end <= cueStart
            ? sentenceSubject
            : unnamedSubject(block, cue, base),
      };
    case 'nobody':
      return subject;
  }
}
