import type { DocumentMark, DocumentNode } from '../article/document.ts';
import { escapeHtml, escapeHtmlAttribute } from './html-escape.ts';
import { countShared, isInnerBreak, withoutAnnotations } from './inline-content.ts';

/**
 * Text, breaks and footnotes of one text block as HTML. `renderNote` gives what stands at a footnote's place.
 *
 * HTML collapses white space, so spaces that a document holds and HTML would lose (leading, trailing, several in
 * a row) stand in `<span data-type="space">`. A break at the edge of a block or next to another one is
 * `<br data-keep>`: without the attribute an importer takes such breaks for layout.
 */
export function renderInline(
  nodes: readonly DocumentNode[] | undefined,
  renderNote: (note: DocumentNode) => string,
): string {
  const content = withoutAnnotations(nodes);
  let html = '';
  let open: readonly DocumentMark[] = noMarks;
  // Whether a space here would be lost: at the start of a line, or after another space.
  let collapses = true;

  for (let index = 0; index < content.length; index += 1) {
    const node = content[index];
    if (node === undefined) continue;
    const marks = node.marks ?? noMarks;
    if (open.length > 0 || marks.length > 0) {
      const shared = countShared(open, marks);
      for (let depth = open.length - 1; depth >= shared; depth -= 1) html += closeTag(open[depth]);
      for (let depth = shared; depth < marks.length; depth += 1) html += openTag(marks[depth]);
      open = marks;
    }
    if (node.text !== undefined) {
      const next = content[index + 1];
      const endsLine = next === undefined || next.type === 'hardBreak';
      html += encodeText(node.text, collapses, endsLine);
      collapses = /(?:[^ ]|^) $/.test(node.text) && !endsLine && !(collapses && node.text === ' ');
    } else if (node.type === 'hardBreak') {
      html += isInnerBreak(content, index) ? '<br>' : '<br data-keep>';
      collapses = true;
    } else {
      html += renderNote(node);
      collapses = false;
    }
  }
  for (let depth = open.length - 1; depth >= 0; depth -= 1) html += closeTag(open[depth]);
  return html;
}

/** A text block as one element. One that looks empty is marked as meant, or an importer takes it for layout. */
export function renderTextBlock(
  tag: string,
  node: DocumentNode,
  renderNote: (note: DocumentNode) => string,
): string {
  const inline = renderInline(node.content, renderNote);
  return `<${tag} dir="${String(node.attrs?.['dir'])}"${looksEmpty(inline) ? ' data-keep' : ''}>${inline}</${tag}>`;
}

/** Whether inline HTML shows nothing but spaces; with no-break ones the web holds an empty line open. */
export function looksEmpty(inline: string): boolean {
  return /^(?:&nbsp;| |<[^>]*>)*$/.test(inline);
}

/** A string as inline HTML, every space of it kept. */
export function renderText(text: string): string {
  return encodeText(text, true, true);
}

export const markTags: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  highlight: 'mark',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
};

const noMarks: readonly DocumentMark[] = [];

function encodeText(text: string, collapses: boolean, endsLine: boolean): string {
  const first = collapses && text.startsWith(' ');
  const last = endsLine && text.endsWith(' ');
  if (!first && !last && !text.includes('  ')) return escapeHtml(text);
  return escapeHtml(text).replace(/ +/g, (run, offset: number, whole: string) => {
    const isKept =
      run.length > 1 || (first && offset === 0) || (last && offset + run.length === whole.length);
    return isKept ? `<span data-type="space">${run}</span>` : run;
  });
}

function openTag(mark: DocumentMark | undefined): string {
  if (mark === undefined) return '';
  if (mark.type === 'link')
    return `<a href="${escapeHtmlAttribute(String(mark.attrs?.['href']))}">`;
  return `<${markTags[mark.type] ?? 'span'}>`;
}

function closeTag(mark: DocumentMark | undefined): string {
  if (mark === undefined) return '';
  return mark.type === 'link' ? '</a>' : `</${markTags[mark.type] ?? 'span'}>`;
}
