import { isHtmlElement, isTextNode } from './html-tree.ts';
import type { HtmlNode, HtmlParent } from './html-tree.ts';

/** Deeper than any page that people write, and shallow enough to walk with a function that calls itself. */
const deepest = 300;

/** Replaces what lies deeper than `deepest` elements by its text. */
export function limitDepth(root: HtmlParent): void {
  const waiting: { node: HtmlParent; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth >= deepest) flatten(node);
    else {
      for (const child of node.childNodes) {
        if ('childNodes' in child) waiting.push({ node: child, depth: depth + 1 });
      }
    }
  }
}

function flatten(parent: HtmlParent): void {
  const parts: string[] = [];
  const waiting: HtmlNode[] = parent.childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isTextNode(node)) parts.push(node.value);
    else if (isHtmlElement(node)) waiting.push(...node.childNodes.toReversed());
  }
  parent.childNodes = [{ nodeName: '#text', value: parts.join(' '), parentNode: parent }];
}
