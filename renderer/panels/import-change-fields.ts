import type { ArticleFields } from '../../core/article/article.ts';
import type { ImportChange } from '../../core/importers/import-report.ts';
import { readPageDate } from '../../core/importers/scrape/page-date.ts';
import type { PageDate } from '../../core/importers/scrape/page-date.ts';

/**
 * The fields that change when a line which became one of them is put back into the text (`undo`), or is taken for it
 * again (`redo`). A field that has been edited since is left alone. Undefined: no field changes.
 */
export function fieldsAfter(
  fields: ArticleFields,
  change: ImportChange,
  action: 'undo' | 'redo' | 'accept',
): Partial<ArticleFields> | undefined {
  if (change.kind !== 'headline') return undefined;
  const words = change.original.replace(/\s+/g, ' ').trim();
  switch (change.rule) {
    case 'headline':
    case 'kicker':
    case 'deck': {
      const present = fields[change.rule];
      if (action === 'undo') return isSame(present, words) ? { [change.rule]: '' } : undefined;
      return present === '' ? { [change.rule]: words } : undefined;
    }
    case 'byline': {
      if (action !== 'undo') return undefined;
      const left = fields.bylines.filter((name) => !words.includes(name));
      return left.length === fields.bylines.length ? undefined : { bylines: left };
    }
    case 'publication-date':
    case 'dateline':
      return datesAfter(fields, readPageDate(words), change.rule, action);
    default:
      return undefined;
  }
}

/** As the importer fills them in: a dateline's date is the publication date too. */
function datesAfter(
  fields: ArticleFields,
  read: PageDate | null,
  rule: 'publication-date' | 'dateline',
  action: 'undo' | 'redo' | 'accept',
): Partial<ArticleFields> | undefined {
  if (read === null || read.value === null) return undefined;
  const { value, place } = read;
  const { dateline, publishedOn } = fields;
  const isUndo = action === 'undo';
  const after: Partial<ArticleFields> = {};
  if (publishedOn === (isUndo ? value : null)) after.publishedOn = isUndo ? null : value;
  const filled = { place, date: value };
  const empty = { place: '', date: null };
  const [present, next] = isUndo ? [filled, empty] : [empty, filled];
  const isPresent = dateline.place === present.place && dateline.date === present.date;
  if (rule === 'dateline' && isPresent) after.dateline = next;
  return Object.keys(after).length === 0 ? undefined : after;
}

function isSame(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b;
}
