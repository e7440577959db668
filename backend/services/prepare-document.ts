import { canonicalDocument } from '../../core/article/canonical-document.ts';
import type { ArticleDocument, DocumentNode } from '../../core/article/document.ts';
import { migrateDocument } from '../../core/article/document-migrations.ts';
import { documentSchemaVersion } from '../../core/article/document-schema.ts';
import { toPlainText } from '../../core/article/plain-text.ts';
import { countWords } from '../../core/arabic/count-words.ts';
import { makeSnippet } from '../../core/search/snippet.ts';

/** A document ready to be stored: canonical, with everything that follows from it. */
export interface PreparedDocument {
  /** Its blocks are those of other documents too: not to be written to. */
  doc: DocumentNode;
  schemaVersion: number;
  /** Canonical JSON of `{ schemaVersion, doc }`, in UTF-8, in pieces: put together once, as part of a payload. */
  json: readonly Buffer[];
  wordCount: number;
  /** First words of the text. */
  opening: string;
}

/**
 * Throws INVALID_DOCUMENT, DOCUMENT_NEWER. From one save to the next nearly all blocks stay what they were: those met a
 * short while ago are not judged, counted and written out again.
 */
export function prepareDocument(document: ArticleDocument): PreparedDocument {
  const { doc } = migrateDocument(document);
  return assemble(prepareBlocks(doc) ?? (canonicalDocument(doc).content ?? []).map(makeBlock));
}

/** What lists show of a text. */
export function summarizeText(text: string): { wordCount: number; opening: string } {
  return { wordCount: countWords(text), opening: makeOpening(text) };
}

/** A block of the document in canonical form. */
interface PreparedBlock {
  node: DocumentNode;
  json: Buffer;
  words: number;
  /** UTF-16 units of its text without footnotes, which stand after all other text. */
  length: number;
}

/** Undefined where the document is not simply a row of blocks: then it is for the schema to say what it is. */
function prepareBlocks({ type, content, ...others }: DocumentNode): PreparedBlock[] | undefined {
  if (type !== 'doc' || !Array.isArray(content) || content.length === 0) return undefined;
  if (others.marks !== undefined) return undefined;
  try {
    return content.map(prepareBlock);
  } catch {
    return undefined;
  }
}

/** The document takes any row of blocks, so that each can be judged alone. Throws what `canonicalDocument` throws. */
function prepareBlock(block: DocumentNode): PreparedBlock {
  const mark = markOf(block);
  const met = preparedBlocks.get(mark);
  if (met !== undefined && isSame(met.node, block)) return met;
  const node = canonicalDocument({ type: 'doc', content: [block] }).content?.[0];
  if (node === undefined) throw new RangeError('no block');
  const prepared = makeBlock(node);
  if (preparedBytes > mostPreparedBytes) {
    preparedBlocks.clear();
    preparedBytes = 0;
  }
  preparedBlocks.set(mark, prepared);
  preparedBytes += prepared.json.length;
  return prepared;
}

/** Where a block is looked for: its type, and the beginning and length of its text. */
function markOf({ type, content }: DocumentNode): string {
  let text = '';
  let child = content?.[0];
  // No deeper than lists and tables go: what came may even contain itself.
  for (let depth = 0; depth < 8 && child !== undefined; depth += 1) {
    text = child.text ?? '';
    child = child.content?.[0];
  }
  return `${type} ${content?.length ?? 0} ${text.length} ${text.slice(0, 24)}`;
}

/** Whether what came is the canonical block `known`, to the last attribute. */
function isSame(known: unknown, came: unknown): boolean {
  if (known === came) return true;
  if (typeof known !== 'object' || typeof came !== 'object' || known === null || came === null)
    return false;
  if (Array.isArray(known)) {
    return (
      Array.isArray(came) &&
      known.length === came.length &&
      known.every((item, at) => isSame(item, came[at]))
    );
  }
  const names = Object.keys(known);
  return (
    !Array.isArray(came) &&
    names.length === Object.keys(came).length &&
    names.every((name) =>
      isSame((known as Record<string, unknown>)[name], (came as Record<string, unknown>)[name]),
    )
  );
}

function makeBlock(node: DocumentNode): PreparedBlock {
  const { text, blocks } = toPlainText({ type: 'doc', content: [node] });
  const note = blocks.find(({ type }) => type === 'footnote');
  return {
    node,
    json: Buffer.from(JSON.stringify(node)),
    words: countWords(text),
    length: note === undefined ? text.length : note.start - 1,
  };
}

/** Their nodes are nobody else's, so that nobody can have written to them since. */
const preparedBlocks = new Map<string, PreparedBlock>();
let preparedBytes = 0;
/** Of JSON: some articles of 50,000 words. */
const mostPreparedBytes = 4_000_000;

function assemble(blocks: readonly PreparedBlock[]): PreparedDocument {
  const json = [documentStart];
  let wordCount = 0;
  for (const block of blocks) {
    if (json.length > 1) json.push(comma);
    json.push(block.json);
    wordCount += block.words;
  }
  json.push(documentEnd);
  const content = blocks.map(({ node }) => node);
  return {
    doc: { type: 'doc', content },
    schemaVersion: documentSchemaVersion,
    json,
    wordCount,
    opening: openingOf(blocks),
  };
}

const documentStart: Buffer = Buffer.from(
  `{"schemaVersion":${documentSchemaVersion},"doc":{"type":"doc","content":[`,
);
const comma = Buffer.from(',');
const documentEnd = Buffer.from(']}}');

function openingOf(blocks: readonly PreparedBlock[]): string {
  const first = firstBlocks(blocks);
  const [begin] = first;
  if (begin === undefined) return '';
  const made = openings.get(begin);
  if (made?.first.length === first.length && made.first.every((block, at) => block === first[at]))
    return made.opening;
  const content = first.map(({ node }) => node);
  const opening = makeOpening(toPlainText({ type: 'doc', content }).text);
  openings.set(begin, { first, opening });
  return opening;
}

/** By the first block. */
const openings = new WeakMap<PreparedBlock, { first: PreparedBlock[]; opening: string }>();

/** As many as the opening is made from. */
function firstBlocks(blocks: readonly PreparedBlock[]): PreparedBlock[] {
  let length = 0;
  const after = blocks.findIndex((block) => (length += block.length) >= openingSource);
  return blocks.slice(0, after < 0 ? blocks.length : after + 1);
}

function makeOpening(text: string): string {
  return makeSnippet(text.slice(0, openingSource), [], openingLength).text;
}

const openingLength = 160;
const openingSource = 400;
