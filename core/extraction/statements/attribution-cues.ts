import { isParticle, readSource } from './attribution-source.ts';
import type { Block } from './block.ts';
import { isComma } from './circumstances.ts';
import type { Cue } from './cue.ts';
import { mediumWithin } from './medium.ts';

/**
 * Attributions: بحسب، وفقاً لـ، نقلاً عن، على حد قوله، كما ذكرت، في تصريح لـ. Null where what follows is no source («وفق
 * القانون»). At the head of a sentence what is attributed comes after, elsewhere before.
 */
export function readAttribution(block: Block, at: number): Cue | null {
  const { tokens } = block;
  const token = tokens[at];
  if (token === undefined) return null;
  const opener = openers.get(token.bare);
  if (opener === undefined) return null;
  const end = block.sentenceEnd[at] ?? tokens.length;
  const found = readSource(block, at, opener, end);
  if (found === null) return null;
  const start = block.sentenceStart[at] ?? 0;
  const leads = leadsSentence(block, at, start);
  const after = leads ? contentAfter(block, found.next, end) : -1;
  if (leads && after < 0) return null;
  return {
    construction: 'attribution',
    lemma: found.lemma,
    first: at,
    last: found.cueLast,
    lead: token.bare !== opener.word ? 1 : 0,
    opensAt: at,
    opens: true,
    contentFrom: after,
    contentEnd: -1,
    direct: false,
    subject: found.subject,
    agreement: found.agreement,
    continues: true,
    medium: mediumWithin(block, at, Math.min(found.next, end)),
    through: found.through,
  };
}

/** A word that may open an attribution, without و or ف. */
export interface Opener {
  word: string;
  kind: 'according' | 'relayed' | 'limit' | 'tongue' | 'as';
}

const openers: ReadonlyMap<string, Opener> = createOpeners();

function createOpeners(): ReadonlyMap<string, Opener> {
  const all = new Map<string, Opener>();
  const put = (list: string, kind: Opener['kind']): void => {
    for (const word of list.split(' '))
      for (const proclitic of ['', 'و', 'ف']) all.set(proclitic + word, { word, kind });
  };
  put('بحسب حسب وفق وفقا طبقا حسبما وفقما بحسبما استنادا', 'according');
  put('نقلا', 'relayed');
  put('على', 'limit');
  put('كما', 'as');
  return all;
}

const openerWords: ReadonlySet<string> = new Set(['وفق', 'وفقا', 'وفقما']);

function leadsSentence(block: Block, at: number, start: number): boolean {
  if (at === start) return true;
  const isLinked =
    /^[وف]/.test(block.tokens[at]?.bare ?? '') && !openerWords.has(block.tokens[at]?.bare ?? '');
  if (isLinked && isComma(block, at - 1)) return true;
  if (at === start + 1 && /^[وف]?لكن$/.test(block.tokens[start]?.bare ?? '')) return true;
  // «هذا، وبحسب ...», «من جهة أخرى، وبحسب ...»
  return at - start <= 4 && isComma(block, at - 1);
}

/** What a leading attribution attributes: after its comma, or after فإن or أن. */
function contentAfter(block: Block, from: number, end: number): number {
  for (let at = from; at < Math.min(end, from + 30); at += 1) {
    const bare = block.tokens[at]?.bare ?? '';
    if (bare === 'فإن' || bare === 'فان') return at + 1;
    if (/^(?:فإنه|فإنها|فإنهم|فقد|فهو|فهي|فهم)$/.test(bare)) return at;
  }
  for (let at = from; at < Math.min(end, from + 12); at += 1) {
    if (block.tokens[at]?.surface === '(') at = closingBracket(block, at, end);
    const bare = block.tokens[at]?.bare ?? '';
    if (isComma(block, at)) {
      const next = block.tokens[at + 1]?.bare ?? '';
      return isParticle(next) ? at + 2 : at + 1;
    }
    if (isParticle(bare)) return at + 1;
  }
  return from < end ? from : -1;
}

function closingBracket(block: Block, open: number, end: number): number {
  for (let at = open + 1; at < Math.min(end, open + 8); at += 1)
    if (block.tokens[at]?.surface === ')') return at + 1;
  return open;
}
