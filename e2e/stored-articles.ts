import { createRouterClient } from '@orpc/server';
import type { Annotation } from '../core/article/annotation.ts';
import type { ArticleFields } from '../core/article/article.ts';
import { articleFieldsSchema } from '../core/article/article.ts';
import { canonicalDocument } from '../core/article/canonical-document.ts';
import type { DocumentNode } from '../core/article/document.ts';
import { openLibrary } from '../backend/open-library.ts';
import { createRouter } from '../backend/services/create-router.ts';

export interface StoredArticle {
  annotations: Annotation[];
  /** What an export carries: the record's fields and the document without its annotation marks. */
  content: { fields: ArticleFields; doc: DocumentNode };
}

/** What lies on disk, newest change first. The program must be closed. */
export async function storedArticles(libraryPath: string): Promise<StoredArticle[]> {
  const library = openLibrary({ path: libraryPath, door: 'cli' });
  try {
    const client = createRouterClient(createRouter(library));
    const { items } = await client.articles.list({});
    return await Promise.all(
      items.map(async ({ id }) => {
        const { article, document, annotations } = await client.articles.open({ id });
        return {
          annotations,
          content: {
            fields: articleFieldsSchema.parse(article),
            doc: canonicalDocument(withoutAnnotations(document.doc)),
          },
        };
      }),
    );
  } finally {
    await library.close();
  }
}

function withoutAnnotations(node: DocumentNode): DocumentNode {
  return {
    ...node,
    ...(node.marks && { marks: node.marks.filter(({ type }) => type !== 'annotation') }),
    ...(node.content && { content: node.content.map(withoutAnnotations) }),
  };
}
