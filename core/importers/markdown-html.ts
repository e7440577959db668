import type { FootnoteDefinition, List, ListItem, Nodes, Root, RootContent, Table } from 'mdast';
import { parseFragment, serialize } from 'parse5';
import { htmlAttribute } from '../exporters/html-escape.ts';
import { renderText } from '../exporters/html-inline.ts';
import { createInlineWriter } from './markdown-inline-html.ts';
import type { InlineWriter } from './markdown-inline-html.ts';

/**
 * A Markdown tree as HTML of the shape that `renderHtml` writes, for the HTML importer to read. HTML in the
 * Markdown is balanced block by block, so that a tag left open ends with its block. `lead`: plain lines that come
 * first.
 */
export function markdownToHtml(root: Root, lead: string): string {
  const writer = createInlineWriter(root);
  const body = blocks(root.children, writer, null);
  return (lead === '' ? '' : lineBlock(lead, 'p')) + body + unreferenced(writer);
}

type BlockNode = RootContent;
type FixedDirection = 'rtl' | 'ltr' | null;

function blocks(nodes: readonly BlockNode[], writer: InlineWriter, dir: FixedDirection): string {
  let html = '';
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node === undefined) continue;
    const opener = node.type === 'html' ? openingTag.exec(node.value.trim()) : null;
    const end = opener === null ? -1 : findEnd(nodes, index, opener[1] ?? '');
    const closer = nodes[end];
    if (opener === null || closer?.type !== 'html') html += block(node, writer, dir);
    else {
      const inside = nodes.slice(index + 1, end);
      const attributes = opener[2] ?? '';
      if (opener[1] === 'div') html += blocks(inside, writer, directionIn(attributes));
      else {
        html += `<blockquote${attributes}${htmlAttribute('dir', dir)}>${blocks(inside, writer, null)}${contain(closer.value.replace(/<\/blockquote>$/, ''))}</blockquote>`;
      }
      index = end;
    }
  }
  return html;
}

/** Lines of HTML between which Markdown goes on: a direction for the blocks between, or a quotation with its source. */
const openingTag = /^<(div|blockquote)((?:\s+[a-z-]+="[^"<>]*")*)\s*>$/;

/** Index of the HTML that closes the tag opened at `start`, among its siblings; -1 where there is none. */
function findEnd(nodes: readonly BlockNode[], start: number, tag: string): number {
  let depth = 0;
  for (let index = start; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node?.type !== 'html') continue;
    const value = node.value.trim();
    if (openingTag.exec(value)?.[1] === tag) depth += 1;
    else if (value === `</${tag}>` || (tag === 'blockquote' && attributedEnd.test(value))) {
      depth -= 1;
    }
    if (depth === 0) return index;
  }
  return -1;
}

const attributedEnd = /^<footer(?:\s[^<>]*)?>[^\n]*<\/footer>\n<\/blockquote>$/;

function directionIn(attributes: string): FixedDirection {
  const dir = /\sdir="(rtl|ltr)"/.exec(attributes)?.[1];
  return dir === 'rtl' || dir === 'ltr' ? dir : null;
}

function block(node: BlockNode, writer: InlineWriter, dir: FixedDirection): string {
  switch (node.type) {
    case 'paragraph': {
      const [only, ...more] = node.children;
      if (only !== undefined && more.length === 0) {
        const image = writer.image(only);
        if (image !== undefined) return image;
      }
      return textBlock('p', node, writer, dir);
    }
    case 'heading':
      return textBlock(`h${node.depth}`, node, writer, dir);
    case 'blockquote':
      return `<blockquote${htmlAttribute('dir', dir)}>${blocks(node.children, writer, null)}</blockquote>`;
    case 'list':
      return list(node, writer, dir);
    case 'table':
      return table(node, writer, dir);
    case 'thematicBreak':
      return '<hr>';
    case 'code':
      return node.value === '' ? '' : lineBlock(node.value, 'code');
    case 'html':
      return contain(node.value);
    default:
      return '';
  }
}

/** What shows nothing is kept too: Markdown has no empty lines by accident. */
function textBlock(
  tag: string,
  node: Extract<Nodes, { type: 'paragraph' | 'heading' }>,
  writer: InlineWriter,
  dir: FixedDirection,
): string {
  const { html, isMixed, hasText } = writer.line(node.children);
  const keep = hasText || node.type === 'heading' ? ' data-keep' : '';
  const element = `<${tag} dir="${dir ?? 'auto'}"${keep}>${html}</${tag}>`;
  return isMixed ? contain(element) : element;
}

/** Where only some items have a box, runs with and without become lists of their own. */
function list(node: List, writer: InlineWriter, dir: FixedDirection): string {
  let html = '';
  let run: ListItem[] = [];
  const flush = () => {
    if (run.length > 0) html += listRun(run, node, writer, dir);
    run = [];
  };
  for (const item of node.children) {
    const [first] = run;
    if (first !== undefined && isTask(first) !== isTask(item) && node.ordered !== true) flush();
    run.push(item);
  }
  flush();
  return html;
}

function listRun(
  items: readonly ListItem[],
  node: List,
  writer: InlineWriter,
  dir: FixedDirection,
): string {
  const direction = htmlAttribute('dir', dir);
  const content = (item: ListItem) =>
    blocks(item.children, writer, null) || '<p dir="auto" data-keep></p>';
  if (node.ordered === true) {
    const box = (item: ListItem) =>
      isTask(item) ? `<p dir="auto">${item.checked === true ? '[x]' : '[ ]'}</p>` : '';
    const lines = items.map((item) => `<li>${box(item)}${content(item)}</li>`);
    return `<ol start="${node.start ?? 1}"${direction}>${lines.join('')}</ol>`;
  }
  if (items[0] !== undefined && isTask(items[0])) {
    const lines = items.map(
      (item) => `<li data-checked="${String(item.checked === true)}">${content(item)}</li>`,
    );
    return `<ul data-type="taskList"${direction}>${lines.join('')}</ul>`;
  }
  return `<ul${direction}>${items.map((item) => `<li>${content(item)}</li>`).join('')}</ul>`;
}

function isTask(item: ListItem): boolean {
  return typeof item.checked === 'boolean';
}

function table(node: Table, writer: InlineWriter, dir: FixedDirection): string {
  const columns = node.children[0]?.children.length ?? 0;
  const rows = node.children.map((row, index) => {
    const tag = index === 0 ? 'th' : 'td';
    const cells = Array.from({ length: columns }, (_, column) => {
      const { html, isMixed } = writer.line(row.children[column]?.children ?? []);
      const align = htmlAttribute('data-align', node.align?.[column]);
      return `<${tag} dir="auto" data-keep${align}>${isMixed ? contain(html) : html}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table${htmlAttribute('dir', dir)}><tbody>${rows.join('')}</tbody></table>`;
}

/** Lines of text as they are, in one paragraph. */
function lineBlock(text: string, tag: 'p' | 'code'): string {
  const lines = text
    .replaceAll('\t', '    ')
    .split('\n')
    .map((line) =>
      line === '' || tag === 'p' ? renderText(line) : `<code>${renderText(line)}</code>`,
    );
  return `<p dir="auto">${lines.join('<br data-keep>')}</p>`;
}

/** Definitions that nothing refers to: their text follows the article's. */
function unreferenced(writer: InlineWriter): string {
  return writer
    .unusedNotes()
    .map((note: FootnoteDefinition) => blocks(note.children, writer, null))
    .join('');
}

/** HTML with every tag closed. */
function contain(html: string): string {
  return serialize(parseFragment(html, { scriptingEnabled: false }));
}
