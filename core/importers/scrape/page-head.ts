import type { FieldRule, LineRole } from './page-layout.ts';
import { isOpener } from './furniture.ts';
import { isMenuLine, isMenuRunMember } from './menu-lines.ts';
import { readByline } from './page-byline.ts';
import { readPageDate } from './page-date.ts';
import type { TextLine } from './text-line.ts';
import { continuesSentence, endingHabit } from './torn-paragraphs.ts';

/**
 * The lines from the top of a page to its first running text (at `first`; -1: there is none): fills in their roles,
 * and returns the headline's words (or none) and where the rest begins.
 */
export function findHead(
  lines: readonly TextLine[],
  roles: LineRole[],
  first: number,
): { headline: string; bodyStart: number } {
  const end = first === -1 ? endOfTopLines(lines) : first;
  markFurniture(lines, roles, end);
  const at = chooseHeadline(lines, roles, end, first);
  if (at === -1) {
    return { headline: '', bodyStart: end };
  }
  const headline = lines[at]?.text ?? '';
  roles[at] = field('headline', headline);
  markTitleTag(lines, roles, at, end);
  markAbove(lines, roles, at);
  if (first !== -1) markDeck(lines, roles, at, first);
  return { headline, bodyStart: Math.max(at + 1, end) };
}

function field(rule: FieldRule, value: string): LineRole {
  return { kind: 'field', rule, value };
}

/** Without running text only the first line that is no furniture can be a headline. */
function endOfTopLines(lines: readonly TextLine[]): number {
  const at = lines.findIndex(
    (line) => line.text !== '' && line.match === null && readPageDate(line.text) === null,
  );
  return at + 1;
}

function markFurniture(lines: readonly TextLine[], roles: LineRole[], end: number): void {
  const titles = new Set(lines.slice(0, end + 1).map((line) => line.folded));
  let dated = false;
  for (let at = 0; at < end; at += 1) {
    const line = lines[at];
    if (line === undefined) continue;
    const date = line.match === null ? readPageDate(line.text) : null;
    const byline = line.match === null ? readByline(line.text) : null;
    if (line.text === '') roles[at] = { kind: 'removed', rule: 'markup' };
    else if (line.match !== null) roles[at] = { kind: 'removed', rule: line.match.rule };
    else if (date !== null) {
      const isFirst: boolean = date.value !== null && !date.isUpdate && !dated;
      const rule = date.place === '' ? 'publication-date' : 'dateline';
      roles[at] =
        isFirst && date.value !== null
          ? field(rule, date.place === '' ? date.value : `${date.place}\n${date.value}`)
          : { kind: 'removed', rule: 'publication-date' };
      dated ||= isFirst;
    } else if (byline !== null) roles[at] = field('byline', byline);
    else if (isMenuLine(line, titles) || isMenuRunMember(lines, at))
      roles[at] = { kind: 'removed', rule: 'navigation' };
  }
}

function chooseHeadline(
  lines: readonly TextLine[],
  roles: readonly LineRole[],
  end: number,
  first: number,
): number {
  const candidates: number[] = [];
  for (let at = 0; at < end; at += 1) {
    const line = lines[at];
    if (line !== undefined && roles[at]?.kind === 'text' && isTitleLike(line)) candidates.push(at);
  }
  if (first === -1) {
    const at = candidates[0] ?? -1;
    const below = lines.slice(at + 1).filter((line) => line.text !== '');
    return below[0]?.afterGap === true && below.some((line) => line.match === null) ? at : -1;
  }
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line.folded, (counts.get(line.folded) ?? 0) + 1);
  const repeated = candidates.find((at) => {
    const folded = lines[at]?.folded ?? '';
    return folded.length >= 12 && (counts.get(folded) ?? 0) > 1;
  });
  if (repeated !== undefined) return repeated;
  const named = candidates.find((at) =>
    candidates.slice(0, 8).some((other) => isTitleTag(lines[other], lines[at])),
  );
  if (named !== undefined) return named;
  if (isKickerAbove(candidates.map((at) => lines[at]?.words ?? 0))) return candidates[1] ?? -1;
  const long = candidates.filter((at) => (lines[at]?.words ?? 0) >= 4);
  // A headline of two or three words: what follows is too long for one.
  const [top] = candidates;
  if (top !== undefined && top !== long[0] && (lines[long[0] ?? top]?.words ?? 0) > 15) return top;
  // Below the titles of a list of links the headline is the last of them.
  const isBelowLinks = lines.slice(0, end).some((line) => isOpener(line));
  return (isBelowLinks ? long.at(-1) : long[0]) ?? candidates.at(-1) ?? -1;
}

/** Three titles of growing length: a kicker, the headline, a deck. Of two the first may as well be the headline. */
function isKickerAbove(words: readonly number[]): boolean {
  const [kicker = 0, headline = 0, deck = 0] = words;
  return (
    words.length === 3 &&
    kicker <= 5 &&
    headline >= kicker * 1.5 &&
    headline <= 15 &&
    deck > headline
  );
}

/** Short, and unlike a sentence. */
function isTitleLike(line: TextLine): boolean {
  return (
    line.marker === 0 &&
    line.words >= 2 &&
    line.words <= 24 &&
    line.text.length <= 240 &&
    (!/[.،:؛,]["”»]?$/.test(line.text) || line.text.endsWith('..'))
  );
}

/** The page's title, "headline | name of the site", is the headline a second time. */
function markTitleTag(
  lines: readonly TextLine[],
  roles: LineRole[],
  headline: number,
  end: number,
): void {
  for (let at = 0; at < end; at += 1) {
    if (roles[at]?.kind === 'text' && isTitleTag(lines[at], lines[headline]))
      roles[at] = { kind: 'removed', rule: 'repeated-headline' };
  }
}

function isTitleTag(line: TextLine | undefined, headline: TextLine | undefined): boolean {
  if (line === undefined || headline === undefined || headline.folded.length < 12) return false;
  return (
    line.folded.startsWith(headline.folded) &&
    /^[^\p{L}\p{N}]? ?[-|–—»:•] ?[^-|–—»:•.]{1,60}$/u.test(
      line.folded.slice(headline.folded.length),
    )
  );
}

/** A short line above the headline is its kicker; below a menu, one word or two are one more of its entries. */
function markAbove(lines: readonly TextLine[], roles: LineRole[], headline: number): void {
  const above: number[] = [];
  let menu = 0;
  for (let at = 0; at < headline; at += 1) {
    const role = roles[at];
    if (role?.kind === 'removed' && role.rule === 'navigation') menu += 1;
    if (role?.kind === 'text') above.push(at);
  }
  const [only] = above;
  const line = only === undefined ? undefined : lines[only];
  if (above.length !== 1 || only === undefined || line === undefined || line.marker > 0) return;
  if (menu >= 3 && line.words <= 2) roles[only] = { kind: 'removed', rule: 'navigation' };
  else if (line.words <= 6 && line.text.length <= 80) roles[only] = field('kicker', line.text);
}

/**
 * A sub-headline: the only line between headline and running text, longer than a sub-heading, shorter than a
 * paragraph, without the full stop that the page's paragraphs have.
 */
function markDeck(
  lines: readonly TextLine[],
  roles: LineRole[],
  headline: number,
  first: number,
): void {
  const between: number[] = [];
  for (let at = headline + 1; at < first; at += 1) if (roles[at]?.kind === 'text') between.push(at);
  const [only] = between;
  const line = only === undefined ? undefined : lines[only];
  const next = lines[first];
  if (between.length !== 1 || only === undefined || line === undefined || next === undefined)
    return;
  const isBetweenLengths = line.words >= 7 && line.words <= 24 && line.words * 1.3 <= next.words;
  if (!isBetweenLengths || line.marker > 0 || line.ended || /[،,]$/.test(line.text)) return;
  const habit = endingHabit(lines);
  if (habit.paragraphs < 3 || habit.share < 0.8) return;
  if (line.folded !== lines[headline]?.folded && !continuesSentence(line, next, habit))
    roles[only] = field('deck', line.text);
}
