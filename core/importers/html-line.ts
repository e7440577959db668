import type { DocumentMark, DocumentNode } from '../article/document.ts';

/**
 * Inline content of one text block while it is read: white space collapses as CSS's `white-space: normal` says.
 * A space keeps the marks of the place where it was first met.
 */
export interface HtmlLine {
  text(value: string, marks: readonly DocumentMark[]): void;
  /** Text of which every space counts. */
  verbatim(value: string, marks: readonly DocumentMark[]): void;
  node(node: DocumentNode): void;
  /** A break; one that is not `kept` is layout at an edge, and two such in a row part paragraphs. */
  lineBreak(marks: readonly DocumentMark[], kept: boolean): void;
  isEmpty(): boolean;
  /** What was read, as one or more paragraphs' content, none of it empty; the line is empty afterwards. */
  take(): DocumentNode[][];
}

export function createLine(): HtmlLine {
  let items: Item[] = [];
  let pending: readonly DocumentMark[] | undefined;
  let atStart = true;

  const push = (text: string, marks: readonly DocumentMark[]) => {
    items.push({ node: { type: 'text', text, marks: [...marks] }, isLayout: false });
    atStart = false;
  };
  const flushSpace = () => {
    if (pending !== undefined) push(' ', pending);
    pending = undefined;
  };

  return {
    text(value, marks) {
      const collapsed = value.replace(/[ \t\n\f\r]+/g, ' ');
      if (collapsed.startsWith(' ') && !atStart) pending ??= marks;
      const words = trimSpace(collapsed);
      if (words === '') return;
      flushSpace();
      push(words, marks);
      if (collapsed.endsWith(' ')) pending = marks;
    },
    verbatim(value, marks) {
      if (value === '') return;
      flushSpace();
      push(value, marks);
    },
    node(node) {
      flushSpace();
      items.push({ node, isLayout: false });
      atStart = false;
    },
    lineBreak(marks, kept) {
      pending = undefined;
      items.push({ node: { type: 'hardBreak', marks: [...marks] }, isLayout: !kept });
      atStart = true;
    },
    isEmpty: () => items.length === 0,
    take() {
      const lines = splitAtLayout(items);
      items = [];
      pending = undefined;
      atStart = true;
      return lines;
    },
  };
}

interface Item {
  node: DocumentNode;
  /** A break that may be no more than layout. */
  isLayout: boolean;
}

/** Only U+0020: other white space is text, here as in HTML. */
function trimSpace(text: string): string {
  return text.slice(text.startsWith(' ') ? 1 : 0, text.endsWith(' ') ? -1 : undefined);
}

function splitAtLayout(items: readonly Item[]): DocumentNode[][] {
  const lines: DocumentNode[][] = [];
  let line: DocumentNode[] = [];
  let breaks: Item[] = [];
  for (const item of items) {
    if (item.isLayout) {
      breaks.push(item);
      continue;
    }
    const [first] = breaks;
    if (breaks.length === 1 && first !== undefined && line.length > 0) line.push(first.node);
    else if (breaks.length > 1 && line.length > 0) {
      lines.push(line);
      line = [];
    }
    breaks = [];
    line.push(item.node);
  }
  if (line.length > 0) lines.push(line);
  return lines;
}
