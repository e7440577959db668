import type { Root } from 'mdast';
import { parseFragment } from 'parse5';
import type { ArticleFields } from '../article/article.ts';
import type { DocumentNode } from '../article/document.ts';
import { toPlainText } from '../article/plain-text.ts';
import { canonicalImport } from './canonical-import.ts';
import { placeAt } from './change-place.ts';
import { limitDepth } from './html-depth.ts';
import { isHtmlElement, readableText } from './html-tree.ts';
import type { HtmlElement, HtmlParent } from './html-tree.ts';
import { readDocument } from './html-walk.ts';
import { readFrontMatter } from './markdown-front-matter.ts';
import { markdownToHtml } from './markdown-html.ts';
import { parseMarkdown, parseWithFrontMatter } from './markdown-syntax.ts';
import type { ImportChange } from './import-report.ts';
import type { ParsedImport } from './parsed-import.ts';

/**
 * An article from CommonMark with GFM and YAML front matter. What `renderMarkdown` wrote comes back as the same
 * fields and document. HTML in it is read by the same allowlist as HTML files. Where the front matter names no
 * headline, a heading of level 1 before any other text is it. Front matter that is no YAML stays as text. Embedded
 * images keep their `data:` URIs. Never throws for any text.
 */
export function importMarkdown(text: string): Pick<ParsedImport, 'fields' | 'doc' | 'changes'> {
  try {
    const { tree, fields, lead } = parseArticle(text);
    const page = parseFragment(markdownToHtml(tree, lead), { scriptingEnabled: false });
    limitDepth(page);
    const heading = fields.headline ? undefined : findLeadingHeading(page);
    if (heading !== undefined) fields.headline = readableText(heading).slice(0, 1000);
    const doc = canonicalImport(readDocument(page, { leaveOut: (element) => element === heading }));
    return {
      fields,
      doc,
      changes: heading ? headlineChange(tree, fields.headline ?? '', doc) : [],
    };
  } catch (error) {
    // Nesting deeper than the stack, in a text that nobody wrote by hand.
    if (!(error instanceof RangeError)) throw error;
    return { fields: {}, doc: canonicalImport(plainParagraphs(text)), changes: [] };
  }
}

/** `lead`: text that stands before the tree's, front matter that is none. */
function parseArticle(text: string): {
  tree: Root;
  fields: Partial<ArticleFields>;
  lead: string;
} {
  const { tree, matter } = parseWithFrontMatter(text);
  if (matter === undefined) return { tree, fields: {}, lead: '' };
  const read = readFrontMatter(matter);
  if (read === 'broken') return { tree, fields: {}, lead: matter };
  // Two rules with text between them.
  if (read === 'none') return { tree: parseMarkdown(text), fields: {}, lead: '' };
  return { tree, fields: read, lead: '' };
}

function findLeadingHeading(page: HtmlParent): HtmlElement | undefined {
  const first = page.childNodes
    .filter(isHtmlElement)
    .find(
      (element) => readableText({ nodeName: '#document-fragment', childNodes: [element] }) !== '',
    );
  return first?.tagName === 'h1' ? first : undefined;
}

/** The heading that became the headline, as a change of the import report. */
function headlineChange(tree: Root, headline: string, doc: DocumentNode): ImportChange[] {
  const node = tree.children.find((child) => child.type === 'heading' && child.depth === 1);
  const { start, end } = node?.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return [];
  return [
    {
      id: 0,
      kind: 'headline',
      rule: 'headline',
      start: start.offset,
      end: end.offset,
      original: headline,
      replacement: '',
      place: placeAt(toPlainText(doc).text, 0),
      state: 'applied',
    },
  ];
}

function plainParagraphs(text: string): DocumentNode {
  const content = text
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] }));
  return { type: 'doc', content };
}
