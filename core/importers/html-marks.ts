import type { DocumentMark } from '../article/document.ts';
import { isSafeLink } from '../article/links.ts';
import { attributeOf, childElements, isTextNode } from './html-tree.ts';
import type { HtmlElement } from './html-tree.ts';

/** The mark that an inline element stands for. A link that is not safe is none: its words stay as plain text. */
export function markOf(element: HtmlElement): DocumentMark | undefined {
  if (element.tagName === 'a') {
    const href = attributeOf(element, 'href')?.trim();
    return isSafeLink(href) ? { type: 'link', attrs: { href } } : undefined;
  }
  if (isNoteReference(element) !== undefined) return undefined;
  const type = markByTag[element.tagName];
  if (type === undefined || (type === 'bold' && isUnbold(element))) return undefined;
  return { type };
}

/** `marks` with one more; of a kind that may stand only once, the inner one counts. */
export function addMark(
  marks: readonly DocumentMark[],
  mark: DocumentMark | undefined,
): readonly DocumentMark[] {
  if (mark === undefined) return marks;
  const isScript = mark.type === 'superscript' || mark.type === 'subscript';
  const others = marks.filter(
    ({ type }) =>
      type !== mark.type && !(isScript && (type === 'superscript' || type === 'subscript')),
  );
  return [...others, mark];
}

/** Id of the note that an element refers to; undefined for an element that is no reference. */
export function isNoteReference(element: HtmlElement): string | undefined {
  if (element.tagName === 'sup') {
    const only = childElements(element);
    const link = only[0];
    if (link === undefined || only.length > 1) return undefined;
    const isBare = element.childNodes.every(
      (node) => node === link || (isTextNode(node) && node.value.trim() === ''),
    );
    return isBare && link.tagName === 'a' ? isNoteReference(link) : undefined;
  }
  if (element.tagName !== 'a') return undefined;
  const isReference =
    attributeOf(element, 'role') === 'doc-noteref' ||
    attributeOf(element, 'data-footnote-ref') !== undefined;
  const href = attributeOf(element, 'href');
  return isReference && href !== undefined && /^#./.test(href) ? href.slice(1) : undefined;
}

const markByTag: Readonly<Record<string, string>> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  mark: 'highlight',
  sup: 'superscript',
  sub: 'subscript',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** Some word processors wrap a whole paste in a `b` that is not bold. */
function isUnbold(element: HtmlElement): boolean {
  return /font-weight:\s*(?:normal|[1-4]00)/.test(attributeOf(element, 'style') ?? '');
}
