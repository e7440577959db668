import type { Opener } from './attribution-cues.ts';
import type { Block } from './block.ts';
import { isComma } from './circumstances.ts';
import type { Cue } from './cue.ts';
import { withoutProclitic } from './noun-phrase.ts';
import { reportingForm, reportingFormWithObject } from './reporting-verbs.ts';
import { subjectAfter } from './subject.ts';
import type { ReadSubject, Subject } from './subject.ts';
import * as words from './words.ts';

interface Source {
  subject: Subject;
  lemma: string;
  cueLast: number;
  next: number;
  agreement: Cue['agreement'];
  through: Cue['through'];
}

/** The source that the words after an opener name; null where they name none. `at`: the opener. */
export function readSource(block: Block, at: number, opener: Opener, end: number): Source | null {
  const { tokens } = block;
  const next = tokens[at + 1]?.bare ?? '';
  if (opener.kind === 'limit') return readLimit(block, at, end);
  if (opener.kind === 'as') {
    // At the head of a sentence كما joins it to the one before.
    if (at === block.sentenceStart[at]) return null;
    const form = reportingFormWithObject(next);
    if (form === undefined || form.joined || form.aspect === 'participle' || form.verb.weak)
      return null;
    return readVerbSource(block, at + 1, end, true);
  }
  if (opener.kind === 'relayed') {
    if (next !== 'عن') return null;
    return sourceFrom(block, at + 2, end, opener.word + ' عن', at + 1, false);
  }
  if (opener.word.endsWith('ما')) return readVerbSource(block, at + 1, end, false);
  if (next === 'ما') return readVerbSource(block, at + 2, end, false);
  if (next === 'لما') return readVerbSource(block, at + 2, end, false);
  if (
    /^(?:تعبير|قول|وصف|رأي|تصريح|تصريحات|كلام|زعم|اعتقاد|مزاعم|رواية|تقدير|شهادة)(?:ه|ها|هم|هما|ته|تها)$/.test(
      next,
    )
  )
    return {
      subject: { kind: 'dropped', pronoun: true },
      lemma: opener.word,
      cueLast: at + 1,
      next: at + 2,
      agreement: null,
      through: null,
    };
  if (opener.word === 'استنادا') {
    if (next !== 'إلى') return null;
    return sourceFrom(block, at + 2, end, 'استنادا إلى', at + 1, true);
  }
  return sourceFrom(block, at + 1, end, opener.word, at, true);
}

/** على حد قول، على حد تعبيره، على لسان. */
function readLimit(block: Block, at: number, end: number): Source | null {
  const second = block.tokens[at + 1]?.bare ?? '';
  const third = block.tokens[at + 2]?.bare ?? '';
  if (second === 'لسان') return sourceFrom(block, at + 2, end, 'على لسان', at + 1, false);
  if (second !== 'حد') return null;
  if (/^(?:قول|تعبير|وصف|زعم)(?:ه|ها|هم|هما)$/.test(third))
    return {
      subject: { kind: 'dropped', pronoun: true },
      lemma: 'على حد',
      cueLast: at + 2,
      next: at + 3,
      agreement: null,
      through: null,
    };
  if (!/^(?:قول|تعبير|وصف|زعم)$/.test(third)) return null;
  return sourceFrom(block, at + 3, end, `على حد ${third}`, at + 2, false);
}

/** «بحسب ما ذكرته الوزارة», «كما قال الوزير». */
function readVerbSource(block: Block, verbAt: number, end: number, isAs: boolean): Source | null {
  const verb = block.tokens[verbAt]?.bare ?? '';
  if (verb === 'جاء' || verb === 'ورد') {
    let first = verbAt + 1;
    while (first < end && /^(?:في|على|ب)$/.test(block.tokens[first]?.bare ?? '')) first += 1;
    return sourceFrom(block, first, end, `ما ${verb}`, verbAt, false);
  }
  const form = reportingFormWithObject(verb);
  if (form === undefined || form.joined || form.aspect === 'participle') return null;
  if (
    /^(?:نشر|ذكر|نقل|أعلن|أورد)$/.test(verb) &&
    /^(?:في|من|على)$/.test(block.tokens[verbAt + 1]?.bare ?? '')
  )
    return sourceFrom(block, verbAt + 2, end, `ما ${verb}`, verbAt, false);
  const read = subjectAfter(block, verbAt + 1, end, null);
  if (isAs && hasClause(block, read.next, end)) return null;
  let { subject } = read;
  // «كما أبلغه شكر السلطات»: what follows is an object, not a source.
  if (
    isAs &&
    subject.kind === 'phrase' &&
    sourceHead(block.tokens[subject.first]?.bare ?? '') === 0
  )
    return null;
  if (subject.kind === 'dropped') subject = { kind: 'dropped', pronoun: true };
  else if (form.verb.relays) {
    const about =
      block.tokens[read.next]?.bare === 'عن' ? subjectAfter(block, read.next + 1, end, null) : null;
    if (about !== null && about.subject.kind !== 'dropped')
      return source(about, form.verb.lemma, verbAt, spanOf(block, read.subject));
  }
  return {
    subject,
    lemma: form.verb.lemma,
    cueLast: verbAt,
    next: read.next,
    agreement: form,
    through: read.outlet,
  };
}

/** What follows كما is a verb with its own content: a conjunction, not an attribution. */
function hasClause(block: Block, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) {
    if (isComma(block, at)) return false;
    const token = block.tokens[at];
    if (token === undefined) return false;
    if (token.surface === ':' || (words.wordClass(token.bare) & words.complementizer) !== 0)
      return true;
    if (/^(?:إلى|على|عن|من)$/.test(token.bare)) return true;
    if (block.quotationAt[at] !== -1) return true;
    const form = reportingForm(token.bare);
    if (form !== undefined) return false;
  }
  return false;
}

function sourceFrom(
  block: Block,
  from: number,
  end: number,
  lemma: string,
  cueLast: number,
  mustBeSource: boolean,
): Source | null {
  const { tokens } = block;
  let first = from;
  if (tokens[first]?.bare === 'ل' || tokens[first]?.bare === 'لـ') first += 1;
  if (first >= end) return null;
  const name = block.nameAt[first] ?? -1;
  const mention = block.names[name]?.mention;
  const head = sourceHead(tokens[first]?.bare ?? '');
  if (mention === undefined && mustBeSource && head === 0) return null;
  if (mention?.kind === 'other' || (mention?.kind === 'place' && mustBeSource)) return null;
  if (mention === undefined && (head & words.paperHead) !== 0 && (head & words.unnamedHead) === 0) {
    const last = phraseEnd(block, first, end);
    const inner = innerName(block, first, end) ?? authorOf(block, first, end);
    const subject: Subject = inner ?? { kind: 'phrase', first, last, source: 'explicit' };
    return { subject, lemma, cueLast, next: last + 1, agreement: null, through: null };
  }
  return source(asFirst(block, first, end), lemma, cueLast, null);
}

/** The subject read from a word that may have ل written on it: «وفقاً للوزارة». */
function asFirst(block: Block, first: number, end: number): ReadSubject {
  const name = block.nameAt[first] ?? -1;
  const found = block.names[name];
  if (found !== undefined) {
    const isOffice = found.mention.kind !== 'person';
    const person = isOffice ? (block.nameAt[found.last + 1] ?? -1) : -1;
    const second = block.names[person];
    if (second?.mention.kind === 'person' && second.proclitic === '')
      return {
        subject: { kind: 'name', name: person, source: 'explicit' },
        next: second.last + 1,
        outlet: null,
      };
    if (found.mention.nominal) {
      const proper = block.names[block.nameAt[found.last + 1] ?? -1];
      if (proper?.mention.kind === 'person' && proper.proclitic === '')
        return {
          subject: { kind: 'name', name: block.nameAt[found.last + 1] ?? -1, source: 'explicit' },
          next: proper.last + 1,
          outlet: null,
        };
    }
    return {
      subject: { kind: 'name', name, source: found.mention.nominal ? 'title' : 'explicit' },
      next: found.last + 1,
      outlet: null,
    };
  }
  const read = subjectAfter(block, first, end, null);
  if (read.subject.kind !== 'dropped' && read.outlet === null) return read;
  const last = phraseEnd(block, first, end);
  return {
    subject: { kind: 'phrase', first, last, source: 'unnamed' },
    next: last + 1,
    outlet: null,
  };
}

function source(
  read: ReadSubject,
  lemma: string,
  cueLast: number,
  through: Cue['through'],
): Source | null {
  if (read.subject.kind === 'dropped') return null;
  return { subject: read.subject, lemma, cueLast, next: read.next, agreement: null, through };
}

const heads =
  words.personHead |
  words.unnamedHead |
  words.organisationHead |
  words.paperHead |
  words.collectiveHead;

/** What kind of source a word with or without ل heads; 0 for none. */
function sourceHead(bare: string): number {
  const kind = words.wordClass(bare) & heads;
  if (kind !== 0) return kind;
  if (bare.startsWith('لل')) return words.wordClass(`ال${bare.slice(2)}`) & heads;
  if (bare.startsWith('ل')) return words.wordClass(bare.slice(1)) & heads;
  return words.wordClass(withoutProclitic(bare)) & heads;
}

function phraseEnd(block: Block, first: number, end: number): number {
  let last = first;
  for (let at = first + 1; at < Math.min(end, first + 8); at += 1) {
    const token = block.tokens[at];
    if (token === undefined || token.kind === 'mark' || /^[وف]?كان/.test(token.bare)) break;
    const kind = words.wordClass(token.bare);
    if ((kind & (words.softEnd | words.complementizer | words.relative)) !== 0) break;
    if (/^ف(?:هو|هي|هم|قد)$/.test(token.bare)) break;
    if (reportingForm(token.bare) !== undefined) break;
    last = at;
  }
  return last;
}

/** «بيان وزارة ...», «تقرير لصحيفة ...»: whose paper it is. */
function innerName(block: Block, first: number, end: number): Subject | null {
  for (let at = first + 1; at < Math.min(end, first + 5); at += 1) {
    const token = block.tokens[at];
    if (token === undefined || isComma(block, at) || isParticle(token.bare)) return null;
    const name = block.nameAt[at] ?? -1;
    const mention = block.names[name]?.mention;
    if (mention !== undefined && mention.kind !== 'place' && mention.kind !== 'other')
      return { kind: 'name', name, source: mention.nominal ? 'title' : 'explicit' };
  }
  return null;
}

/** «بلاغ صادر أمس عن الوزارة», «إحصاء أجرته منظمات»: who made the paper. */
function authorOf(block: Block, first: number, end: number): Subject | null {
  let isIssued = false;
  for (let at = first + 1; at < Math.min(end, first + 9); at += 1) {
    const bare = block.tokens[at]?.bare ?? '';
    if (isComma(block, at) || isParticle(bare)) return null;
    if (issued.test(bare)) isIssued = true;
    const isAuthor = made.test(bare) || (isIssued && bare === 'عن');
    if (!isAuthor) continue;
    const { subject } = subjectAfter(block, at + 1, end, null);
    return subject.kind === 'dropped' ? null : subject;
  }
  return null;
}

const issued = /^(?:ال)?صادر(?:ة)?$|^(?:ت)?صدر(?:ت)?$/;

const made = /^(?:أجر|أعد|نشر|أصدر|وضع|قدم|جمع|أورد)(?:ته|تها|اه|اها|ه|ها)$/;

function spanOf(block: Block, subject: Subject): Cue['through'] {
  if (subject.kind === 'phrase') return { first: subject.first, last: subject.last };
  const name = subject.kind === 'name' ? block.names[subject.name] : undefined;
  return name === undefined ? null : { first: name.first, last: name.last };
}

/** فإن، أن، إن: what is attributed comes after it. */
export function isParticle(bare: string): boolean {
  return bare === 'فإن' || bare === 'أن' || bare === 'إن' || bare === 'فان';
}
