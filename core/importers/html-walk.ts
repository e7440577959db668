import type { DocumentMark, DocumentNode } from '../article/document.ts';
import { readFigure, readImage } from './html-figure.ts';
import { findNotes, isDropped, rawText, readDirection, readInlineElement } from './html-inline.ts';
import type { TextBlockTemplate, WalkContext } from './html-inline.ts';
import { createLine } from './html-line.ts';
import type { HtmlLine } from './html-line.ts';
import { readList } from './html-list.ts';
import { addMark, markOf } from './html-marks.ts';
import { readPullQuote, readQuote } from './html-quote.ts';
import { readTable } from './html-table.ts';
import { attributeOf, inlineTags, isHtmlElement, isTextNode } from './html-tree.ts';
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree.ts';

export interface WalkOptions {
  /** Called for every element before it is read; true: it is left out. `textBlocks`: text blocks read so far. */
  leaveOut?(element: HtmlElement, textBlocks: number): boolean;
}

/**
 * Reads an HTML tree by an allowlist: what the document schema knows is mapped, other elements are unwrapped, and
 * code, embedded objects and form controls are dropped with all they hold. The result is blocks that may stand at
 * the top of a document; an image embedded as a `data:` URI keeps it as its address.
 */
export function readDocument(root: HtmlParent, options: WalkOptions = {}): DocumentNode {
  let textBlocks = 0;
  const context: WalkContext = {
    leaveOut: (element) => options.leaveOut?.(element, textBlocks) ?? false,
    notes: findNotes(root),
    countTextBlock: () => {
      textBlocks += 1;
    },
    readBlocks: (parent, implicit) => readBlocks(parent, context, implicit),
  };
  const content = context.readBlocks(root);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

const plainParagraph: TextBlockTemplate = { type: 'paragraph', attrs: {}, keep: false };

function readBlocks(
  parent: HtmlParent,
  context: WalkContext,
  implicit: Partial<TextBlockTemplate> = {},
): DocumentNode[] {
  const blocks: DocumentNode[] = [];
  const line = createLine();
  let template: TextBlockTemplate = { ...plainParagraph, ...implicit };

  const flush = () => {
    for (const content of line.take()) {
      if (!template.keep && content.every(isBlankText)) continue;
      context.countTextBlock();
      blocks.push({ type: template.type, attrs: template.attrs, content });
    }
  };
  const addBlocks = (added: readonly DocumentNode[]) => {
    flush();
    blocks.push(...added);
  };
  const readTextBlock = (
    element: HtmlElement,
    own: TextBlockTemplate,
    marks: readonly DocumentMark[],
  ) => {
    flush();
    const outer = template;
    template = own;
    const before = blocks.length;
    visitAll(element.childNodes, marks);
    flush();
    if (own.keep && blocks.length === before) {
      context.countTextBlock();
      blocks.push({ type: own.type, attrs: own.attrs });
    }
    template = outer;
  };

  const visitAll = (nodes: readonly HtmlNode[], marks: readonly DocumentMark[]) => {
    for (const node of nodes) {
      if (isTextNode(node)) line.text(node.value, marks);
      else if (isHtmlElement(node)) visit(node, marks);
    }
  };

  const visit = (element: HtmlElement, marks: readonly DocumentMark[]) => {
    const tag = element.tagName;
    if (isDropped(element) || context.leaveOut(element)) return;
    if (readInlineElement(element, marks, line, context)) return;
    if (inlineTags.has(tag)) {
      if (tag === 'img') addBlocks(readImage(element, context));
      else {
        if (tag === 'q') line.text('«', marks);
        visitAll(element.childNodes, addMark(marks, markOf(element)));
        if (tag === 'q') line.text('»', marks);
      }
      return;
    }
    const special = readSpecialBlock(element, context);
    if (special !== undefined) addBlocks(special);
    else if (tag === 'pre') {
      flush();
      readPreformatted(element, marks, line);
      flush();
    } else if (tag === 'p') {
      readTextBlock(element, textBlock('paragraph', element), marks);
    } else if (/^h[1-6]$/.test(tag)) {
      const heading = textBlock('heading', element);
      heading.attrs['level'] = Math.min(4, Math.max(2, Number(tag[1])));
      readTextBlock(element, heading, marks);
    } else {
      flush();
      visitAll(element.childNodes, marks);
      flush();
    }
  };

  visitAll(parent.childNodes, []);
  flush();
  return blocks;
}

/** Blocks with a form of their own; undefined: a text block or a mere container. */
function readSpecialBlock(element: HtmlElement, context: WalkContext): DocumentNode[] | undefined {
  switch (element.tagName) {
    case 'ul':
    case 'ol':
    case 'menu':
      return readList(element, context);
    case 'blockquote':
      return readQuote(element, context);
    case 'aside':
      return attributeOf(element, 'data-type') === 'pull-quote'
        ? [readPullQuote(element, context)]
        : undefined;
    case 'figure':
      return readFigure(element, context);
    case 'table':
      return readTable(element, context);
    case 'hr':
      return [{ type: 'horizontalRule' }];
    default:
      return undefined;
  }
}

function textBlock(type: string, element: HtmlElement): TextBlockTemplate {
  return {
    type,
    attrs: readDirection(element),
    keep: attributeOf(element, 'data-keep') !== undefined,
  };
}

function readPreformatted(
  element: HtmlElement,
  marks: readonly DocumentMark[],
  line: HtmlLine,
): void {
  const lines = rawText(element)
    .replace(/\r?\n$/, '')
    .split('\n');
  lines.forEach((text, index) => {
    if (index > 0) line.lineBreak(marks, true);
    line.verbatim(text, marks);
  });
}

function isBlankText(node: DocumentNode): boolean {
  return node.type === 'text' && /^[\u00a0 ]*$/.test(node.text ?? '');
}
