import { canonicalDocument } from '../article/canonical-document.ts';
import type { DocumentNode } from '../article/document.ts';

/**
 * A document in canonical form, but for images embedded as `data:` URIs: they stay until the service that stores
 * the article makes assets of them. Throws INVALID_DOCUMENT as `canonicalDocument` does.
 */
export function canonicalImport(doc: DocumentNode): DocumentNode {
  const embedded = new Map<string, string>();
  const canonical = canonicalDocument(
    mapSources(doc, (src) => {
      if (!src.startsWith('data:')) return src;
      const standIn = `asset:${embedded.size.toString(16).padStart(64, '0')}`;
      embedded.set(standIn, src);
      return standIn;
    }),
  );
  if (embedded.size === 0) return canonical;
  return mapSources(canonical, (src) => embedded.get(src) ?? src);
}

function mapSources(node: DocumentNode, map: (src: string) => string): DocumentNode {
  const src = node.attrs?.['src'];
  if (node.type === 'figure' && typeof src === 'string') {
    return { ...node, attrs: { ...node.attrs, src: map(src) } };
  }
  if (node.content === undefined) return node;
  return { ...node, content: node.content.map((child) => mapSources(child, map)) };
}
