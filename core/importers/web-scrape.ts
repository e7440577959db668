import { canonicalDocument } from '../article/canonical-document.ts';
import type { ArticleFields } from '../article/article.ts';
import type { DocumentNode } from '../article/document.ts';
import type { ImportChange } from './import-report.ts';
import { proposeCorrections } from './scrape/corrections.ts';
import { buildBlocks } from './scrape/article-blocks.ts';
import type { ArticleBlock } from './scrape/article-blocks.ts';
import { layOutPage } from './scrape/page-layout.ts';
import { splitPageLines } from './scrape/page-lines.ts';
import { ImportNotes } from './scrape/import-notes.ts';
import { readFields } from './scrape/page-fields.ts';
import { describeLine, strayDigit } from './scrape/text-line.ts';
import type { TextLine } from './scrape/text-line.ts';
import { unwrapLines } from './scrape/unwrap-lines.ts';

/**
 * A page of web-scraped news text as an article: the headline and other fields where they clearly stand, paragraphs,
 * lists and sub-headings, without the page's furniture and with torn paragraphs whole. `changes`, in order of the
 * original, account for everything that was taken out or put together, and propose corrections of the text, none of
 * which is made: every character of `text` but white space is either in the document (or a field), in order, or in
 * exactly one `removed` or `headline` change. Linear in the length of `text`. Never throws.
 */
export function importWebScrape(text: string): {
  fields: Partial<ArticleFields>;
  doc: DocumentNode;
  changes: ImportChange[];
} {
  const lines = unwrapLines(splitPageLines(text)).map((parts) => describeLine(parts));
  const roles = layOutPage(lines);
  const kept = new Map<(typeof lines)[number]['parts'][number], number>();
  const blocks = buildBlocks(textLines(lines, roles));
  for (const [at, block] of blocks.entries()) for (const part of block.parts) kept.set(part, at);

  const notes = new ImportNotes(text);
  for (const [at, line] of lines.entries()) {
    const role = roles[at];
    const block = line.parts[0] === undefined ? undefined : kept.get(line.parts[0]);
    if (role === undefined) continue;
    if (role.kind !== 'text') notes.addLine(line.parts, role.rule, role.kind === 'field');
    else if (block !== undefined && blocks[block]?.parts[0] === line.parts[0])
      addBlock(notes, blocks, block);
  }
  for (const correction of proposeCorrections(notes.blocks)) notes.addProposal(correction);
  return {
    fields: readFields(lines, roles),
    doc: canonicalDocument(buildDocument(blocks, notes)),
    changes: notes.toChanges(),
  };
}

/** The lines that are the article's text; null between two that had furniture between them. */
function textLines(
  lines: readonly TextLine[],
  roles: ReturnType<typeof layOutPage>,
): (TextLine | null)[] {
  const result: (TextLine | null)[] = [];
  for (const [at, line] of lines.entries()) {
    result.push(roles[at]?.kind === 'text' ? line : null);
  }
  return result;
}

function addBlock(notes: ImportNotes, blocks: readonly ArticleBlock[], at: number): void {
  const block = blocks[at];
  if (block === undefined) return;
  notes.startBlock();
  for (const [index, part] of block.parts.entries()) {
    if (index > 0) notes.addJoint(part.start);
    const from = index === 0 ? block.marker : 0;
    const isLast = at === blocks.length - 1 && index === block.parts.length - 1;
    const digit = isLast ? strayDigit.exec(part.text) : null;
    const to = digit !== null && digit.index >= from ? digit.index : part.text.length;
    notes.addText(part, from, to, 'list-marker', 'counter');
  }
}

function buildDocument(blocks: readonly ArticleBlock[], notes: ImportNotes): DocumentNode {
  const content: DocumentNode[] = [];
  let items: DocumentNode[] = [];
  let list = 0;
  for (const [at, block] of blocks.entries()) {
    const text = notes.blocks[at]?.text ?? '';
    const inner: DocumentNode[] = text === '' ? [] : [{ type: 'text', text }];
    if (block.type === 'heading') {
      content.push({ type: 'heading', attrs: { level: 2 }, content: inner });
      continue;
    }
    const paragraph: DocumentNode = { type: 'paragraph', content: inner };
    if (block.type === 'paragraph') {
      content.push(paragraph);
      continue;
    }
    if (list !== block.list) {
      list = block.list;
      items = [];
      const type = block.type === 'bullet' ? 'bulletList' : 'orderedList';
      content.push({ type, content: items });
    }
    items.push({ type: 'listItem', content: [paragraph] });
  }
  if (content.length === 0) content.push({ type: 'paragraph' });
  return { type: 'doc', content };
}
