import { cleanText } from '../article/canonical-document.ts';
import { changeContextLength } from './import-report.ts';
import type { ImportChange } from './import-report.ts';

/**
 * The offset of a change's place, and the words on either side of it, as they are now, when nobody has edited there: the context of the
 * import, with the neighbours in `report` that were undone or accepted since.
 */
export function currentContext(
  change: ImportChange,
  report: readonly ImportChange[],
): { offset: number; before: string; after: string } {
  const { offset, before, after } = change.place;
  const from = offset - before.length;
  const span = spanOf(change);
  const to = offset + span + after.length;
  let left = '';
  let right = '';
  let leftAt = from;
  let rightAt = offset + span;
  let shift = 0;
  for (const other of sorted(report)) {
    if (other.id === change.id) continue;
    const edit = editOf(other);
    const at = other.place.offset;
    if (edit === null) continue;
    const isBefore = at < offset || (at === offset && other.id < change.id);
    if (isBefore) shift += edit.text.length - edit.length;
    if (at < from || at > to) continue;
    if (isBefore) {
      // A place at the very beginning of the context belongs to it only when it takes something from it.
      if (at + edit.length <= from && at !== offset) continue;
      left += before.slice(leftAt - from, at - from) + edit.text;
      leftAt = Math.max(leftAt, at + edit.length);
    } else if (at >= rightAt) {
      const start = offset + span;
      right += after.slice(rightAt - start, at - start) + edit.text;
      rightAt = at + edit.length;
    }
  }
  left += before.slice(leftAt - from);
  right += after.slice(rightAt - offset - span);
  if (before === '' && after === '' && span === 0) {
    // Nothing was left of the text: what was put back has line ends only between its lines.
    if (right === '') left = left.replace(/\n$/, '');
    right = right.replace(/\n$/, '');
  }
  return {
    offset: offset + shift,
    before: left.slice(-changeContextLength),
    after: right.slice(0, changeContextLength),
  };
}

/** What a change that was undone or accepted has done to the text as imported: `length` characters became `text`. */
function editOf(change: ImportChange): { length: number; text: string } | null {
  if (change.kind === 'proposed')
    return change.state === 'accepted'
      ? { length: change.original.length, text: change.replacement }
      : null;
  if (change.state !== 'undone') return null;
  if (change.kind === 'joined') return { length: 1, text: '\n' };
  if (change.inline === true)
    return { length: change.replacement.length, text: cleanText(change.original) };
  const words = changeParagraphs(change).join('\n');
  if (words === '') return null;
  return { length: 0, text: isAfterText(change) ? `\n${words}` : `${words}\n` };
}

/** Whether the lines of a change stood after the last block of the text. */
export function isAfterText(change: ImportChange): boolean {
  return change.place.after === '' && change.place.before !== '';
}

/** The words that a change took out in whole lines, as paragraphs. */
export function changeParagraphs(change: ImportChange): string[] {
  return change.original
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => cleanText(line).trim())
    .filter((line) => line !== '');
}

/** How many characters of the text as imported a change's place covers. */
function spanOf(change: ImportChange): number {
  if (change.kind === 'proposed') return change.original.length;
  return change.kind === 'joined' || change.inline === true ? change.replacement.length : 0;
}

function sorted(report: readonly ImportChange[]): readonly ImportChange[] {
  return report.toSorted((a, b) => a.place.offset - b.place.offset || a.id - b.id);
}
