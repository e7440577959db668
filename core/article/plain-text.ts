import type { DocumentNode } from './document.ts';

/**
 * The words of a document as one string, and where each stands in it. Text blocks are separated by `\n`,
 * a hard break is `\n`, other leaves inside a block are nothing. Footnotes follow the whole text, one a
 * line, in order. Offsets are UTF-16 units; positions are ProseMirror positions in the same document.
 * Everything that finds things in an article speaks in these offsets.
 */
export interface PlainText {
  text: string;
  /** Sorted by `offset`; each piece is text that is contiguous in both worlds. */
  pieces: readonly TextPiece[];
  /** The text blocks in order of `text`, footnotes last: `start`, `end` offsets (end exclusive). */
  blocks: readonly TextBlock[];
}

export interface TextPiece {
  offset: number;
  position: number;
  length: number;
}

export interface TextBlock {
  start: number;
  end: number;
  /** Position just inside the block. */
  position: number;
  type: string;
}

export function toPlainText(doc: DocumentNode): PlainText {
  const pieces: TextPiece[] = [];
  const blocks: TextBlock[] = [];
  const footnotes: { node: DocumentNode; position: number }[] = [];
  const parts: string[] = [];
  let length = 0;

  const add = (text: string, position: number) => {
    pieces.push({ offset: length, position, length: text.length });
    parts.push(text);
    length += text.length;
  };

  const addBlock = (node: DocumentNode, position: number) => {
    if (blocks.length > 0) {
      parts.push('\n');
      length += 1;
    }
    const start = length;
    let at = position;
    for (const child of node.content ?? []) {
      if (child.type === 'text') add(child.text ?? '', at);
      else if (child.type === 'hardBreak') add('\n', at);
      else if (child.type === 'footnote') {
        footnotes.push({ node: child, position: at + 1 });
        // Positions after the note belong to this block again.
        pieces.push({ offset: length, position: at + nodeSize(child), length: 0 });
      }
      at += nodeSize(child);
    }
    blocks.push({ start, end: length, position, type: node.type });
  };

  const walk = (node: DocumentNode, position: number) => {
    if (textBlockTypes.has(node.type)) {
      addBlock(node, position);
      return;
    }
    let at = position;
    for (const child of node.content ?? []) {
      walk(child, at + 1);
      at += nodeSize(child);
    }
  };

  let at = 0;
  for (const child of doc.content ?? []) {
    walk(child, at + 1);
    at += nodeSize(child);
  }
  for (const { node, position } of footnotes) addBlock(node, position);
  return { text: parts.join(''), pieces, blocks };
}

/**
 * Position of the character at `offset`; at the end of a block, the position after its last character.
 * Where two pieces meet, `side` 1 gives the start of the later one, -1 the end of the earlier one (for the
 * end of a span). Throws a RangeError outside 0..text.length.
 */
export function positionAt(plain: PlainText, offset: number, side: -1 | 1 = 1): number {
  if (offset < 0 || offset > plain.text.length) throw new RangeError(`No offset ${offset}`);
  const block = lastBefore(plain.blocks, (item) => item.start <= offset);
  if (block === undefined) return 0;
  const piece = lastBefore(plain.pieces, (item) =>
    side === 1 ? item.offset <= offset : item.offset < offset,
  );
  if (piece === undefined || piece.offset < block.start) return block.position;
  return piece.position + Math.min(offset - piece.offset, piece.length);
}

/** Offset of the text at `position`; outside text, the nearest offset before it. */
export function offsetAt(plain: PlainText, position: number): number {
  let nearest = -1;
  let offset = 0;
  for (const block of plain.blocks) {
    if (block.position <= position && block.position > nearest) {
      nearest = block.position;
      offset = block.start;
    }
  }
  for (const piece of plain.pieces) {
    if (piece.position <= position && piece.position >= nearest) {
      nearest = piece.position;
      offset = piece.offset + Math.min(position - piece.position, piece.length);
    }
  }
  return offset;
}

/** Size of a node in ProseMirror positions. */
export function nodeSize(node: DocumentNode): number {
  if (node.type === 'text') return (node.text ?? '').length;
  if (leafTypes.has(node.type)) return 1;
  let size = 2;
  for (const child of node.content ?? []) size += nodeSize(child);
  return size;
}

const textBlockTypes = new Set(['paragraph', 'heading', 'pullQuote', 'figure']);
const leafTypes = new Set(['horizontalRule', 'hardBreak']);

/** The last item for which `isBefore` holds; `items` are those for which it holds, then the others. */
function lastBefore<T>(items: readonly T[], isBefore: (item: T) => boolean): T | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}
