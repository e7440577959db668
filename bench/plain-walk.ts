import type { DocumentNode } from '../core/article/document.ts';

/** The least an HTML exporter does: each node's tag, each text escaped. No attributes, no rules. */
export function plainWalk(node: DocumentNode): string {
  if (node.text !== undefined) {
    let text = escape(node.text);
    for (const { type } of node.marks ?? []) text = `<${type}>${text}</${type}>`;
    return text;
  }
  let inside = '';
  for (const child of node.content ?? []) inside += plainWalk(child);
  return `<${node.type}>${inside}</${node.type}>\n`;
}

function escape(text: string): string {
  return /[&<>"]/.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
    : text;
}
