import type { DocumentMark, DocumentNode } from '../article/document.ts';
import { createLine } from './html-line.ts';
import type { HtmlLine } from './html-line.ts';
import { addMark, isNoteReference, markOf } from './html-marks.ts';
import {
  attributeOf,
  droppedTags,
  findElements,
  inlineTags,
  isHtmlElement,
  isTextNode,
} from './html-tree.ts';
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree.ts';

/** What one walk shares: options, and the notes that references point to. */
export interface WalkContext {
  leaveOut(element: HtmlElement): boolean;
  /** By id: elements that hold the text of a footnote. They are read at the reference, not at their place. */
  notes: ReadonlyMap<string, HtmlElement>;
  countTextBlock(): void;
  /** Blocks below `parent`; `implicit`: what text that stands in no text block of its own becomes. */
  readBlocks(parent: HtmlParent, implicit?: Partial<TextBlockTemplate>): DocumentNode[];
}

/** The text block that inline content becomes. */
export interface TextBlockTemplate {
  type: string;
  attrs: Record<string, unknown>;
  /** Keep it even if it shows nothing. */
  keep: boolean;
}

/** Inline content of a subtree on one line; where a block begins inside it, a break. */
export function readInline(
  nodes: readonly HtmlNode[],
  context: WalkContext,
  skips: (element: HtmlElement) => boolean = () => false,
): DocumentNode[] {
  const line = createLine();
  const visitAll = (children: readonly HtmlNode[], marks: readonly DocumentMark[]) => {
    for (const node of children) {
      if (isTextNode(node)) line.text(node.value, marks);
      if (!isHtmlElement(node) || isDropped(node) || skips(node)) continue;
      if (readInlineElement(node, marks, line, context)) continue;
      const isInline = inlineTags.has(node.tagName);
      if (!isInline && !line.isEmpty()) line.lineBreak(marks, false);
      visitAll(node.childNodes, addMark(marks, isInline ? markOf(node) : undefined));
    }
  };
  visitAll(nodes, []);
  const lines = line.take();
  return lines.flatMap((content, index) =>
    index === 0 ? content : [{ type: 'hardBreak' }, ...content],
  );
}

/** The text of `readInline`, without marks. */
export function readPlainLine(nodes: readonly HtmlNode[], context: WalkContext): string {
  return readInline(nodes, context)
    .map((node) => node.text ?? ' ')
    .join('');
}

/** `dir` and `data-dir` as the document knows them. A direction that was only worked out for display is `auto`. */
export function readDirection(element: HtmlElement): Record<string, unknown> {
  const dir = (attributeOf(element, 'data-dir') ?? attributeOf(element, 'dir'))?.toLowerCase();
  return { dir: dir === 'rtl' || dir === 'ltr' ? dir : 'auto' };
}

/** Breaks, kept spaces and footnotes: read the same wherever inline content may stand. False: something else. */
export function readInlineElement(
  element: HtmlElement,
  marks: readonly DocumentMark[],
  line: HtmlLine,
  context: WalkContext,
): boolean {
  const type = attributeOf(element, 'data-type');
  if (element.tagName === 'br') {
    line.lineBreak(marks, attributeOf(element, 'data-keep') !== undefined);
    return true;
  }
  if (type === 'space') {
    line.verbatim(rawText(element), marks);
    return true;
  }
  if (type === 'footnote' && element.tagName === 'span') {
    line.node(footnote(element, marks, context));
    return true;
  }
  const id = isNoteReference(element);
  const note = id === undefined ? undefined : context.notes.get(id);
  if (note === undefined) return false;
  line.node(footnote(note, marks, context));
  return true;
}

function footnote(
  element: HtmlElement,
  marks: readonly DocumentMark[],
  context: WalkContext,
): DocumentNode {
  const content = readInline(element.childNodes, { ...context, notes: new Map() }, isBackLink);
  return {
    type: 'footnote',
    // A reference is a link itself, so none can be around it.
    marks: marks.filter((mark) => mark.type !== 'link'),
    content: content.filter((node) => node.type !== 'footnote'),
  };
}

function isBackLink(element: HtmlElement): boolean {
  return (
    element.tagName === 'a' &&
    (attributeOf(element, 'role') === 'doc-backlink' ||
      attributeOf(element, 'data-footnote-backref') !== undefined)
  );
}

/** Elements that references point to, if they are below the same root. */
export function findNotes(root: HtmlParent): Map<string, HtmlElement> {
  const wanted = new Set<string>();
  const byId = new Map<string, HtmlElement>();
  for (const element of findElements(root, () => true)) {
    const target = isNoteReference(element);
    if (target !== undefined) wanted.add(target);
    const id = attributeOf(element, 'id');
    if (id !== undefined && element.tagName === 'li' && !byId.has(id)) byId.set(id, element);
  }
  return new Map([...byId].filter(([id]) => wanted.has(id)));
}

export function rawText(element: HtmlParent): string {
  return element.childNodes
    .map((node) =>
      isTextNode(node)
        ? node.value
        : isHtmlElement(node) && !isDropped(node)
          ? node.tagName === 'br'
            ? '\n'
            : rawText(node)
          : '',
    )
    .join('');
}

/** Not part of what a reader reads, or read elsewhere. */
export function isDropped(element: HtmlElement): boolean {
  return (
    droppedTags.has(element.tagName) ||
    attributeOf(element, 'hidden') !== undefined ||
    attributeOf(element, 'data-type') === 'article-header'
  );
}
