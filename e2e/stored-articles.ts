import { expect } from '@playwright/test';
import { createRouterClient } from '@orpc/server';
import type { RouterClient } from '@orpc/server';
import type { Annotation } from '../core/article/annotation.ts';
import type { Article, ArticleFields } from '../core/article/article.ts';
import { articleFieldsSchema } from '../core/article/article.ts';
import { canonicalDocument } from '../core/article/canonical-document.ts';
import type { DocumentNode } from '../core/article/document.ts';
import type { Library } from '../backend/library.ts';
import { openLibrary } from '../backend/open-library.ts';
import { createRouter } from '../backend/services/create-router.ts';

export type LibraryClient = RouterClient<ReturnType<typeof createRouter>>;

/**
 * Opens the library in this process, as the command line does. The program must be closed, or at its end. `now`: the
 * clock, where it is not to be the real one.
 */
export async function inLibrary<T>(
  path: string,
  run: (client: LibraryClient) => Promise<T>,
  now?: () => Date,
): Promise<T> {
  const library = await openWhenFree(path, now);
  try {
    return await run(createRouterClient(createRouter(library)));
  } finally {
    library.close();
  }
}

/** A process that was killed holds its lock until the system has done away with it. */
async function openWhenFree(path: string, now?: () => Date): Promise<Library> {
  let library: Library | undefined;
  await expect(() => {
    library = openLibrary({ path, door: 'cli', ...(now && { now }) });
  }).toPass({ timeout: 10_000 });
  if (library === undefined) throw new Error('The library did not open');
  return library;
}

export interface StoredArticle {
  article: Article;
  /** The document as it was saved. */
  doc: DocumentNode;
  annotations: Annotation[];
  /** What an export carries: the record's fields and the document without its annotation marks. */
  content: { fields: ArticleFields; doc: DocumentNode };
}

/** What lies on disk, newest change first. The program must be closed. */
export function storedArticles(libraryPath: string): Promise<StoredArticle[]> {
  return inLibrary(libraryPath, async (client) => {
    const { items } = await client.articles.list({});
    return Promise.all(
      items.map(async ({ id }) => {
        const { article, document, annotations } = await client.articles.open({ id });
        return {
          article,
          doc: document.doc,
          annotations,
          content: {
            fields: articleFieldsSchema.parse(article),
            doc: canonicalDocument(withoutAnnotations(document.doc)),
          },
        };
      }),
    );
  });
}

/** The words of a document, block by block. */
export function wordsOf(node: DocumentNode): string {
  return node.text ?? (node.content ?? []).map(wordsOf).join(node.type === 'doc' ? '\n' : '');
}

function withoutAnnotations(node: DocumentNode): DocumentNode {
  return {
    ...node,
    ...(node.marks && { marks: node.marks.filter(({ type }) => type !== 'annotation') }),
    ...(node.content && { content: node.content.map(withoutAnnotations) }),
  };
}
