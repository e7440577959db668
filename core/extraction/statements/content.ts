import { attributeBefore, sourceOf } from './attributed-clause.ts';
import type { Block } from './block.ts';
import { endOfContent } from './content-end.ts';
import type { BoundedCue, Cue } from './cue.ts';
import { isQuotationMark } from './quotation-marks.ts';
import { trimmedSpan } from './trimmed-span.ts';

/**
 * Where what is said begins and ends. Outside quotation marks it runs to its sentence's end, or to the next cue that opens
 * a clause of its own (a verb with و or after a comma, a participle, an attribution). A cue inside such content is part
 * of what is said. An attribution after a statement tells whom that statement came through.
 */
export function boundContents(block: Block, cues: readonly Cue[]): BoundedCue[] {
  const bounded: BoundedCue[] = [];
  for (const [index, cue] of cues.entries()) {
    const next = cues[index + 1];
    if (leadsInto(block, cue, next)) {
      next.through ??= sourceOf(block, cue);
      continue;
    }
    const previous = bounded.at(-1);
    if (previous !== undefined && isInside(previous, cue)) continue;
    if (cue.contentFrom < 0) {
      attributeBefore(block, cue, bounded, cues, index);
      continue;
    }
    const to = cue.contentEnd >= 0 ? cue.contentEnd : endOfContent(block, cue, cues, index);
    const trimmed = trimmedSpan(block, cue.contentFrom, to);
    if (trimmed === null || (trimmed.from <= cue.last && trimmed.to > cue.first)) continue;
    // The opening mark of what was spoken is lost, its closing one is there.
    if (cue.spoken === true && cue.contentEnd < 0 && isQuotationMark(block.tokens[to]))
      cue.direct = true;
    const isTaken = bounded.some(({ from, to: end }) => from < trimmed.to && trimmed.from < end);
    if (!isTaken) bounded.push({ cue, ...trimmed });
  }
  return bounded;
}

/** «وبحسب الوكالة، قال الوزير إن»: the attribution tells whom the next statement came through. */
function leadsInto(block: Block, cue: Cue, next: Cue | undefined): next is Cue {
  if (cue.construction !== 'attribution' || cue.contentFrom < 0 || next === undefined) return false;
  if (next.construction === 'attribution' || next.first > cue.contentFrom + 1) return false;
  return block.sentenceStart[next.first] === block.sentenceStart[cue.first];
}

function isInside(previous: BoundedCue, cue: Cue): boolean {
  return cue.first >= previous.from && cue.first < previous.to;
}
