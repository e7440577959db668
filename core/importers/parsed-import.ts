import type { ArticleFields } from '../article/article.ts';
import type { DocumentNode } from '../article/document.ts';
import type { ImportChange, ImportRecord } from './import-report.ts';

/** What an importer makes of a file: the record's fields it found, the document, and every change it made. */
export interface ParsedImport {
  format: ImportRecord['format'];
  encoding: ImportRecord['encoding'];
  /** The decoded original, every character of it. */
  text: string;
  fields: Partial<ArticleFields>;
  /** Canonical. Images that were embedded as `data:` URIs still are: the service that stores the article makes assets of them. */
  doc: DocumentNode;
  changes: ImportChange[];
}
