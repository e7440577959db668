import { cleanText } from '../article/canonical-document.ts';
import type { PlainText } from '../article/plain-text.ts';
import type { ImportChange } from './import-report.ts';
import { changeParagraphs, currentContext, isAfterText } from './change-context.ts';
import { findPlace } from './find-place.ts';

/**
 * An edit of an article's text, in UTF-16 offsets into its plain text (end exclusive).
 *
 * - `replace`: [start, end), inside one block, becomes `text`.
 * - `split`: the block is divided at `at`; a space there goes.
 * - `join`: the line end at `at`, between two blocks, becomes a space.
 * - `insert-paragraphs`: before the block that starts at `at`, or after the one that ends there.
 * - `remove-paragraphs`: the whole blocks in [start, end).
 */
export type ChangeEdit =
  | { kind: 'replace'; start: number; end: number; text: string }
  | { kind: 'split'; at: number }
  | { kind: 'join'; at: number }
  | { kind: 'insert-paragraphs'; at: number; paragraphs: string[] }
  | { kind: 'remove-paragraphs'; start: number; end: number };

/**
 * The edit of the current text by which a change of the import report is undone, made again, or (a proposal) accepted.
 * The place is found by the words around it: where they stand once, or nearest to where they stood; null where that
 * leaves a doubt, or there is nothing to do. Undoing a `headline` change puts its words back as a paragraph (the
 * field is the caller's). `report`: all changes with their present states, so that what was undone nearby is known
 * to be there.
 */
export function planChangeEdit(
  plain: PlainText,
  change: ImportChange,
  action: 'undo' | 'redo' | 'accept',
  report: readonly ImportChange[] = [],
): ChangeEdit | null {
  const place = currentContext(change, report);
  if (change.kind === 'joined') {
    const isUndo = action === 'undo';
    const at = findPlace(plain.text, place, isUndo ? ' ' : '\n');
    if (at === null) return null;
    return isUndo ? { kind: 'split', at } : { kind: 'join', at };
  }
  if (change.kind === 'proposed' || change.inline === true) {
    const before = cleanText(change.original);
    const [present, wanted] =
      action === 'undo' ? [change.replacement, before] : [before, change.replacement];
    if (present === wanted) return null;
    const start = findPlace(plain.text, place, present);
    if (start === null) return null;
    return { kind: 'replace', start, end: start + present.length, text: wanted };
  }
  const paragraphs = changeParagraphs(change);
  if (paragraphs.length === 0) return null;
  const isLast = isAfterText(change) || (place.after === '' && place.before !== '');
  return action === 'undo'
    ? planInsertion(plain, place, isLast, paragraphs)
    : planRemoval(plain, place, isLast, paragraphs);
}

interface Place {
  offset: number;
  before: string;
  after: string;
}

function planInsertion(
  plain: PlainText,
  place: Place,
  isLast: boolean,
  paragraphs: string[],
): ChangeEdit | null {
  if (place.before === '') return { kind: 'insert-paragraphs', at: 0, paragraphs };
  const at = findPlace(plain.text, place, '');
  const fits = plain.blocks.some((block) => at === (isLast ? block.end : block.start));
  return at !== null && fits ? { kind: 'insert-paragraphs', at, paragraphs } : null;
}

function planRemoval(
  plain: PlainText,
  place: Place,
  isLast: boolean,
  paragraphs: string[],
): ChangeEdit | null {
  const words = paragraphs.join('\n');
  let start =
    plain.text === words ? 0 : findPlace(plain.text, place, isLast ? `\n${words}` : `${words}\n`);
  if (start === null) return null;
  if (isLast && plain.text !== words) start += 1;
  const end = start + words.length;
  const isWhole =
    plain.blocks.some((block) => block.start === start) &&
    plain.blocks.some((block) => block.end === end);
  return isWhole ? { kind: 'remove-paragraphs', start, end } : null;
}
