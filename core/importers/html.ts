import { parse } from 'parse5';
import { canonicalImport } from './canonical-import.ts';
import { limitDepth } from './html-depth.ts';
import { isOwnPage, readOwnFields, readPageFields } from './html-fields.ts';
import { readPage } from './html-page.ts';
import { findElements } from './html-tree.ts';
import { readDocument } from './html-walk.ts';
import type { ParsedImport } from './parsed-import.ts';

/**
 * An article from HTML. What `renderHtml` wrote comes back as the same document, and from a whole page of ours the
 * same fields. Of any other page the part with the text is read by an allowlist; its furniture is left out and
 * listed in `changes`, where `original` is the words of the removed part and the range is its markup. Embedded
 * images keep their `data:` URIs. Never throws for any text.
 */
export function importHtml(text: string): Pick<ParsedImport, 'fields' | 'doc' | 'changes'> {
  const page = parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  limitDepth(page);
  if (!isOwnPage(page)) {
    const { doc, headline, changes } = readPage(page);
    return { fields: readPageFields(page, headline), doc, changes };
  }
  const [article] = findElements(page, (element) => element.tagName === 'article');
  return {
    fields: readOwnFields(page),
    doc: canonicalImport(readDocument(article ?? page)),
    changes: [],
  };
}
