import type { DocumentNode } from '../article/document.ts';

/**
 * Blocks as a container may hold them: `kept`. A heading becomes a paragraph where headings may not stand; a rule
 * falls away; any other block that may not stand there is `lifted`, to follow the container.
 */
export function fitBlocks(
  blocks: readonly DocumentNode[],
  allowed: ReadonlySet<string>,
): { kept: DocumentNode[]; lifted: DocumentNode[] } {
  const kept: DocumentNode[] = [];
  const lifted: DocumentNode[] = [];
  for (const block of blocks) {
    if (allowed.has(block.type)) kept.push(block);
    else if (block.type === 'heading') {
      kept.push({ ...block, type: 'paragraph', attrs: { dir: block.attrs?.['dir'] ?? 'auto' } });
    } else if (block.type !== 'horizontalRule') lifted.push(block);
  }
  return { kept, lifted };
}

/** The same for a place that holds paragraphs only: lists and quotations give up theirs. */
export function fitParagraphs(blocks: readonly DocumentNode[]): {
  kept: DocumentNode[];
  lifted: DocumentNode[];
} {
  return fitBlocks(blocks.flatMap(unwrap), new Set(['paragraph']));
}

function unwrap(block: DocumentNode): DocumentNode[] {
  return wrappers.has(block.type) ? (block.content ?? []).flatMap(unwrap) : [block];
}

const wrappers = new Set([
  'bulletList',
  'orderedList',
  'taskList',
  'listItem',
  'taskItem',
  'blockquote',
]);
