import type { DocumentMark, DocumentNode } from '../article/document.ts';
import { markTags } from './html-inline.ts';
import { countShared, isInnerBreak, withoutAnnotations } from './inline-content.ts';
import { canClose, canOpen, firstClass, lastClass, punctuation } from './markdown-flanking.ts';
import {
  escapeBlockEnd,
  escapeDestination,
  escapeLineStart,
  escapeMarkdown,
} from './markdown-escape.ts';

/** Where inline content stands: only a paragraph may run over several lines. */
export type InlinePlace = 'paragraph' | 'heading' | 'cell';

/**
 * Inline content as Markdown. Bold, italic, strike, code and links are Markdown's own; where its rules would read
 * a delimiter otherwise (`**«نص»**كلمة`), and for marks it does not have, inline HTML stands instead. A break that
 * Markdown would lose is `<br data-keep>`, as in our HTML. `renderNote` gives what stands at a footnote's place.
 */
export function renderInline(
  nodes: readonly DocumentNode[] | undefined,
  place: InlinePlace,
  renderNote: (note: DocumentNode) => string,
): string {
  const content = withoutAnnotations(nodes);
  if (content.length === 0) return '';
  const [only] = content;
  if (content.length === 1 && only?.text !== undefined && !only.marks?.length) {
    return renderLoneText(only.text, place);
  }
  const spans = findSpans(content);
  const bodies = renderBodies(content, spans, place, renderNote);
  const markers = renderMarkers(content, spans, bodies, place);

  let out = '';
  let isFirstLine = true;
  bodies.forEach((body, index) => {
    const before = markers[index] ?? '';
    out = appendMarker(out, before);
    const isText = content[index]?.text !== undefined && before === '';
    if (isText && (out === '' || out.endsWith('\n'))) {
      out += place === 'paragraph' ? escapeLineStart(body, isFirstLine) : escapeEdge(body);
    } else if (isText && content[index - 1]?.type === 'footnote') {
      out += /^[:([]/.test(body) ? `\\${body}` : body;
    } else out = appendMarker(out, body);
    if (body.endsWith('\n')) isFirstLine = false;
  });
  return escapeBlockEnd(out + (markers[content.length] ?? ''));
}

function renderLoneText(text: string, place: InlinePlace): string {
  const hasLabelEnd = /\][([:]/.test(text);
  const escaped = escapeMarkdown(text, { inLink: false, inTable: place === 'cell', hasLabelEnd });
  return escapeBlockEnd(
    place === 'paragraph' ? escapeLineStart(escaped, true) : escapeEdge(escaped),
  );
}

/** A tag alone on the first line would make an HTML block of the paragraph. */
export function isLoneTag(text: string): boolean {
  return /^<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?>[ \t]*(?:\n|$)/i.test(text);
}

/** A run of nodes under one mark: from node `open` to before node `close`. */
interface Span {
  mark: DocumentMark;
  open: number;
  close: number;
}

/** In the order in which they close, the inner before the outer. */
function findSpans(content: readonly DocumentNode[]): Span[] {
  const spans: Span[] = [];
  const open: { mark: DocumentMark; open: number }[] = [];
  const closeTo = (depth: number, at: number) => {
    while (open.length > depth) {
      const last = open.pop();
      if (last !== undefined) spans.push({ ...last, close: at });
    }
  };
  content.forEach((node, index) => {
    const marks = node.marks ?? [];
    closeTo(
      countShared(
        open.map(({ mark }) => mark),
        marks,
      ),
      index,
    );
    for (const mark of marks.slice(open.length)) open.push({ mark, open: index });
  });
  closeTo(0, content.length);
  return spans;
}

function renderBodies(
  content: readonly DocumentNode[],
  spans: readonly Span[],
  place: InlinePlace,
  renderNote: (note: DocumentNode) => string,
): string[] {
  const hasLabelEnd = content.some(
    ({ text }, index) =>
      text !== undefined &&
      (/\][([:]/.test(text) || (text.endsWith(']') && index < content.length - 1)),
  );
  const raw = new Set(spans.filter((span) => isRaw(span, content, place)).map(({ open }) => open));
  return content.map((node, index) => {
    if (node.type === 'hardBreak') return renderBreak(content, index, place);
    if (node.text === undefined) return renderNote(node);
    if (raw.has(index)) return node.text;
    const inLink = node.marks?.some(({ type }) => type === 'link') ?? false;
    return escapeMarkdown(node.text, { inLink, inTable: place === 'cell', hasLabelEnd });
  });
}

/** What opens and closes before each node, and after the last. */
function renderMarkers(
  content: readonly DocumentNode[],
  spans: readonly Span[],
  bodies: readonly string[],
  place: InlinePlace,
): string[] {
  const markers: string[] = Array.from({ length: content.length + 1 }, () => '');
  if (spans.length === 0) return markers;
  const closing = (at: number) => spans.filter(({ close }) => close === at);
  const opening = (at: number) => spans.filter(({ open }) => open === at).toReversed();
  const classBefore = (at: number) => lastClass(bodies[at - 1]);
  const classAfter = (at: number) => firstClass(bodies[at]);

  const written = spans.map((span) => {
    const openers = opening(span.open);
    const closers = closing(span.close);
    const opens = canOpen(
      openers[0] === span && closing(span.open).length === 0 ? classBefore(span.open) : punctuation,
      openers.at(-1) === span ? classAfter(span.open) : punctuation,
      span.mark.type,
    );
    const closes = canClose(
      closers[0] === span ? classBefore(span.close) : punctuation,
      closers.at(-1) === span && opening(span.close).length === 0
        ? classAfter(span.close)
        : punctuation,
      span.mark.type,
    );
    return delimiters(span, content, place, opens && closes);
  });
  spans.forEach((span, index) => {
    markers[span.close] += written[index]?.[1] ?? '';
  });
  // Of spans that open together the inner one is listed first, and the outer one opens first.
  for (let index = spans.length - 1; index >= 0; index -= 1) {
    const at = spans[index]?.open ?? 0;
    markers[at] += written[index]?.[0] ?? '';
  }
  return markers;
}

function delimiters(
  span: Span,
  content: readonly DocumentNode[],
  place: InlinePlace,
  areSafe: boolean,
): readonly [string, string] {
  const { type } = span.mark;
  if (type === 'link') {
    const href = String(span.mark.attrs?.['href']);
    if (isRaw(span, content, place)) return ['<', '>'];
    return ['[', `](${escapeDestination(href, place === 'cell')})`];
  }
  if (type === 'code' && isRaw(span, content, place)) {
    return codeFences(content[span.open]?.text ?? '');
  }
  const delimiter = markdownDelimiters[type];
  if (delimiter !== undefined && areSafe) return [delimiter, delimiter];
  const tag = markTags[type] ?? 'span';
  return [`<${tag}>`, `</${tag}>`];
}

const markdownDelimiters: Readonly<Record<string, string>> = {
  bold: '**',
  italic: '_',
  strike: '~~',
};

/** A span whose text Markdown takes as it is: code in backticks, and a link shown as its own address. */
function isRaw(
  { mark, open, close }: Span,
  content: readonly DocumentNode[],
  place: InlinePlace,
): boolean {
  const text = content[open]?.text;
  if (text === undefined || close !== open + 1) return false;
  // Readers differ on code of spaces alone, and on escapes in the code of a cell.
  if (mark.type === 'code') return /[^ ]/.test(text) && (place !== 'cell' || !/[|\\]/.test(text));
  return (
    mark.type === 'link' &&
    content[open]?.marks?.length === 1 &&
    text === mark.attrs?.['href'] &&
    /^https?:\/\/[^\s<>|\\]+$/i.test(text) &&
    !/&#?\w+;/.test(text)
  );
}

function codeFences(text: string): readonly [string, string] {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const needsSpace = /^`|`$/.test(text) || (text.startsWith(' ') && text.endsWith(' '));
  const space = needsSpace ? ' ' : '';
  return [fence + space, space + fence];
}

function renderBreak(content: readonly DocumentNode[], index: number, place: InlinePlace): string {
  if (!isInnerBreak(content, index)) return '<br data-keep>';
  return place === 'paragraph' ? '\\\n' : '<br>';
}

/** `!` before `[` would make an image of a link. */
function appendMarker(out: string, marker: string): string {
  return marker.startsWith('[') && out.endsWith('!')
    ? `${out.slice(0, -1)}\\!${marker}`
    : out + marker;
}

function escapeEdge(text: string): string {
  return text.startsWith(' ') ? `&#32;${text.slice(1)}` : text;
}
