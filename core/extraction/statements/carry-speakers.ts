import type { Entity, NameMention, Statement } from '../mentions.ts';
import type { BlockSpan } from './block-spans.ts';
import { confidenceOf } from './confidence.ts';
import type { SpeakerRoute } from './confidence.ts';
import type { Agreement } from './conjugation.ts';
import type { BlockReading, BlockStatement } from './read-block.ts';
import type { SentenceSubject } from './sentence-subjects.ts';
import { gendersOf } from './speaker-gender.ts';
import type { Genders } from './speaker-gender.ts';

/** A block's reading and where the block begins in the text. */
export interface PlacedReading {
  reading: BlockReading;
  offset: number;
}

/** Names and entities of the whole text. */
export interface SpeakerContext {
  names: readonly NameMention[];
  entities: readonly Entity[];
}

/**
 * Walks over all blocks of a text in order and gives every statement its speaker: the one its own words name, or, where
 * the subject is dropped, the one carried over that agrees with the verb. It only looks at readings, so it is cheap
 * enough to run whole after every edit.
 */
export function carrySpeakers(
  text: string,
  blocks: readonly PlacedReading[],
  context: SpeakerContext,
): Statement[] {
  const statements: Statement[] = [];
  const nameAt = new Map(context.names.toReversed().map((name) => [name.start, name]));
  const titles = titlesOf(context.entities);
  const genders = gendersOf(blocks, nameAt);
  const recent: Speaker[] = [];
  let topic: (Speaker & { before: number }) | null = null;
  /** The line of the last statement. */
  let lastLine = -2;
  for (const [line, { reading, offset }] of blocks.entries()) {
    let subjectIndex = 0;
    for (const statement of reading.statements) {
      const isNear = line - lastLine <= 1 || blocks[line - 1]?.reading.announces === true;
      // A line that is a quotation and nothing else is somebody's words only right after a report.
      if (statement.construction === 'bare-quotation' && !isNear) continue;
      lastLine = line;
      for (; subjectIndex < reading.subjects.length; subjectIndex += 1) {
        const subject = reading.subjects[subjectIndex];
        if (subject === undefined || subject.sentence >= statement.sentence) break;
        topic = asTopic(text, subject, offset, { nameAt, genders });
      }
      const resolved = resolve(text, statement, offset, { nameAt, genders, titles, recent, topic });
      if (resolved.speaker !== null) {
        recent.push({ ...resolved.speaker, sentence: sentenceOf(statement, offset) });
        if (recent.length > 8) recent.shift();
      }
      if (resolved.speaker === null && isDoubtful(statement)) continue;
      statements.push(build(text, statement, offset, resolved));
    }
    for (; subjectIndex < reading.subjects.length; subjectIndex += 1) {
      const subject = reading.subjects[subjectIndex];
      if (subject !== undefined) topic = asTopic(text, subject, offset, { nameAt, genders });
    }
  }
  return statements;
}

/** A verb with a noun, whose dropped subject nobody before agrees with, mostly reports nothing. */
function isDoubtful({ speaker, direct, construction, lemma }: BlockStatement): boolean {
  if (speaker.kind !== 'dropped' || direct || construction !== 'verb-noun') return false;
  return !plainReports.has(lemma);
}

/** These report whatever noun follows. */
const plainReports: ReadonlySet<string> = new Set([
  'شدد',
  'أشار',
  'لفت',
  'أعرب',
  'نوه',
  'ندد',
  'أشاد',
  'رحب',
  'حذر',
]);

interface Speaker {
  start: number;
  end: number;
  surface: string;
  entity: number | null;
  isPerson: boolean;
  gender: 'm' | 'f' | null;
  number: 's' | 'd' | 'p' | null;
  source: Statement['speakerSource'];
  /** Where the statement is that made it the speaker, and its sentence: its block's offset and its place there. */
  at: number;
  sentence: string;
}

interface Resolved {
  speaker: Speaker | null;
  source: Statement['speakerSource'];
  route: SpeakerRoute;
}

/** What is known of the text's names. */
interface Known {
  /** By where they start. */
  nameAt: ReadonlyMap<number, NameMention>;
  genders: Genders;
}

interface Memory extends Known {
  titles: ReadonlyMap<string, number>;
  recent: readonly Speaker[];
  topic: (Speaker & { before: number }) | null;
}

function resolve(
  text: string,
  statement: BlockStatement,
  offset: number,
  memory: Memory,
): Resolved {
  const { speaker: said, agreement } = statement;
  const at = offset + statement.cue.start;
  switch (said.kind) {
    case 'name': {
      const start = offset + said.span.start;
      const mention = memory.nameAt.get(start);
      const speaker = speakerOf(text, said.span, offset, mention, agreement, said.source, at);
      return { speaker, source: said.source, route: 'named' };
    }
    case 'phrase': {
      const speaker = speakerOf(text, said.span, offset, undefined, agreement, said.source, at);
      const entity = memory.titles.get(speaker.surface);
      const author = paperBySpeaker.test(speaker.surface) ? memory.recent.at(-1) : undefined;
      if (author !== undefined && author.entity !== null) {
        return {
          speaker: { ...speaker, entity: author.entity, source: 'title' },
          source: 'title',
          route: 'phrase',
        };
      }
      if (entity === undefined) return { speaker, source: said.source, route: 'phrase' };
      return { speaker: { ...speaker, entity, source: 'title' }, source: 'title', route: 'named' };
    }
    case 'nobody':
      return { speaker: null, source: 'unnamed', route: 'nobody' };
    case 'dropped':
      return carry(text, statement, offset, memory);
  }
}

/** A paper already spoken of has the last speaker for its author. */
const paperBySpeaker = /^(?:البيان|البلاغ|التصريح|الرسالة|التغريدة|المنشور|التدوينة|المذكرة)$/;

function carry(text: string, statement: BlockStatement, offset: number, memory: Memory): Resolved {
  const { speaker: said, agreement } = statement;
  const at = offset + statement.cue.start;
  const last = memory.recent.at(-1);
  const sentenceStart = said.kind === 'dropped' ? said.sentenceSubject : null;
  const isSameSentence = last?.sentence === sentenceOf(statement, offset);
  if (sentenceStart !== null && !isSameSentence) {
    const speaker = fromSubject(text, sentenceStart, offset, memory, at);
    if (agrees(speaker, agreement))
      return { speaker: withAgreement(speaker, agreement), source: 'carried', route: 'sentence' };
  }
  const { topic } = memory;
  const isTopicNearer =
    topic !== null &&
    topic.isPerson &&
    topic.start !== last?.start &&
    (last === undefined || topic.before > last.at);
  if (!statement.continues && isTopicNearer && topic !== null && agrees(topic, agreement))
    return { speaker: { ...topic, at }, source: 'carried', route: 'topic' };
  for (let index = memory.recent.length - 1; index >= 0; index -= 1) {
    const candidate = memory.recent[index];
    if (candidate === undefined || !agrees(candidate, agreement)) continue;
    const isPronoun = said.kind === 'dropped' && said.pronoun;
    return {
      speaker: { ...candidate, at },
      source: isPronoun ? 'pronoun' : 'carried',
      route: 'carried',
    };
  }
  if (topic !== null && agrees(topic, agreement))
    return { speaker: { ...topic, at }, source: 'carried', route: 'topic' };
  // «وأضاف» goes on with the last words even where its gender is mistaken.
  if (statement.continues && last !== undefined)
    return { speaker: { ...last, at }, source: 'carried', route: 'topic' };
  return { speaker: null, source: 'unnamed', route: 'nobody' };
}

/** Whether a verb's form can have this subject. Things in the plural take the feminine singular. */
function agrees(speaker: Speaker, agreement: Agreement | null): boolean {
  if (agreement === null) return true;
  if (agreement.number === 's') {
    if (speaker.number === 'd') return false;
    if (speaker.number === 'p' && agreement.gender === 'm') return false;
    return speaker.gender === null || speaker.gender === agreement.gender;
  }
  if (agreement.number === 'p') return speaker.number === 'p' || speaker.number === null;
  return speaker.number === 'd' || speaker.number === null;
}

function speakerOf(
  text: string,
  span: BlockSpan,
  offset: number,
  mention: NameMention | undefined,
  agreement: Agreement | null,
  source: Statement['speakerSource'],
  at: number,
): Speaker {
  const start = offset + span.start;
  const end = offset + span.end;
  return {
    start,
    end,
    surface: text.slice(start, end),
    entity: mention?.entity ?? null,
    isPerson:
      mention === undefined
        ? source === 'title' || source === 'unnamed'
        : mention.kind === 'person',
    gender: agreement?.gender ?? null,
    number: numberOf(text.slice(start, end), mention),
    source,
    at,
    sentence: '',
  };
}

/** A verb before its subject is singular whatever follows, so the number is the noun's own. */
function numberOf(surface: string, mention: NameMention | undefined): Speaker['number'] {
  if (mention !== undefined) return 's';
  return pluralHead.test(surface) ? 'p' : null;
}

const pluralHead =
  /^(?:ال)?(?:\p{L}{2,}(?:ون|ين)|مصادر|علماء|خبراء|نشطاء|شهود|تقارير|وسائل|صحف|سكان|أهالي|قادة|زعماء|أطباء|نواب|وزراء|نقاد|رواد|جهات|أوساط)(?!\p{L})/u;

function sentenceOf(statement: BlockStatement, offset: number): string {
  return `${offset} ${statement.sentence}`;
}

function withAgreement(speaker: Speaker, agreement: Agreement | null): Speaker {
  return {
    ...speaker,
    gender: agreement?.gender ?? speaker.gender,
  };
}

function fromSubject(
  text: string,
  subject: SentenceSubject,
  offset: number,
  { nameAt, genders }: Known,
  at: number,
): Speaker {
  const mention = nameAt.get(offset + subject.span.start);
  const speaker = speakerOf(text, subject.span, offset, mention, null, 'explicit', at);
  return { ...speaker, gender: genders.get(speaker.entity ?? -1) ?? null };
}

function asTopic(
  text: string,
  subject: SentenceSubject,
  offset: number,
  known: Known,
): Speaker & { before: number } {
  const speaker = fromSubject(text, subject, offset, known, offset + subject.span.start);
  return { ...speaker, before: offset + subject.span.start };
}

function titlesOf(entities: readonly Entity[]): ReadonlyMap<string, number> {
  const titles = new Map<string, number>();
  for (const { id, titles: own } of entities)
    for (const title of own) if (!titles.has(title)) titles.set(title, id);
  return titles;
}

function build(
  text: string,
  statement: BlockStatement,
  offset: number,
  { speaker, source, route }: Resolved,
): Statement {
  const cue = placed(text, statement.cue, offset);
  return {
    cue: { ...cue, lemma: statement.lemma },
    content: placed(text, statement.content, offset),
    speaker:
      speaker === null
        ? null
        : {
            start: speaker.start,
            end: speaker.end,
            surface: speaker.surface,
            entity: speaker.entity,
          },
    speakerSource: source,
    direct: statement.direct,
    medium: statement.medium,
    through: statement.through === null ? null : placed(text, statement.through, offset),
    confidence: confidenceOf(statement.construction, route),
    origin: `statement:${statement.construction}:${route}`,
  };
}

function placed(
  text: string,
  span: BlockSpan,
  offset: number,
): { start: number; end: number; surface: string } {
  const start = offset + span.start;
  const end = offset + span.end;
  return { start, end, surface: text.slice(start, end) };
}
