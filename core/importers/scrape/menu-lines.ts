import { foldLine } from './fold-line.ts';
import { matchFurniture } from './furniture.ts';
import type { TextLine } from './text-line.ts';

/** Whether a line is a menu or a path written in one line, by the entries that are known. `titles`: folded lines of the page. */
export function isMenuLine(line: TextLine, titles: ReadonlySet<string>): boolean {
  if (line.text.length > 300) return false;
  const parts = line.text.split(/\s*[|>»›•·/\\←‹«]\s*|\s{2,}|\t/).filter((part) => part !== '');
  const known = parts.filter((part) => isNavigation(foldLine(part)));
  if (parts.length >= 2 && known.length > 0) {
    const rest = parts.filter((part) => !known.includes(part));
    if (parts.length >= 3 && known.length * 2 >= parts.length) {
      return rest.every((part) => part.split(' ').length <= 3 || titles.has(foldLine(part)));
    }
    const isPath = isNavigation(foldLine(parts[0] ?? '')) && /[|>»›/\\←]/.test(line.text);
    return (
      isPath && rest.every((part) => titles.has(foldLine(part)) || part.split(' ').length <= 2)
    );
  }
  const words = line.folded.split(' ');
  return words.length >= 3 && words.every((word) => isNavigation(word));
}

/**
 * Whether a short line stands among known entries of a menu, before it and after it, in a run of short lines: then
 * it is an entry too (a country, a column). The last line of such a run may be a headline, the first one a text's end.
 */
export function isMenuRunMember(lines: readonly TextLine[], at: number): boolean {
  if (!isEntry(lines[at])) return false;
  const before = countEntries(lines, at, -1);
  const after = countEntries(lines, at, 1);
  const known = before.known + after.known;
  return (
    before.known > 0 && after.known > 0 && known >= 3 && known >= before.unknown + after.unknown
  );
}

function countEntries(
  lines: readonly TextLine[],
  from: number,
  step: 1 | -1,
): { known: number; unknown: number } {
  const count = { known: 0, unknown: 0 };
  for (let away = 1; away <= 30 && isEntry(lines[from + step * away]); away += 1) {
    if (lines[from + step * away]?.match?.rule === 'navigation') count.known += 1;
    else count.unknown += 1;
  }
  return count;
}

function isEntry(line: TextLine | undefined): boolean {
  return (
    line !== undefined &&
    line.words >= 1 &&
    line.words <= 3 &&
    line.text.length <= 40 &&
    !/[.،؛:؟!"”»]$/.test(line.text)
  );
}

function isNavigation(folded: string): boolean {
  return matchFurniture(folded)?.rule === 'navigation';
}
