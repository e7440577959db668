import type { Annotation, AnnotationInput } from '../../core/article/annotation.ts';
import { AppError } from '../../core/errors.ts';
import {
  deleteAnnotation,
  listAnnotationIds,
  listAnnotations,
  putAnnotation,
} from '../database/annotations.ts';
import { getDocument } from '../database/documents.ts';
import { writeTransaction } from '../database/statement.ts';
import type { Library } from '../library.ts';
import type { ArticleDocument } from '../../core/article/document.ts';
import { findArticle } from './find-article.ts';
import { storePlaces } from './store-article.ts';

/** Writes a record. Marks that were saved before it are found at once. */
export function writeAnnotation(
  library: Library,
  { articleId, annotation }: { articleId: string; annotation: AnnotationInput },
): Annotation {
  const { db } = library;
  const { key } = findArticle(library, articleId);
  writeTransaction(db, () => {
    const isNew = !listAnnotationIds(db, key).has(annotation.id);
    putAnnotation(db, key, annotation);
    if (!isNew) return;
    const document = getDocument(db, key);
    if (document !== undefined && document.json.includes(annotation.id)) {
      storePlaces(library, key, JSON.parse(document.json.toString()) as ArticleDocument);
    }
  });
  const written = listAnnotations(db, key).find(({ id }) => id === annotation.id);
  if (written === undefined) throw new AppError('NOT_FOUND', { id: annotation.id });
  return written;
}

/** Removes a record and its places. Marks that are still in the text stay there unlisted. Throws NOT_FOUND. */
export function removeAnnotation(
  library: Library,
  { articleId, id }: { articleId: string; id: string },
): { id: string } {
  const { key } = findArticle(library, articleId);
  const isRemoved = writeTransaction(library.db, () => deleteAnnotation(library.db, key, id));
  if (!isRemoved) throw new AppError('NOT_FOUND', { id });
  return { id };
}
