import { articleFieldsSchema } from '../article/article.ts';
import type { ArticleFields } from '../article/article.ts';

/** Those of the fields that may stand in a record; the others are left out. A headline that is too long is cut. */
export function acceptFields(candidate: Readonly<Record<string, unknown>>): Partial<ArticleFields> {
  const fields: Partial<ArticleFields> = {};
  for (const [name, value] of Object.entries(candidate)) {
    const single = articleFieldsSchema.partial().safeParse({ [name]: value });
    if (single.success) Object.assign(fields, single.data);
    else if (name === 'headline' && typeof value === 'string')
      fields.headline = value.slice(0, 1000);
  }
  return fields;
}
