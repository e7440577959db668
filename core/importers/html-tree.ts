import { html } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

/** What importers ask of a parsed HTML tree. */
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** An element of HTML itself, not of SVG or MathML. */
export function isHtmlElement(node: HtmlNode | undefined): node is HtmlElement {
  return node !== undefined && 'tagName' in node && node.namespaceURI === html.NS.HTML;
}

export function isTextNode(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function childElements(parent: HtmlParent): HtmlElement[] {
  return parent.childNodes.filter(isHtmlElement);
}

/** All elements below `parent`, in document order, for which `accepts` holds. */
export function findElements(
  parent: HtmlParent,
  accepts: (element: HtmlElement) => boolean,
): HtmlElement[] {
  const found: HtmlElement[] = [];
  const visit = (node: HtmlParent) => {
    for (const child of node.childNodes) {
      if (!isHtmlElement(child)) continue;
      if (accepts(child)) found.push(child);
      visit(child);
    }
  };
  visit(parent);
  return found;
}

/** The words of a subtree on one line: white space collapsed, what a reader does not see left out. */
export function readableText(parent: HtmlParent): string {
  return readableLines(parent).join(' ');
}

/** The same, a line for each block; none of them empty. */
export function readableLines(parent: HtmlParent): string[] {
  const lines: string[] = [''];
  const visit = (node: HtmlParent) => {
    for (const child of node.childNodes) {
      if (isTextNode(child)) lines[lines.length - 1] += child.value;
      else if (isHtmlElement(child) && !droppedTags.has(child.tagName)) {
        const isInline = inlineTags.has(child.tagName) && child.tagName !== 'br';
        if (!isInline) lines.push('');
        visit(child);
        if (!isInline) lines.push('');
      }
    }
  };
  visit(parent);
  return lines
    .map((line) => line.replace(/[ \t\n\f\r]+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** Elements that leave with all they hold: code, things that run, form controls, what has no text. */
export const droppedTags: ReadonlySet<string> = new Set(
  (
    'script style template noscript iframe object embed applet param canvas audio video source track map area ' +
    'frame frameset noframes noembed plaintext xmp head title link meta base basefont bgsound ' +
    'input button select option optgroup datalist textarea keygen output progress meter dialog rp'
  ).split(' '),
);

/** Elements that stand inside a line; any other begins a line of its own. */
export const inlineTags: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big blink br cite code data del dfn em font i img ins kbd label mark nobr picture ' +
    'q rt ruby rb rtc s samp slot small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);
