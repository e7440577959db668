import type { NameKind } from '../mentions.ts';
import { spanOfName } from './block-spans.ts';
import type { BlockSpan } from './block-spans.ts';
import type { Block } from './block.ts';
import { afterDateline, isComma } from './circumstances.ts';
import { withoutProclitic } from './noun-phrase.ts';
import * as words from './words.ts';

/** Somebody a sentence is about. */
export interface SentenceSubject {
  span: BlockSpan;
  kind: NameKind;
  /** Index of its sentence in the block. */
  sentence: number;
}

/** Of each sentence the first person, body or leading place that no preposition governs, in order. */
export function sentenceSubjects(block: Block, base: number): SentenceSubject[] {
  const subjects: SentenceSubject[] = [];
  let sentence = -1;
  for (const { mention, first, last, proclitic } of block.names) {
    const start = block.sentenceStart[first] ?? 0;
    if (start === sentence) continue;
    if (mention.kind === 'other') continue;
    if (mention.kind === 'person' && isAuthor(block, first)) {
      sentence = start;
      subjects.push({
        span: spanOfName(block, first, last, mention, base),
        kind: mention.kind,
        sentence: start,
      });
      continue;
    }
    const quotation = block.quotations[block.quotationAt[first] ?? -1];
    const isTitled =
      quotation === undefined || (quotation.words < 4 && last === quotation.close - 1);
    if (/[لبك]$/.test(proclitic) || !isTitled || isMonth(block, first, last)) continue;
    const region = subjectRegion(block, start);
    if (first < region || first > region + 7) continue;
    if (mention.kind === 'place' && first > region + 2) continue;
    const before = block.tokens[first - 1];
    const kind = before === undefined || first === start ? 0 : words.wordClass(before.bare);
    if ((kind & words.softEnd) !== 0 && (kind & words.adverb) === 0) continue;
    if (platforms.test(mention.surface)) continue;
    // «رئيس الهيئة سامي ...»: the person comes after the body.
    const following = block.names[block.nameAt[last + 1] ?? -1];
    if (mention.kind === 'organisation' && following?.mention.kind === 'person') {
      if (following.proclitic === '') continue;
    }
    sentence = start;
    subjects.push({
      span: spanOfName(block, first, last, mention, base),
      kind: mention.kind,
      sentence: start,
    });
  }
  return subjects;
}

/** «تصريحات للوزير سامي ...», «في تغريدة سامي»: whose words those are. */
function isAuthor(block: Block, first: number): boolean {
  for (let before = first - 1; before >= Math.max(0, first - 4); before -= 1) {
    const token = block.tokens[before];
    if (token === undefined || token.kind !== 'arabic') return false;
    if (speech.test(token.bare)) return true;
  }
  return false;
}

const speech = /^(?:ال)?(?:تصريح|تصريحات|تغريدة|تدوينة|بيان|كلمة|خطاب|مقابلة|منشور|رسالة)$/;

/** «أبريل/نيسان» taken for a name. */
function isMonth(block: Block, first: number, last: number): boolean {
  return first === last && (words.wordClass(block.tokens[first]?.bare ?? '') & words.adverb) !== 0;
}

/** Where the clause with a sentence's verb begins: after the first comma where a preposition opens the sentence. */
function subjectRegion(block: Block, sentence: number): number {
  const start = afterPause(block, afterDateline(block, sentence));
  const opener = words.wordClass(withoutProclitic(block.tokens[start]?.bare ?? ''));
  if ((opener & words.softEnd) === 0) return start;
  const end = block.sentenceEnd[start] ?? block.tokens.length;
  for (let at = start; at < end; at += 1) {
    const goesOn = block.tokens[at + 1]?.bare.startsWith('و') === true;
    if (isComma(block, at) && !goesOn) return at + 1;
  }
  return start;
}

/** «تونس.. الوزير يعلن»: past the place or word that two dots part from a headline. */
function afterPause(block: Block, start: number): number {
  for (let at = start + 1; at < start + 4; at += 1)
    if (block.tokens[at]?.surface === '.' && block.tokens[at + 1]?.surface === '.') return at + 2;
  return start;
}

/** Where things are written, not who writes them. */
const platforms =
  /^(?:تويتر|فيسبوك|فايسبوك|ان?ستغرام|إنستغرام|أنستغرام|يوتيوب|واتساب|تلغرام|تليغرام|إكس|غوغل)$/;
