import type { Node } from '@tiptap/pm/model';
import { countWords } from '../../core/arabic/count-words.ts';
import type { AnnotationPlace } from '../../core/article/annotation.ts';
import type { DocumentNode } from '../../core/article/document.ts';
import { offsetAt, positionAt, toPlainText } from '../../core/article/plain-text.ts';
import type { PlainText } from '../../core/article/plain-text.ts';

/**
 * The plain text of an open document, equal to `toPlainText` of core but cheap to make again after every change:
 * what belongs to a top-level block is kept with that (immutable) block.
 */
export class DocumentText {
  readonly wordCount: number;
  readonly #parts: readonly Part[];
  readonly #textParts: readonly Part[];
  readonly #notes: readonly Note[];
  #text: string | undefined;

  constructor(doc: Node) {
    const parts: Part[] = [];
    let offset = 0;
    let words = 0;
    let hasText = false;
    doc.forEach((node, position) => {
      const chunk = chunkOf(node);
      if (chunk.hasText && hasText) offset += 1;
      parts.push({ chunk, node, position, start: offset });
      offset += chunk.textLength;
      hasText ||= chunk.hasText;
      words += chunk.words;
    });
    const notes: Note[] = [];
    for (const part of parts) {
      for (const inChunk of part.chunk.notes) {
        offset += 1;
        notes.push({ part, inChunk, start: offset });
        offset += inChunk.end - inChunk.start;
      }
    }
    this.#parts = parts;
    this.#textParts = parts.filter(({ chunk }) => chunk.hasText);
    this.#notes = notes;
    this.wordCount = words;
  }

  get text(): string {
    this.#text ??= [
      ...this.#textParts.map(({ chunk }) => chunk.plain.text.slice(0, chunk.textLength)),
      ...this.#notes.map(({ part, inChunk }) =>
        part.chunk.plain.text.slice(inChunk.start, inChunk.end),
      ),
    ].join('\n');
    return this.#text;
  }

  /** As `positionAt` of core; undefined outside of the text. */
  positionAt(offset: number, side: -1 | 1 = 1): number | undefined {
    if (offset < 0 || offset > this.text.length) return undefined;
    const note = lastWhere(this.#notes, (item) => item.start <= offset);
    if (note !== undefined) {
      const { part, inChunk, start } = note;
      return part.position + positionAt(part.chunk.plain, inChunk.start + offset - start, side);
    }
    const part = lastWhere(this.#textParts, ({ start }) => start <= offset);
    if (part === undefined) return undefined;
    return part.position + positionAt(part.chunk.plain, offset - part.start, side);
  }

  /** As `offsetAt` of core. */
  offsetAt(position: number): number {
    const part = lastWhere(this.#parts, (item) => item.position <= position) ?? this.#parts[0];
    if (part === undefined) return 0;
    const offset = offsetAt(part.chunk.plain, position - part.position);
    if (offset <= part.chunk.textLength) return part.start + offset;
    const note = this.#notes.find(
      (item) => item.part === part && item.inChunk.start <= offset && offset <= item.inChunk.end,
    );
    return note === undefined ? part.start : note.start + offset - note.inChunk.start;
  }

  /** Where each annotation stands, by id, in text order. */
  annotationPlaces(): Map<string, AnnotationPlace[]> {
    const places = new Map<string, AnnotationPlace[]>();
    const add = (run: Run, start: number) => {
      const list = places.get(run.id) ?? [];
      list.push({ start, end: start + run.surface.length, surface: run.surface });
      places.set(run.id, list);
    };
    for (const { chunk, start } of this.#parts) {
      for (const run of chunk.runs) if (run.start < chunk.textLength) add(run, start + run.start);
    }
    for (const { part, inChunk, start } of this.#notes) {
      for (const run of part.chunk.runs) {
        if (run.start >= inChunk.start && run.start < inChunk.end) {
          add(run, start + run.start - inChunk.start);
        }
      }
    }
    return places;
  }

  /** The footnotes in text order; `position` is that of the node in the document. */
  footnotes(): { position: number; text: string }[] {
    return this.#notes.map(({ part, inChunk }) => ({
      position: part.position + inChunk.position,
      text: part.chunk.plain.text.slice(inChunk.start, inChunk.end),
    }));
  }

  /** The document as JSON; blocks that did not change are the same objects as last time. */
  toJSON(): DocumentNode {
    return { type: 'doc', content: this.#parts.map(({ node }) => jsonOf(node)) };
  }
}

interface Chunk {
  /** Of this block alone; positions count from before the block. */
  plain: PlainText;
  hasText: boolean;
  /** Length of the text before the footnotes. */
  textLength: number;
  notes: readonly ChunkNote[];
  runs: readonly Run[];
  words: number;
}

interface Part {
  chunk: Chunk;
  node: Node;
  position: number;
  start: number;
}

interface Note {
  part: Part;
  inChunk: ChunkNote;
  start: number;
}

interface ChunkNote {
  start: number;
  end: number;
  /** Of the footnote itself, from before the block. */
  position: number;
}

interface Run {
  id: string;
  start: number;
  surface: string;
}

const chunks = new WeakMap<Node, Chunk>();
const jsons = new WeakMap<Node, DocumentNode>();

function jsonOf(node: Node): DocumentNode {
  let json = jsons.get(node);
  if (json === undefined) {
    json = node.toJSON() as DocumentNode;
    jsons.set(node, json);
  }
  return json;
}

function chunkOf(node: Node): Chunk {
  let chunk = chunks.get(node);
  if (chunk === undefined) {
    chunk = readChunk(node);
    chunks.set(node, chunk);
  }
  return chunk;
}

function readChunk(node: Node): Chunk {
  const plain = toPlainText({ type: 'doc', content: [jsonOf(node)] });
  const body = plain.blocks.filter(({ type }) => type !== 'footnote');
  const notes = plain.blocks.filter(({ type }) => type === 'footnote');
  return {
    plain,
    hasText: body.length > 0,
    textLength: body.at(-1)?.end ?? 0,
    notes: notes.map(({ start, end, position }) => ({ start, end, position: position - 1 })),
    runs: readRuns(node, plain),
    words: countWords(plain.text),
  };
}

/** Annotated stretches of text; those of one annotation that touch are one place. */
function readRuns(node: Node, plain: PlainText): Run[] {
  const runs: Run[] = [];
  const open = new Map<string, Run & { to: number }>();
  node.descendants((child, position) => {
    if (!child.isInline) return;
    for (const mark of child.marks) {
      if (mark.type.name !== 'annotation') continue;
      const from = position + 1;
      const to = from + child.nodeSize;
      const words = child.isText ? (child.text ?? '') : child.type.name === 'hardBreak' ? '\n' : '';
      const id = String(mark.attrs['id']);
      const before = open.get(id);
      if (before !== undefined && before.to === from) {
        before.surface += words;
        before.to = to;
      } else if (words !== '') {
        const run = { id, start: offsetAt(plain, from), surface: words, to };
        open.set(id, run);
        runs.push(run);
      }
    }
  });
  return runs.toSorted((a, b) => a.start - b.start);
}

/** The last item for which `holds`; `items` are those for which it holds, then the others. */
function lastWhere<T>(items: readonly T[], holds: (item: T) => boolean): T | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}
