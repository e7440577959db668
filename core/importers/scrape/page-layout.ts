import type { ImportRule } from '../import-report.ts';
import { foldLine } from './fold-line.ts';
import { findHead } from './page-head.ts';
import { isMenuRunMember } from './menu-lines.ts';
import { readPageDate } from './page-date.ts';
import { isOpener } from './furniture.ts';
import type { TextLine } from './text-line.ts';

/** What a line of a page is: part of the text, furniture, or one of the record's fields. */
export type LineRole =
  | { kind: 'text' }
  | { kind: 'removed'; rule: ImportRule }
  | { kind: 'field'; rule: FieldRule; value: string };
export type FieldRule = 'headline' | 'kicker' | 'deck' | 'byline' | 'publication-date' | 'dateline';

/**
 * A role for each line. Above the first running text and below the last one lines are judged more strictly than
 * between them, where only what is furniture wherever it stands is taken out.
 */
export function layOutPage(lines: readonly TextLine[]): LineRole[] {
  const roles: LineRole[] = lines.map(() => text);
  const first = lines.findIndex((line) => line.isProse);
  const last = lines.findLastIndex((line) => line.isProse);
  const { headline, bodyStart } = findHead(lines, roles, first);
  const tailStart =
    last === -1 ? Math.max(bodyStart, endOfUnmatched(lines) + 1) : Math.max(bodyStart, last + 1);
  markBody(lines, roles, bodyStart, tailStart);
  markTail(lines, roles, tailStart);
  markRepeats(lines, roles, headline);
  if (roles.every((role, at) => role.kind !== 'text' || lines[at]?.text === ''))
    keepSomething(lines, roles);
  return roles;
}

export const text: LineRole = { kind: 'text' };

export function removed(rule: ImportRule): LineRole {
  return { kind: 'removed', rule };
}

function endOfUnmatched(lines: readonly TextLine[]): number {
  return lines.findLastIndex((line) => line.text !== '' && line.match === null);
}

function markBody(lines: readonly TextLine[], roles: LineRole[], start: number, end: number): void {
  for (let at = start; at < end; at += 1) {
    const line = lines[at];
    if (line === undefined || roles[at] !== text) continue;
    if (line.text === '') roles[at] = removed('markup');
    else if (line.match?.strength === 'sure') roles[at] = removed(line.match.rule);
    else if (line.match !== null && isOpener(line))
      markTitles(lines, roles, at, end, line.match.rule);
    else if (line.match?.strength === 'edge' && hasFurnitureBeside(lines, at, line.match.rule))
      roles[at] = removed(line.match.rule);
  }
}

function markTitles(
  lines: readonly TextLine[],
  roles: LineRole[],
  at: number,
  end: number,
  rule: ImportRule,
): void {
  const after = countTitles(lines, at, end);
  for (let next = at; next < after; next += 1) roles[next] = removed(rule);
}

/**
 * Index after the titles that belong to the opener at `at`: those right under it, or
 * the single one below a blank line. What may be a sub-heading of the article stays.
 */
function countTitles(lines: readonly TextLine[], at: number, end: number): number {
  let next = at + 1;
  while (next < end && isTitle(lines[next]) && (next === at + 1 || lines[next]?.afterGap === false))
    next += 1;
  return next;
}

function isTitle(line: TextLine | undefined): boolean {
  return (
    line !== undefined &&
    line.match === null &&
    !line.isProse &&
    line.words >= 3 &&
    line.words <= 20 &&
    !/[.،:؛]$/.test(line.text)
  );
}

/** A word such as "Facebook" is furniture in the middle of a text only in company of its kind. */
function hasFurnitureBeside(lines: readonly TextLine[], at: number, rule: ImportRule): boolean {
  return [lines[at - 1], lines[at + 1]].some((line) => line?.match?.rule === rule);
}

function markTail(lines: readonly TextLine[], roles: LineRole[], start: number): void {
  let opened: ImportRule | null = null;
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || roles[at] !== text) continue;
    if (line.text === '') roles[at] = removed('markup');
    else if (line.match !== null) {
      roles[at] = removed(line.match.rule);
      if (line.match.strength === 'section') opened = line.match.rule;
      else if (line.match.strength !== 'edge') opened = null;
      if (line.match.strength === 'opener')
        markTitles(lines, roles, at, lines.length, line.match.rule);
    } else if (opened !== null && line.words <= 24 && !/[.،:؛]$/.test(line.text))
      roles[at] = removed(opened);
    else if (isPageDate(line.text)) roles[at] = removed('publication-date');
    else if (isMenuRunMember(lines, at)) roles[at] = removed('navigation');
    else opened = null;
  }
}

function isPageDate(line: string): boolean {
  const date = readPageDate(line);
  return date !== null && (date.isLabelled || date.isRelative);
}

/** Titles and paragraphs that stand on the page a second time. */
function markRepeats(lines: readonly TextLine[], roles: LineRole[], headline: string): void {
  const title = foldLine(headline);
  const seen = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (roles[at] !== text) continue;
    if (title !== '' && line.folded === title) roles[at] = removed('repeated-headline');
    else if (line.words >= 12) {
      if (seen.has(line.text)) roles[at] = removed('repeated-paragraph');
      seen.add(line.text);
    }
  }
}

/** A file that would be left without a word is no page with furniture: its lines are its text. */
function keepSomething(lines: readonly TextLine[], roles: LineRole[]): void {
  if (roles.some((role) => role.kind === 'field' && role.rule === 'headline')) return;
  for (const [at, line] of lines.entries()) if (line.text !== '') roles[at] = text;
}
