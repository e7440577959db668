import { DOMSerializer, Node } from '@tiptap/pm/model';
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { ArticleFields } from '../../core/article/article.ts';
import { baseDirection } from '../../core/exporters/base-direction.ts';
import { documentSchema } from '../../core/article/document-schema.ts';
import { migrateDocument } from '../../core/article/document-migrations.ts';
import type { ArticleDocument } from '../../core/article/document.ts';
import { FigurePicture } from './figure-picture.ts';
import type { PageControls } from './page-controls.ts';
import { isUndirected } from './undirected-blocks.ts';

/**
 * A version of an article to read; top-level blocks whose index is in `marked` are set off. It begins with the block
 * `startAt` in view, or its last.
 */
export function DocumentView({
  page,
  fields,
  document,
  marked,
  markLabel,
  startAt = 0,
}: {
  /** Where its images come from. */
  page: PageControls;
  fields: Pick<ArticleFields, 'kicker' | 'headline' | 'deck' | 'language'>;
  document: ArticleDocument;
  marked?: ReadonlySet<number>;
  markLabel?: string;
  startAt?: number;
}): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const host = ref.current;
    if (host === null) return;
    const node = Node.fromJSON(documentSchema, migrateDocument(document).doc);
    host.replaceChildren(render(node, page));
    for (const index of marked ?? []) {
      const block = host.children[index];
      block?.classList.add('page-differs');
      if (block !== undefined && markLabel !== undefined) block.setAttribute('title', markLabel);
    }
    const first = Math.min(startAt, host.children.length - 1);
    if (first > 0) host.children[first]?.scrollIntoView({ block: 'center' });
  }, [document, marked, markLabel, page, startAt]);
  return (
    <div
      className="page-sheet page-reading selectable"
      lang={fields.language}
      data-direction={baseDirection(fields.language)}
    >
      {fields.kicker !== '' && (
        <p className="page-kicker" dir="auto">
          {fields.kicker}
        </p>
      )}
      {fields.headline !== '' && (
        <h1 className="page-headline" dir="auto">
          {fields.headline}
        </h1>
      )}
      {fields.deck !== '' && (
        <p className="page-deck" dir="auto">
          {fields.deck}
        </p>
      )}
      <div ref={ref} className="page-text" />
    </div>
  );
}

function render(doc: Node, page: PageControls): DocumentFragment | HTMLElement {
  const shown = DOMSerializer.fromSchema(documentSchema).serializeFragment(doc.content);
  const elements = shown.querySelectorAll<HTMLElement>(textBlocks);
  let index = 0;
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    const element = elements[index];
    index += 1;
    if (element !== undefined) complete(element, node, page);
    return false;
  });
  return shown;
}

/** As the schema renders them; they do not hold each other, so that both trees have them in one order. */
const textBlocks = 'p, h2, h3, h4, aside, figure';

/** What the page's own views add to a block. */
function complete(element: HTMLElement, node: Node, { images, words }: PageControls): void {
  if (isUndirected(node)) element.dataset['undirected'] = '';
  if (node.type.name !== 'figure') return;
  const picture = new FigurePicture(images, words);
  picture.show(String(node.attrs['src']), String(node.attrs['alt']));
  element.prepend(picture.dom);
}
