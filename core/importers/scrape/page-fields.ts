import type { ArticleFields } from '../../article/article.ts';
import type { LineRole } from './page-layout.ts';
import type { TextLine } from './text-line.ts';

/** The record's fields that lines of the page are, and its tags where a line names them. */
export function readFields(
  lines: readonly TextLine[],
  roles: readonly LineRole[],
): Partial<ArticleFields> {
  const fields: Partial<ArticleFields> = {};
  for (const role of roles) {
    if (role.kind !== 'field') continue;
    const { rule, value } = role;
    if (rule === 'byline') fields.bylines = [...(fields.bylines ?? []), value].slice(0, 50);
    else if (rule === 'publication-date') fields.publishedOn = value;
    else if (rule === 'dateline') {
      const [place = '', date = ''] = value.split('\n');
      fields.dateline = { place, date };
      fields.publishedOn ??= date;
    } else fields[rule] = value;
  }
  const tags = readTags(lines, roles);
  if (tags.length > 0) fields.tags = tags;
  return fields;
}

/** Tags of lines that say so before a colon, or that are all hashtags. */
function readTags(lines: readonly TextLine[], roles: readonly LineRole[]): string[] {
  const tags = new Set<string>();
  for (const [at, line] of lines.entries()) {
    const role = roles[at];
    if (role?.kind !== 'removed' || role.rule !== 'tags') continue;
    const list = line.text.includes('#')
      ? [...line.text.matchAll(/#([\p{L}\p{M}\p{N}_]+)/gu)].map((match) => match[1] ?? '')
      : (/:(.+)$/.exec(line.text)?.[1] ?? '').split(/[،,؛;|/]/);
    for (const tag of list) {
      const name = tag.replace(/_/g, ' ').trim();
      if (name !== '' && name.length <= 100) tags.add(name);
    }
  }
  return [...tags].slice(0, 200);
}
