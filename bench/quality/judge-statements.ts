import { tokenize } from '../../core/arabic/tokenize.ts';
import type { Statement } from '../../core/extraction/mentions.ts';
import type { GoldArticle, GoldStatement, Span } from './gold/gold-article.ts';

/** A statement found, one of the gold, or both where they are the same. */
export interface JudgedPair {
  found: Statement | null;
  gold: GoldStatement | null;
  /** Contents share 80 % of the words of both together. */
  relaxed: boolean;
  /** Both ends alike, but for a first particle. */
  exact: boolean;
  speaker: boolean;
  /** Optional in the gold: right when found, not wrong when missed or found otherwise. */
  ignored: boolean;
}

export interface JudgedArticle {
  pairs: JudgedPair[];
  /** Statements found whose content lies within a scare quote or name of the gold. */
  scare: number;
  notQuotes: number;
}

/** Pairs what was found with the gold, best overlap of contents first, and judges each pair. */
export function judgeStatements(article: GoldArticle, found: readonly Statement[]): JudgedArticle {
  const words = wordsOf(article.text);
  const candidates: { found: Statement; gold: GoldStatement; overlap: number }[] = [];
  for (const gold of article.statements) {
    for (const each of found) {
      const overlap = overlapOf(words, gold.content, each.content);
      if (overlap > 0) candidates.push({ found: each, gold, overlap });
    }
  }
  candidates.sort((a, b) => b.overlap - a.overlap);
  const pairs: JudgedPair[] = [];
  const taken = new Set<Statement | GoldStatement>();
  for (const { found: one, gold, overlap } of candidates) {
    if (taken.has(one) || taken.has(gold) || overlap < 0.2) continue;
    taken.add(one);
    taken.add(gold);
    const relaxed = overlap >= 0.8;
    pairs.push({
      found: one,
      gold,
      relaxed,
      exact:
        one.content.end === gold.content.end &&
        startsAlike(article.text, one.content.start, gold.content.start),
      speaker: isSpeaker(article, one, gold),
      ignored: gold.optional === true && !relaxed,
    });
  }
  for (const gold of article.statements) {
    if (taken.has(gold)) continue;
    pairs.push({
      found: null,
      gold,
      relaxed: false,
      exact: false,
      speaker: false,
      ignored: gold.optional === true,
    });
  }
  for (const one of found) {
    if (taken.has(one)) continue;
    pairs.push({
      found: one,
      gold: null,
      relaxed: false,
      exact: false,
      speaker: false,
      ignored: false,
    });
  }
  const place = (pair: JudgedPair): number => (pair.gold ?? pair.found)?.cue.start ?? 0;
  return {
    pairs: pairs.toSorted((a, b) => place(a) - place(b)),
    notQuotes: article.notQuotes.length,
    scare: article.notQuotes.filter((quote) =>
      found.some(({ content }) => content.start >= quote.start && content.end <= quote.end),
    ).length,
  };
}

export interface StatementSum {
  gold: number;
  found: number;
  relaxed: number;
  exact: number;
  relaxedSpeaker: number;
  exactSpeaker: number;
  cue: number;
  directRight: number;
  scare: number;
  notQuotes: number;
}

export function sumOf(articles: readonly JudgedArticle[]): StatementSum {
  const sum: StatementSum = {
    gold: 0,
    found: 0,
    relaxed: 0,
    exact: 0,
    relaxedSpeaker: 0,
    exactSpeaker: 0,
    cue: 0,
    directRight: 0,
    scare: 0,
    notQuotes: 0,
  };
  for (const { pairs, scare, notQuotes } of articles) {
    sum.scare += scare;
    sum.notQuotes += notQuotes;
    for (const { found, gold, relaxed, exact, speaker, ignored } of pairs) {
      if (ignored) continue;
      if (gold !== null) sum.gold += 1;
      if (found !== null) sum.found += 1;
      if (found === null || gold === null) continue;
      if (found.cue.start < gold.cue.end && gold.cue.start < found.cue.end) sum.cue += 1;
      if (relaxed) sum.relaxed += 1;
      if (relaxed && found.direct === (gold.form === 'direct')) sum.directRight += 1;
      if (exact) sum.exact += 1;
      if (relaxed && speaker) sum.relaxedSpeaker += 1;
      if (exact && speaker) sum.exactSpeaker += 1;
    }
  }
  return sum;
}

/** The gold leaves open whether the first particle belongs to the content. */
function startsAlike(text: string, one: number, other: number): boolean {
  const between = text.slice(Math.min(one, other), Math.max(one, other));
  return /^(?:(?:إن|أن|بأن|إلى|على|عن|من):?\s+)?$/.test(between);
}

/** The gold's entity, or, where it has none, the words that the gold takes for the speaker. */
function isSpeaker(article: GoldArticle, found: Statement, gold: GoldStatement): boolean {
  const { speaker } = found;
  if (gold.speaker !== null) {
    if (speaker === null) return false;
    if (speaker.entity !== null) return article.entities[speaker.entity]?.id === gold.speaker;
    return gold.speakerMention !== undefined && overlaps(speaker, gold.speakerMention);
  }
  if (speaker === null) return gold.speakerMention === undefined;
  if (gold.speakerMention === undefined) return speaker.entity === null;
  return overlaps(speaker, gold.speakerMention);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function wordsOf(text: string): Span[] {
  return tokenize(text).filter(({ kind }) => kind !== 'mark' && kind !== 'break');
}

/** Words in both over words in either. */
function overlapOf(words: readonly Span[], a: Span, b: Span): number {
  if (!overlaps(a, b)) return 0;
  let both = 0;
  let either = 0;
  for (const word of words) {
    const inA = overlaps(word, a);
    const inB = overlaps(word, b);
    if (inA && inB) both += 1;
    if (inA || inB) either += 1;
  }
  return either === 0 ? 0 : both / either;
}
