import type { Annotation } from '../../core/article/annotation.ts';
import type { ArticleFields } from '../../core/article/article.ts';
import type { ArticleDocument, DocumentNode } from '../../core/article/document.ts';
import { makeUuidV7 } from '../../core/uuid.ts';
import type { Client } from '../api/client.ts';

/** Keeps a version of an article as a new one, its names, dates and sources with it. Returns the new article's id. */
export async function keepAsNewArticle(
  client: Client,
  version: {
    fields: ArticleFields;
    document: ArticleDocument;
    annotations: readonly Annotation[];
  },
): Promise<string> {
  const { article } = await client.articles.create({ fields: version.fields });
  const ids = new Map(version.annotations.map(({ id }) => [id, newId()]));
  await client.articles.save({
    id: article.id,
    baseRevision: article.revision,
    document: { ...version.document, doc: renameAnnotations(version.document.doc, ids) },
    records: version.annotations.map(({ id, value, state, origin }) => ({
      id: ids.get(id) ?? newId(),
      value,
      state,
      origin,
    })),
  });
  return article.id;
}

/** The document with its annotation marks pointing to other records. */
export function renameAnnotations(
  node: DocumentNode,
  ids: ReadonlyMap<string, string>,
): DocumentNode {
  const renamed = { ...node };
  if (node.marks !== undefined) {
    renamed.marks = node.marks.flatMap((mark) => {
      if (mark.type !== 'annotation') return [mark];
      const id = ids.get(String(mark.attrs?.['id']));
      return id === undefined ? [] : [{ ...mark, attrs: { ...mark.attrs, id } }];
    });
  }
  if (node.content !== undefined) {
    renamed.content = node.content.map((child) => renameAnnotations(child, ids));
  }
  return renamed;
}

function newId(): string {
  return makeUuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}
