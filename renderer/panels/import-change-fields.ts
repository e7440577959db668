import type { ArticleFields } from '../../core/article/article.ts';
import type { ImportChange } from '../../core/importers/import-report.ts';

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
    default:
      return undefined;
  }
}

function isSame(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b;
}
