import type { Block } from './block.ts';
import { afterParticle, quotationEnd } from './complement-kinds.ts';
import { complementAfter } from './complement.ts';
import type { Cue } from './cue.ts';
import { mediumWithin } from './medium.ts';
import type { ReportingForm } from './reporting-verbs.ts';
import { subjectAfter } from './subject.ts';
import type { ReadSubject, Subject } from './subject.ts';
import * as words from './words.ts';

/** «نقلت وكالة ... عن الوزير قوله إن ...»: the speaker comes after عن, the verb's subject is whom it came through. */
export function readRelay(
  block: Block,
  at: number,
  form: ReportingForm,
  relay: ReadSubject,
): Cue | null {
  const end = block.sentenceEnd[at] ?? block.tokens.length;
  let about = relay.next;
  const preposition = form.verb.lemma === 'نسب' ? 'إلى' : 'عن';
  const limit = Math.min(end, relay.next + 8);
  while (about < limit && block.tokens[about]?.bare !== preposition) about += 1;
  if (block.tokens[about]?.bare !== preposition) return null;
  const speaker = subjectAfter(block, about + 1, end, null);
  let saying = speaker.next;
  while (saying < Math.min(end, speaker.next + 14) && !isSaying(block, saying)) {
    const token = block.tokens[saying];
    if ((words.wordClass(token?.bare ?? '') & words.complementizer) !== 0 || token?.surface === ':')
      break;
    saying += 1;
  }
  const from = isSaying(block, saying) ? saying + 1 : saying;
  const kind = words.wordClass(block.tokens[from]?.bare ?? '');
  const complement =
    (kind & words.complementizer) !== 0
      ? afterParticle(block, from, kind)
      : complementAfter(block, from, end, form.verb);
  if (complement === null || complement.at > from + 12) return null;
  return {
    construction: 'relay',
    lemma: form.verb.lemma,
    first: at,
    last: at,
    lead: form.joined ? 1 : 0,
    opensAt: at,
    opens: true,
    contentFrom: complement.contentFrom,
    contentEnd: quotationEnd(block, complement),
    direct: complement.quotation >= 0,
    subject: speaker.subject,
    agreement: null,
    continues: false,
    medium: mediumWithin(block, at, complement.at),
    through: relayed(block, relay.subject),
  };
}

function relayed(block: Block, subject: Subject): { first: number; last: number } | null {
  if (subject.kind === 'phrase') return { first: subject.first, last: subject.last };
  const name = subject.kind === 'name' ? block.names[subject.name] : undefined;
  return name === undefined ? null : { first: name.first, last: name.last };
}

function isSaying(block: Block, at: number): boolean {
  return /^(?:قول|تأكيد|تصريح|إعلان|إشارت|اعتبار|توقع|تحذير|نفي|إفادت|وصف)(?:ه|ها|هم|هما|ته|تها)$|^القول$|^قولهم$/.test(
    block.tokens[at]?.bare ?? '',
  );
}
