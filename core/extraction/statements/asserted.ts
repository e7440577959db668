import type { Block } from './block.ts';
import type { FoundComplement } from './complement-kinds.ts';
import type { ReportingForm } from './reporting-verbs.ts';
import type { Subject } from './subject.ts';
import * as words from './words.ts';

/** The verb is denied, asked or only thought of: لم يقل، دون أن يوضح. */
export function isDenied(block: Block, at: number, form: ReportingForm): boolean {
  const before = block.tokens[at - 1];
  if (before === undefined || before.kind === 'mark' || before.end < 0) return false;
  if (form.joined) return false;
  if (at - 1 < (block.sentenceStart[at] ?? 0)) return false;
  const kind = words.wordClass(before.bare);
  if (form.aspect === 'present') return (kind & words.negation) !== 0;
  if (nounContext.has(before.bare) || denials.has(before.bare)) return true;
  // After a preposition a short verb's letters are a noun: «بشأن نشر».
  return (
    form.verb.weak &&
    (kind & words.softEnd) !== 0 &&
    (kind & (words.connector | words.relative | words.adverb)) === 0
  );
}

const denials: ReadonlySet<string> = new Set([
  'ما',
  'إذا',
  'لو',
  'لا',
  'وما',
  'هل',
  'أن',
  'تم',
  'وتم',
  'بدون',
  'وبدون',
  'ودون',
  'يتم',
]);

/** After these a word is a noun: «على أمل أن». */
const nounContext: ReadonlySet<string> = new Set([
  'على',
  'من',
  'في',
  'إلى',
  'عن',
  'مع',
  'بعد',
  'قبل',
  'دون',
  'بين',
  'أي',
  'كل',
  'هذا',
  'لدى',
  'تحت',
  'ضد',
]);

/** يذكر أن، يشار إلى أن: the paper itself speaks. `sentence`: where the verb's sentence begins. */
export function isImpersonal(
  at: number,
  sentence: number,
  form: ReportingForm,
  subject: Subject,
  complement: FoundComplement,
): boolean {
  if (form.verb.lemma === 'ظن' || form.verb.lemma === 'قدر') return subject.kind === 'dropped';
  if (form.aspect !== 'present' || subject.kind !== 'dropped' || subject.pronoun) return false;
  if (form.purpose) return complement.kind === 'noun';
  if (complement.kind === 'quotation') return false;
  if (complement.at > at + 2) return false;
  // «ينفي التهم ويعتبر أنها»: joined to a verb in the same sentence it has that one's subject.
  if (form.joined && at !== sentence) return false;
  if (form.gender === 'm' && form.number === 's') return impersonal.has(form.verb.lemma);
  return false;
}

const impersonal: ReadonlySet<string> = new Set([
  'ذكر',
  'أشار',
  'توقع',
  'اعتبر',
  'رأى',
  'اعتقد',
  'زعم',
  'رجح',
  'لفت',
  'أورد',
  'خلص',
  'روى',
  'نبه',
]);
