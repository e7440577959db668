import type { DocumentNode } from '../../core/article/document.ts';
import type { PlacedAnnotation } from '../database/annotations.ts';

/**
 * Where the annotations of a document stand, in text order: UTF-16 offsets into `toPlainText(doc).text`, end exclusive.
 * Pieces of one annotation that touch inside a block are one place; in two blocks they are two.
 */
export function findAnnotationPlaces(doc: DocumentNode): PlacedAnnotation[] {
  const places: PlacedAnnotation[] = [];
  const footnotes: DocumentNode[] = [];
  let offset = 0;
  let isFirst = true;

  // Offsets run as in `toPlainText`: blocks parted by one line break, footnotes after all of them.
  const readBlock = (block: DocumentNode) => {
    if (!isFirst) offset += 1;
    isFirst = false;
    const open = new Map<string, PlacedAnnotation>();
    for (const child of block.content ?? []) {
      if (child.type === 'footnote') footnotes.push(child);
      const text = child.type === 'hardBreak' ? '\n' : (child.text ?? '');
      if (text === '') continue;
      for (const id of annotationIds(child)) {
        const last = open.get(id);
        if (last !== undefined && last.end === offset) {
          last.end += text.length;
          last.surface += text;
          continue;
        }
        const place = { id, start: offset, end: offset + text.length, surface: text };
        open.set(id, place);
        places.push(place);
      }
      offset += text.length;
    }
  };

  const walk = (node: DocumentNode) => {
    if (textBlocks.has(node.type)) readBlock(node);
    else for (const child of node.content ?? []) walk(child);
  };

  walk(doc);
  for (const footnote of footnotes) readBlock(footnote);
  return places;
}

const textBlocks = new Set(['paragraph', 'heading', 'pullQuote', 'figure']);

function annotationIds(node: DocumentNode): Set<string> {
  const ids = new Set<string>();
  for (const { type, attrs } of node.marks ?? []) {
    const id = attrs?.['id'];
    if (type === 'annotation' && typeof id === 'string') ids.add(id);
  }
  return ids;
}
