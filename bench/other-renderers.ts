import type { Node, Schema } from '@tiptap/pm/model';
import { documentExtensions, documentSchema } from '../core/article/document-schema.ts';
import type { ArticleDocument, DocumentNode } from '../core/article/document.ts';

export interface OtherRenderer {
  name: string;
  render: (document: ArticleDocument) => unknown;
}

/** What others would render the same documents with, as far as they are installed. */
export async function otherRenderers(tell: (line: string) => void): Promise<OtherRenderer[]> {
  const found = await Promise.all([prosemirrorMarkdown(tell), tiptapStatic(tell)]);
  return found.filter((renderer) => renderer !== undefined);
}

/** The parts of prosemirror-markdown that are used here. */
interface MarkdownPackage {
  MarkdownSerializer: new (
    nodes: Record<string, unknown>,
    marks: Record<string, unknown>,
    options?: { strict: boolean },
  ) => { serialize(node: Node): string };
  defaultMarkdownSerializer: { nodes: Record<string, unknown>; marks: Record<string, unknown> };
}

async function prosemirrorMarkdown(
  tell: (line: string) => void,
): Promise<OtherRenderer | undefined> {
  const loaded = await load<MarkdownPackage>('prosemirror-markdown', tell);
  if (loaded === undefined) return undefined;
  const { nodes, marks } = loaded.defaultMarkdownSerializer;
  const serializer = new loaded.MarkdownSerializer(
    {
      ...nodes,
      bulletList: nodes['bullet_list'],
      orderedList: nodes['ordered_list'],
      listItem: nodes['list_item'],
      hardBreak: nodes['hard_break'],
    },
    { ...marks, bold: marks['strong'], italic: marks['em'] },
    { strict: false },
  );
  return {
    name: 'prosemirror-markdown',
    render: (document) => serializer.serialize(nodeOf(document.doc, documentSchema)),
  };
}

interface StaticPackage {
  renderToHTMLString: (options: { extensions: unknown; content: DocumentNode }) => string;
}

async function tiptapStatic(tell: (line: string) => void): Promise<OtherRenderer | undefined> {
  const name = '@tiptap/static-renderer/pm/html-string';
  const loaded = await load<StaticPackage>(name, tell);
  if (loaded === undefined) return undefined;
  return {
    name: 'TipTap’s static renderer',
    render: ({ doc }) =>
      loaded.renderToHTMLString({ extensions: documentExtensions, content: doc }),
  };
}

/** Undefined, and said so, where it is not installed. */
async function load<T>(name: string, tell: (line: string) => void): Promise<T | undefined> {
  try {
    return (await import(name)) as T;
  } catch {
    tell(`${name} is not installed and is left out`);
    return undefined;
  }
}

const nodes = new WeakMap<DocumentNode, Node>();

/** An editor has its document as nodes already: making them is not the renderer's work. */
function nodeOf(doc: DocumentNode, schema: Schema): Node {
  let node = nodes.get(doc);
  if (node === undefined) {
    node = schema.nodeFromJSON(doc);
    nodes.set(doc, node);
  }
  return node;
}
