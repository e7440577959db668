import { afterDateline } from './circumstances.ts';
import type { Block } from './block.ts';
import { endOfContent } from './content-end.ts';
import type { BoundedCue, Cue } from './cue.ts';
import { trimmedSpan } from './trimmed-span.ts';

/** Gives a statement before an attribution its source, or makes the clause before it a statement of its own. */
export function attributeBefore(
  block: Block,
  cue: Cue,
  bounded: BoundedCue[],
  cues: readonly Cue[],
  index: number,
): void {
  const start = block.sentenceStart[cue.first] ?? 0;
  const previous = bounded.at(-1);
  if (previous !== undefined && previous.to > start) {
    if (previous.cue.construction !== 'attribution') previous.cue.through ??= sourceOf(block, cue);
    return;
  }
  let from = afterLeadOver(block, afterDateline(block, start));
  while (from < cue.first && isLeading(block, from)) from += 1;
  const quoted = quotationEndingAt(block, cue.first);
  if (quoted !== null && quoted.from - from < 4) {
    bounded.push({ cue: { ...cue, direct: true }, ...quoted });
    return;
  }
  const before = trimmedSpan(block, from, cue.opensAt);
  const after = contentBehind(block, cue, cues, index);
  const beforeWords = before === null ? 0 : before.to - before.from;
  if (after !== null && after.to - after.from > beforeWords) bounded.push({ cue, ...after });
  else if (before !== null && beforeWords >= 3) bounded.push({ cue, ...before });
}

/** The rest of a clause that an attribution without commas stands in the middle of. */
function contentBehind(
  block: Block,
  cue: Cue,
  cues: readonly Cue[],
  index: number,
): { from: number; to: number } | null {
  const next = Math.max(cue.last + 1, endOfSubject(block, cue));
  const token = block.tokens[next];
  if (token === undefined || token.kind === 'mark') return null;
  if (block.tokens[cue.first - 1]?.kind === 'mark') return null;
  const end = endOfContent(block, { ...cue, contentFrom: next }, cues, index);
  return next < end ? trimmedSpan(block, next, end) : null;
}

function endOfSubject(block: Block, { subject }: Cue): number {
  if (subject.kind === 'phrase') return subject.last + 1;
  if (subject.kind === 'name') return (block.names[subject.name]?.last ?? -1) + 1;
  return block.tokens.length;
}

const clauseOpeners = /^[وف]?(?:بينما|فيما|لكن|كما|كذلك|حيث|إذ)$/;

/** «ومن جانب آخر»، «من جهة أخرى»: not part of what is attributed. */
function afterLeadOver(block: Block, start: number): number {
  // «وفي مؤشر آخر، ارتفعت الأسعار بحسب ...»
  if (
    /^و?في$/.test(block.tokens[start]?.bare ?? '') &&
    leads.test(block.tokens[start + 1]?.bare ?? '')
  ) {
    for (let at = start + 2; at < start + 8; at += 1)
      if (/^[،,]$/.test(block.tokens[at]?.surface ?? '')) return at + 1;
  }
  const phrase = [start, start + 1, start + 2].map((at) => block.tokens[at]?.bare ?? '').join(' ');
  return /^و?(?:من (?:جانب آخر|جهة أخرى|ناحية أخرى)|في (?:سياق متصل|المقابل ،|غضون ذلك))$/.test(
    phrase,
  )
    ? start + 3
    : start;
}

const leads = /^(?:مؤشر|تطور|سياق|السياق|حادث|حادثة|شأن|الأثناء|المقابل|إطار|الإطار|غضون|التفاصيل)$/;

function isLeading(block: Block, at: number): boolean {
  const bare = block.tokens[at]?.bare ?? '';
  return bare === 'و' || block.tokens[at]?.surface === '-' || clauseOpeners.test(bare);
}

function quotationEndingAt(block: Block, at: number): { from: number; to: number } | null {
  let before = at - 1;
  if (block.tokens[before]?.surface === '،' || block.tokens[before]?.surface === ',') before -= 1;
  const quotation = block.quotations[block.quotationAt[before] ?? -1];
  if (quotation === undefined || quotation.next !== before + 1 || quotation.words < 5) return null;
  return trimmedSpan(block, quotation.from, quotation.close);
}

/** Whom an attribution names, as one whom a statement came through. */
export function sourceOf(block: Block, { subject }: Pick<Cue, 'subject'>): Cue['through'] {
  if (subject.kind === 'phrase') return { first: subject.first, last: subject.last };
  const name = subject.kind === 'name' ? block.names[subject.name] : undefined;
  return name === undefined ? null : { first: name.first, last: name.last };
}
