import type { ImportRule } from '../import-report.ts';
import { correctionRules } from './correction-rules.ts';
import type { Correction, NotedBlock } from './import-notes.ts';
import { findTurnedMarks } from './quotation-marks.ts';

/** Corrections of the text of `blocks`, in order. Two faults of one word are one correction; none overlap. */
export function proposeCorrections(blocks: readonly NotedBlock[]): Correction[] {
  return blocks.flatMap((block) =>
    correctText(block.text).map((correction) => ({ ...correction, block })),
  );
}

/** As `proposeCorrections`, for one text: [start, end) are offsets into it, and widened to the words they touch. */
export function correctText(text: string): Omit<Correction, 'block'>[] {
  const faults: Fault[] = [];
  for (const { rule, pattern, replacement } of correctionRules) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const own = replacement === '$1' ? (match[1] ?? '') : replacement;
      faults.push({ rule, start: match.index, end, replacement: own });
    }
  }
  for (const { at, replacement } of findTurnedMarks(text))
    faults.push({ rule: 'quotation-marks', start: at, end: at + 1, replacement });
  return mergeByWord(
    text,
    faults.toSorted((a, b) => a.start - b.start || a.end - b.end),
  );
}

interface Fault {
  rule: ImportRule;
  start: number;
  end: number;
  replacement: string;
}

function mergeByWord(text: string, faults: readonly Fault[]): Fault[] {
  const merged: Fault[] = [];
  let group: Fault[] = [];
  let start = 0;
  let end = 0;
  let reach = 0;
  const close = () => {
    const [first] = group;
    if (first === undefined) return;
    let replacement = '';
    let at = start;
    for (const fault of group) {
      replacement += text.slice(at, fault.start) + fault.replacement;
      at = fault.end;
    }
    merged.push({ rule: first.rule, start, end, replacement: replacement + text.slice(at, end) });
  };
  for (const fault of faults) {
    // Two patterns may see the same fault; the first has it.
    if (group.length > 0 && (fault.start < reach || isSame(group.at(-1), fault))) continue;
    const from = wordStart(text, fault.start);
    const to = wordEnd(text, fault.end);
    if (group.length > 0 && from <= end) {
      group.push(fault);
      end = Math.max(end, to);
    } else {
      close();
      group = [fault];
      start = from;
      end = to;
    }
    reach = fault.end;
  }
  close();
  return merged;
}

function isSame(last: Fault | undefined, next: Fault): boolean {
  return last !== undefined && last.start === next.start && last.end === next.end;
}

/** How far a correction is widened to be read with its word. */
const reachLimit = 24;

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < reachLimit && !/\s/.test(text[start - 1] ?? ' ')) start -= 1;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < reachLimit && !/\s/.test(text[end] ?? ' ')) end += 1;
  return end;
}
