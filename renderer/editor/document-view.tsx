import { DOMSerializer, Node } from '@tiptap/pm/model';
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { ArticleFields } from '../../core/article/article.ts';
import { documentSchema } from '../../core/article/document-schema.ts';
import { migrateDocument } from '../../core/article/document-migrations.ts';
import type { ArticleDocument } from '../../core/article/document.ts';

/** A version of an article to read; top-level blocks whose index is in `marked` are set off. */
export function DocumentView({
  fields,
  document,
  marked,
  markLabel,
}: {
  fields: Pick<ArticleFields, 'kicker' | 'headline' | 'deck'>;
  document: ArticleDocument;
  marked?: ReadonlySet<number>;
  markLabel?: string;
}): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const host = ref.current;
    if (host === null) return;
    const node = Node.fromJSON(documentSchema, migrateDocument(document).doc);
    const serializer = DOMSerializer.fromSchema(documentSchema);
    host.replaceChildren(serializer.serializeFragment(node.content));
    for (const index of marked ?? []) {
      const block = host.children[index];
      block?.classList.add('page-differs');
      if (block !== undefined && markLabel !== undefined) block.setAttribute('title', markLabel);
    }
  }, [document, marked, markLabel]);
  return (
    <div className="page-sheet page-reading selectable">
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
