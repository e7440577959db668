import type {
  Definition,
  FootnoteDefinition,
  Image,
  ImageReference,
  Nodes,
  PhrasingContent,
  Root,
} from 'mdast';
import { escapeHtmlAttribute, htmlAttribute } from '../exporters/html-escape.ts';
import { renderText } from '../exporters/html-inline.ts';
import { inlineTags } from './html-tree.ts';

/** Writes the inline content of one Markdown document as HTML, its references and footnotes resolved. */
export interface InlineWriter {
  /** `isMixed`: it holds HTML of its own that may not be balanced. `hasText`: it holds text or breaks. */
  line(nodes: readonly PhrasingContent[]): { html: string; isMixed: boolean; hasText: boolean };
  /** A figure, if the node is an image. */
  image(node: PhrasingContent): string | undefined;
  /** Footnotes that no `line` has referred to so far, each given once. */
  unusedNotes(): FootnoteDefinition[];
}

export function createInlineWriter(root: Root): InlineWriter {
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const used = new Set<string>();
  collect(root, definitions, notes);

  const write = (node: Nodes, inNote: boolean): string => {
    const children = () =>
      'children' in node ? node.children.map((child) => write(child, inNote)).join('') : '';
    switch (node.type) {
      case 'text':
        return encode(node.value);
      case 'emphasis':
        return `<em>${children()}</em>`;
      case 'strong':
        return `<strong>${children()}</strong>`;
      case 'delete':
        return `<s>${children()}</s>`;
      case 'inlineCode':
        return `<code>${renderText(node.value)}</code>`;
      case 'break':
        return '<br data-keep>';
      case 'link':
        return `<a href="${escapeHtmlAttribute(node.url)}">${children()}</a>`;
      case 'linkReference':
        return `<a${htmlAttribute('href', definitions.get(node.identifier)?.url)}>${children()}</a>`;
      case 'image':
      case 'imageReference':
        return figure(node);
      case 'html':
        return isInlineTag(node.value) ? node.value : '';
      case 'footnoteReference': {
        const note = notes.get(node.identifier);
        used.add(node.identifier);
        if (note === undefined || inNote) return '';
        return `<span data-type="footnote">${writeNote(note.children)}</span>`;
      }
      case 'code':
        return encode(node.value);
      default:
        return 'children' in node ? writeNote(node.children) : '';
    }
  };

  /** The blocks of a note on one line, with breaks between them. */
  const writeNote = (children: readonly Nodes[]): string => {
    const lines = children.map((child) =>
      child.type === 'paragraph' || child.type === 'heading'
        ? child.children.map((inner) => write(inner, true)).join('')
        : write(child, true),
    );
    return lines.filter((line) => line !== '').join('<br data-keep>');
  };

  const figure = (node: Image | ImageReference): string => {
    const { url, title } = (node.type === 'image' ? node : definitions.get(node.identifier)) ?? {};
    const caption = title ? `<figcaption><p dir="auto">${renderText(title)}</p></figcaption>` : '';
    const source = url ?? '';
    const address = escapeHtmlAttribute(source);
    const alt = escapeHtmlAttribute(node.alt ?? '');
    return source.startsWith('data:')
      ? `<figure><img src="${address}" alt="${alt}">${caption}</figure>`
      : `<figure data-src="${address}" data-alt="${alt}">${caption}</figure>`;
  };

  return {
    line: (nodes) => ({
      html: nodes.map((node, index) => write(besideImage(nodes, node, index), false)).join(''),
      isMixed: nodes.some((node) => holds(node, (inner) => inner.type === 'html')),
      hasText:
        nodes.some((node) => holds(node, isText)) && !nodes.some((node) => holds(node, isImage)),
    }),
    image: (node) => (isImage(node) ? figure(node) : undefined),
    unusedNotes() {
      const unused = [...notes].filter(([identifier]) => !used.has(identifier));
      for (const [identifier] of unused) used.add(identifier);
      return unused.map(([, note]) => note);
    },
  };
}

function collect(
  node: Nodes,
  definitions: Map<string, Definition>,
  notes: Map<string, FootnoteDefinition>,
): void {
  if (node.type === 'definition' && !definitions.has(node.identifier)) {
    definitions.set(node.identifier, node);
  }
  if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) {
    notes.set(node.identifier, node);
  }
  if ('children' in node) for (const child of node.children) collect(child, definitions, notes);
}

/** Every space of Markdown's text counts, but a line's end is only a space. */
function encode(text: string): string {
  return text.split('\n').map(renderText).join(' ');
}

/** Tags of inline elements; others are left out, so that they cannot swallow what follows. */
function isInlineTag(html: string): boolean {
  const name = /^<\/?([a-z][a-z0-9]*)/i.exec(html)?.[1]?.toLowerCase();
  return name !== undefined && inlineTags.has(name);
}

/** An image becomes a block, so spaces beside it are none of the text's. */
function besideImage(
  nodes: readonly PhrasingContent[],
  node: PhrasingContent,
  index: number,
): PhrasingContent {
  if (node.type !== 'text') return node;
  const [before, after] = [nodes[index - 1], nodes[index + 1]];
  let { value } = node;
  if (before !== undefined && isImage(before)) value = value.replace(/^[ \n]+/, '');
  if (after !== undefined && isImage(after)) value = value.replace(/[ \n]+$/, '');
  return { ...node, value };
}

function isText(node: Nodes): boolean {
  return node.type === 'text' || node.type === 'break' || node.type === 'inlineCode';
}

function isImage(node: Nodes): node is Image | ImageReference {
  return node.type === 'image' || node.type === 'imageReference';
}

function holds(node: Nodes, accepts: (node: Nodes) => boolean): boolean {
  return (
    accepts(node) || ('children' in node && node.children.some((child) => holds(child, accepts)))
  );
}
