import type { Extraction } from '../../core/extraction/extract.ts';
import type { Messages } from './messages.ts';
import { printable } from './printable.ts';

/** What was found, for people: a line each, under a heading for names, dates and statements. */
export function extractedLines(
  { names, entities, dates, statements }: Extraction,
  { extracted }: Messages,
): string {
  const nameLines = entities.map(({ id, canonical, kind, titles }) => {
    const places = names.filter(({ entity }) => entity === id).length;
    return [printable(canonical), extracted.kinds[kind], ...titles.map(printable), `×${places}`];
  });
  const dateLines = dates.map(({ surface, value, until, mod }) => [
    printable(surface),
    [value, until].filter((part) => part !== null).join('/'),
    ...(mod === null ? [] : [mod]),
  ]);
  const statementLines = statements.map(({ speaker, cue, content }) => [
    speaker === null ? extracted.nobody : printable(speaker.surface),
    printable(cue.surface),
    printable(content.surface),
  ]);
  return [
    section(extracted.names, nameLines),
    section(extracted.dates, dateLines),
    section(extracted.statements, statementLines),
  ].join('\n');
}

function section(heading: string, lines: readonly (readonly string[])[]): string {
  return `${heading} (${lines.length})\n${lines.map((parts) => `  ${parts.join('  ')}\n`).join('')}`;
}
