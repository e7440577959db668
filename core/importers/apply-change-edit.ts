import { canonicalDocument } from '../article/canonical-document.ts';
import type { DocumentNode } from '../article/document.ts';
import { toPlainText } from '../article/plain-text.ts';
import type { ChangeEdit } from './import-change-edit.ts';

/**
 * `doc` with an edit of its plain text carried out; marks, notes and blocks elsewhere stay as they are. Canonical.
 * Throws a RangeError where the edit does not fit the document.
 */
export function applyChangeEdit(doc: DocumentNode, edit: ChangeEdit): DocumentNode {
  const copy = structuredCloneOf(doc);
  const blocks = findBlocks(copy);
  if (edit.kind === 'replace') {
    const block = blocks.find((item) => item.start <= edit.start && item.end >= edit.end);
    if (block === undefined) throw misfit(edit);
    const { start } = block;
    block.node.content = replaceText(block.node, edit.start - start, edit.end - start, edit.text);
  } else if (edit.kind === 'split') {
    const block = blocks.find((item) => item.start < edit.at && item.end > edit.at);
    if (block === undefined) throw misfit(edit);
    splitBlock(block, edit.at - block.start);
  } else if (edit.kind === 'join') {
    const at = blocks.findIndex((item) => item.end === edit.at);
    const [first, second] = [blocks[at], blocks[at + 1]];
    if (first === undefined || second === undefined) throw misfit(edit);
    first.node.content = [
      ...(first.node.content ?? []),
      { type: 'text', text: ' ' },
      ...(second.node.content ?? []),
    ];
    removeBlock(second);
  } else if (edit.kind === 'insert-paragraphs') insertParagraphs(copy, blocks, edit);
  else {
    const inside = blocks.filter((item) => item.start >= edit.start && item.end <= edit.end);
    if (inside.length === 0) throw misfit(edit);
    for (const block of inside.toReversed()) removeBlock(block);
  }
  if (copy.content?.length === 0) copy.content = [{ type: 'paragraph' }];
  return canonicalDocument(copy);
}

/** A text block in the document, with its offsets in the plain text and the nodes that hold it, outermost first. */
interface Block {
  node: DocumentNode;
  start: number;
  end: number;
  ancestors: DocumentNode[];
}

function findBlocks(doc: DocumentNode): Block[] {
  const offsets = toPlainText(doc).blocks;
  const found: Block[] = [];
  const walk = (node: DocumentNode, ancestors: DocumentNode[]) => {
    if (textBlocks.has(node.type)) {
      const { start = 0, end = 0 } = offsets[found.length] ?? {};
      found.push({ node, start, end, ancestors });
      return;
    }
    for (const child of node.content ?? []) walk(child, [...ancestors, node]);
  };
  walk(doc, []);
  return found;
}

const textBlocks = new Set(['paragraph', 'heading', 'pullQuote', 'figure']);

/** Inline content with [start, end) of its text replaced; the new text has the marks of the first character it replaces. */
function replaceText(
  block: DocumentNode,
  start: number,
  end: number,
  text: string,
): DocumentNode[] {
  const [before, rest] = cutInline(block.content ?? [], start);
  const [taken, after] = cutInline(rest, end - start);
  const model =
    taken.find((node) => node.type === 'text') ?? before.findLast((node) => node.type === 'text');
  const notes = taken.filter((node) => textLength(node) === 0);
  const own: DocumentNode[] =
    text === '' ? [] : [{ type: 'text', text, ...(model?.marks ? { marks: model.marks } : {}) }];
  return [...before, ...own, ...notes, ...after];
}

function splitBlock(block: Block, at: number): void {
  const [before, rest] = cutInline(block.node.content ?? [], at);
  const [gap, after] = cutInline(rest, 1);
  const isSpace = gap.length === 1 && gap[0]?.text === ' ';
  const second = { ...block.node, content: isSpace ? after : rest };
  block.node.content = before;
  const siblings = block.ancestors.at(-1)?.content ?? [];
  siblings.splice(siblings.indexOf(block.node) + 1, 0, second);
}

/** Inline nodes before and after `at` of their text; what has no length at the cut stays before. */
function cutInline(nodes: readonly DocumentNode[], at: number): [DocumentNode[], DocumentNode[]] {
  const before: DocumentNode[] = [];
  const after: DocumentNode[] = [];
  let offset = 0;
  for (const node of nodes) {
    const length = textLength(node);
    if (offset + length <= at) before.push(node);
    else if (offset >= at) after.push(node);
    else {
      before.push({ ...node, text: node.text?.slice(0, at - offset) ?? '' });
      after.push({ ...node, text: node.text?.slice(at - offset) ?? '' });
    }
    offset += length;
  }
  return [before, after];
}

function textLength(node: DocumentNode): number {
  if (node.type === 'text') return node.text?.length ?? 0;
  return node.type === 'hardBreak' ? 1 : 0;
}

function insertParagraphs(
  doc: DocumentNode,
  blocks: readonly Block[],
  edit: Extract<ChangeEdit, { kind: 'insert-paragraphs' }>,
): void {
  const nodes = edit.paragraphs.map((text) => ({
    type: 'paragraph',
    content: text === '' ? [] : [{ type: 'text', text }],
  }));
  const [only] = doc.content ?? [];
  if (doc.content?.length === 1 && only?.type === 'paragraph' && textOf(only) === '') {
    doc.content = nodes;
    return;
  }
  const next = blocks.find((item) => item.start === edit.at);
  const last = next ?? blocks.find((item) => item.end === edit.at);
  if (last === undefined) throw misfit(edit);
  const after = next === undefined;
  // Beside a whole list or quotation rather than inside it, where the block is at its edge.
  const holders = [...last.ancestors];
  let beside = last.node;
  for (
    let holder = holders.at(-1);
    holders.length > 1 && holder !== undefined;
    holder = holders.at(-1)
  ) {
    if ((after ? holder.content?.at(-1) : holder.content?.[0]) !== beside) break;
    beside = holder;
    holders.pop();
  }
  if (holders.at(-1)?.type !== 'doc' && !holdsParagraphs.has(holders.at(-1)?.type ?? '')) {
    beside = last.node;
    holders.splice(0, holders.length, ...last.ancestors);
  }
  const siblings = holders.at(-1)?.content ?? [];
  siblings.splice(siblings.indexOf(beside) + (after ? 1 : 0), 0, ...nodes);
}

const holdsParagraphs = new Set(['listItem', 'taskItem', 'blockquote', 'tableCell', 'tableHeader']);

/** Takes a block out, with the items and lists that it leaves empty; a cell of a table keeps an empty paragraph. */
function removeBlock({ node, ancestors }: Block): void {
  let child = node;
  for (const holder of ancestors.toReversed()) {
    holder.content = (holder.content ?? []).filter((item) => item !== child);
    if (holder.content.length > 0 || holder.type === 'doc') return;
    if (holder.type === 'tableCell' || holder.type === 'tableHeader') {
      holder.content = [{ type: 'paragraph' }];
      return;
    }
    child = holder;
  }
}

function textOf(node: DocumentNode): string {
  return (node.content ?? []).map((child) => child.text ?? '').join('');
}

function structuredCloneOf(node: DocumentNode): DocumentNode {
  return node.content === undefined
    ? { ...node }
    : { ...node, content: node.content.map((child) => structuredCloneOf(child)) };
}

function misfit(edit: ChangeEdit): RangeError {
  return new RangeError(`No place for the edit ${edit.kind}`);
}
