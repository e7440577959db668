import { isRecipientName } from './block.ts';
import type { Block } from './block.ts';
import { isComma } from './circumstances.ts';
import {
  afterExcept,
  clauseStart,
  isSkipped,
  isThat,
  openingBracket,
  perfect,
} from './clause-start.ts';
import type { Agreement } from './conjugation.ts';
import { isOfOthers } from './named-subject.ts';
import { phrase, withoutProclitic } from './noun-phrase.ts';
import type { VerbAspect } from './reporting-verbs.ts';
import type { Subject } from './subject.ts';
import * as words from './words.ts';

/**
 * The subject of a verb that stands after it: «الوزير قال», «وكان الوزير قد قال», «سامي الذي قال». `opensAt` is where the
 * clause with its subject begins.
 */
export function subjectBefore(
  block: Block,
  at: number,
  agreement: Agreement,
): { subject: Subject; opensAt: number } {
  const start = block.sentenceStart[at] ?? 0;
  let before = at - 1;
  while (before >= start && particles.has(block.tokens[before]?.bare ?? '')) before -= 1;
  if (block.tokens[before]?.surface === ')') before = openingBracket(block, before, start);
  const token = block.tokens[before];
  if (token === undefined || before < start)
    return { subject: pronounless, opensAt: Math.max(start, before + 1) };
  if (pronouns.has(token.bare)) {
    return { subject: { kind: 'dropped', pronoun: true }, opensAt: before };
  }
  // «إلا أنها أقرت»: the one before goes on.
  if (afterExcept(block, before + 1, start) <= before && !isThat(token.bare))
    return { subject: pronounless, opensAt: before - 1 };
  const kind = words.wordClass(token.bare);
  if ((kind & words.relative) !== 0) {
    let antecedent = before - 1;
    if (isComma(block, antecedent)) antecedent -= 1;
    return { subject: antecedentOf(block, antecedent, start, agreement), opensAt: at };
  }
  if ((kind & (words.connector | words.softEnd)) !== 0) {
    const far = opensClause(token.bare) ? pronounless : clauseSubject(block, before, start);
    return { subject: far, opensAt: before };
  }
  if (isComma(block, before)) {
    return { subject: clauseSubject(block, before, start), opensAt: at };
  }
  const near = endingAt(block, before, start);
  if (near.kind === 'name') {
    const clause = clauseStart(block, before + 1, start);
    const far = firstOf(block, clause, before);
    const opensAt = far === null ? before : afterExcept(block, clause, start);
    return { subject: far ?? (isGoverned(block, near.name) ? pronounless : near), opensAt };
  }
  const clause = clauseStart(block, before + 1, start);
  const subject = firstOf(block, clause, before);
  if (subject === null && agreement.number === 'p' && isGroup(block, clause, before))
    return { subject: phrase(block, clause, before), opensAt: afterExcept(block, clause, start) };
  if (subject === null || !canHead(block, subject, agreement))
    return { subject: pronounless, opensAt: at };
  return { subject, opensAt: afterExcept(block, clause, start) };
}

/** The subject of «الوزارة تعلن» or «مصر تعلن»: a speaker at the head of the clause, with the verb right after it. */
export function headOfClause(
  block: Block,
  at: number,
  aspect: VerbAspect,
  agreement: Agreement,
): { subject: Subject; opensAt: number } | null {
  const start = block.sentenceStart[at] ?? 0;
  let before = at - 1;
  while (before > start && perfect.has(block.tokens[before]?.bare ?? '')) before -= 1;
  const token = block.tokens[before];
  if (token === undefined || before < start || token.kind === 'mark') return null;
  const kind = words.wordClass(token.bare);
  if ((kind & (words.softEnd | words.connector | words.negation | words.relative)) !== 0)
    return null;
  const from = clauseStart(block, before + 1, start);
  const subject = from > before || at - from > 8 ? null : firstOf(block, from, before);
  if (subject !== null && canHead(block, subject, agreement))
    return { subject, opensAt: afterExcept(block, from, start) };
  if (aspect === 'present' && isTopic(block, from, before, start))
    return { subject: phrase(block, from, before), opensAt: from };
  // «نشرت تقريرا»، «في اقتراح يطالب»: after an indefinite noun a present is said of it.
  const isSpeaking = (kind & heads) !== 0 && (kind & words.definite) === 0;
  if (aspect !== 'present' || !isSpeaking) return null;
  return { subject: phrase(block, before, before), opensAt: at };
}

/** «سياسيين معارضين انتقدوا»: a plural right before a plural verb. */
function isGroup(block: Block, from: number, to: number): boolean {
  return to - from < 3 && /^\p{L}{3,}(?:ون|ين|اء)$/u.test(block.tokens[from]?.bare ?? '');
}

/** «الصور الجوية توضح»: a definite noun phrase between a sentence's beginning and its verb. */
function isTopic(block: Block, from: number, to: number, start: number): boolean {
  if (from !== start || to - from > 4 || block.tokens[from]?.bare.startsWith('ال') !== true)
    return false;
  for (let at = from; at <= to; at += 1) {
    const token = block.tokens[at];
    if (token?.kind !== 'arabic' || (words.wordClass(token.bare) & words.softEnd) !== 0)
      return false;
  }
  return !/^ال(?:عام|شهر|أسبوع|سنة|ليلة|ساعة|مرة|آن|يوم)$/.test(block.tokens[from]?.bare ?? '');
}

/**
 * An indefinite paper of another gender than the verb's is not its subject: in «نشرت الصحيفة مقطعا قالت إنه» the newspaper says
 * so. Nor is an indefinite phrase of many words: most of them are a clause.
 */
function canHead(block: Block, subject: Subject, { gender, number }: Agreement): boolean {
  if (subject.kind !== 'phrase') return true;
  const bare = withoutProclitic(block.tokens[subject.first]?.bare ?? '');
  const kind = words.wordClass(bare);
  if ((kind & words.definite) === 0 && subject.last - subject.first > 3) return false;
  if (number !== 's') return true;
  if ((kind & words.definite) !== 0 || (kind & words.paperHead) === 0) return true;
  return (gender === 'f') === isFeminine(bare);
}

const heads =
  words.personHead |
  words.unnamedHead |
  words.organisationHead |
  words.collectiveHead |
  words.paperHead;

const pronounless: Subject = { kind: 'dropped', pronoun: false };

const particles: ReadonlySet<string> = new Set([
  'قد',
  'لقد',
  'فقد',
  'وقد',
  'أيضا',
  'كان',
  'كانت',
  'بدوره',
  'بدورها',
]);

const pronouns: ReadonlySet<string> = new Set([
  'هو',
  'هي',
  'هم',
  'وهو',
  'وهي',
  'وهم',
  'فهو',
  'فهي',
]);

function opensClause(bare: string): boolean {
  return /^(?:حيث|إذ|كما|فيما|بينما|وقد|وكما|ثم|حين|عندما|لكن|ولكن|بل|لما|حينما)$/.test(bare);
}

/** «في تونس قد أعلنت»: a place that a preposition governs is not the one who speaks. */
function isGoverned(block: Block, name: number): boolean {
  const found = block.names[name];
  if (found?.mention.kind !== 'place') return false;
  return /^(?:في|من|إلى|الى|على|عن|مع|لدى|داخل|قرب)$/.test(
    block.tokens[found.first - 1]?.bare ?? '',
  );
}

/** The name that ends at a token. */
function endingAt(block: Block, at: number, start: number): Subject {
  const name = block.nameAt[at] ?? -1;
  const found = block.names[name];
  if (found === undefined || found.first < start || found.mention.kind === 'other')
    return pronounless;
  if (isRecipientName(block, name)) return pronounless;
  return { kind: 'name', name, source: found.mention.nominal ? 'title' : 'explicit' };
}

/** «سامي ... منتج الفيلم الذي قال»: the nearest person before a relative. */
function antecedentOf(block: Block, at: number, start: number, { gender }: Agreement): Subject {
  const near = endingAt(block, at, start);
  if (near.kind === 'name') return near;
  for (let before = at; before > Math.max(start - 1, at - 6); before -= 1) {
    if (block.tokens[before]?.kind === 'mark') break;
    const name = block.nameAt[before] ?? -1;
    const mention = block.names[name]?.mention;
    if (mention?.kind === 'person' && gender === 'm')
      return { kind: 'name', name, source: mention.nominal ? 'title' : 'explicit' };
  }
  for (let before = at; before > Math.max(start - 1, at - 8); before -= 1) {
    const bare = withoutProclitic(block.tokens[before]?.bare ?? '');
    const isHead = (words.wordClass(bare) & heads) !== 0;
    if (isHead && (gender === 'f') === isFeminine(bare)) return phrase(block, before, at);
  }
  return { kind: 'nobody' };
}

function isFeminine(bare: string): boolean {
  return (
    bare.endsWith('ة') ||
    bare.endsWith('ات') ||
    /^(?:ال)?(?:مصادر|تقارير|وثائق|أرقام|صحف|وسائل)$/.test(bare)
  );
}

/** A name or a speaker's noun at the head of a clause, with nothing before it. */
function firstOf(block: Block, from: number, to: number): Subject | null {
  if (from > to) return null;
  const bare = block.tokens[from]?.bare ?? '';
  for (let at = from; at <= Math.min(from + 5, to); at += 1) {
    const name = block.nameAt[at] ?? -1;
    const found = block.names[name];
    if (found === undefined) {
      const kind = words.wordClass(withoutProclitic(block.tokens[at]?.bare ?? ''));
      if ((kind & (words.softEnd | words.complementizer)) !== 0) break;
      continue;
    }
    if (isOfOthers(block, from, name)) break;
    const isOwn = at === from || found.mention.kind === 'person' || isHeadOf(bare);
    if (!isOwn || found.proclitic.endsWith('ل') || found.proclitic.endsWith('ب')) break;
    if (found.mention.kind !== 'person') {
      const person = personAfter(block, found.last + 1, to);
      if (person >= 0) return { kind: 'name', name: person, source: 'explicit' };
      if (at > from && (words.wordClass(withoutProclitic(bare)) & words.personHead) !== 0) break;
    }
    return { kind: 'name', name, source: found.mention.nominal ? 'title' : 'explicit' };
  }
  const kind = words.wordClass(withoutProclitic(bare));
  const isAfterWas = /^و?كان(?:ت|وا)?$/.test(block.tokens[from - 1]?.bare ?? '');
  if ((kind & heads) === 0 && !(isAfterWas && to - from < 6)) return null;
  let last = from;
  while (
    last + 1 <= to &&
    (words.wordClass(block.tokens[last + 1]?.bare ?? '') & words.softEnd) === 0
  )
    last += 1;
  return phrase(block, from, last);
}

function personAfter(block: Block, from: number, to: number): number {
  for (let at = from; at <= Math.min(to, from + 2); at += 1) {
    const name = block.nameAt[at] ?? -1;
    const mention = block.names[name]?.mention;
    if (mention?.kind === 'person' && block.names[name]?.proclitic === '') return name;
  }
  return -1;
}

function isHeadOf(bare: string): boolean {
  return (
    (words.wordClass(withoutProclitic(bare)) & (words.organisationHead | words.personHead)) !== 0
  );
}

/** After a parenthesis the subject is the head of the sentence: «الوزير، الذي زار ...، قال». */
function clauseSubject(block: Block, before: number, start: number): Subject {
  let from = start;
  while (from < before && isSkipped(block.tokens[from]?.bare ?? '')) from += 1;
  if (from === start && block.tokens[start]?.bare === 'غير') from = afterThat(block, start);
  return firstOf(block, from, before) ?? pronounless;
}

function afterThat(block: Block, start: number): number {
  return isThat(block.tokens[start + 1]?.bare ?? '') ? start + 2 : start;
}
