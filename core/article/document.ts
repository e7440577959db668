import * as z from 'zod';

/** A document as plain JSON, in ProseMirror's own form. `document-schema.ts` says which of these are valid. */
export interface DocumentMark {
  type: string;
  attrs?: Record<string, unknown>;
}

export interface DocumentNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocumentNode[];
  text?: string;
  marks?: DocumentMark[];
}

/** What is stored: `schemaVersion` names the document schema that `doc` (a node of type `doc`) was written with. */
export interface ArticleDocument {
  schemaVersion: number;
  doc: DocumentNode;
}

/** Direction of a block. `auto`: from its first strong character, as HTML's `dir="auto"`. */
export const directions = ['auto', 'rtl', 'ltr'] as const;
export type Direction = (typeof directions)[number];

/** Checks only the outer form; content is checked against the document schema by the service that stores it. */
export const articleDocumentSchema = z.object({
  schemaVersion: z.int().min(1),
  doc: z.custom<DocumentNode>(
    (value) =>
      typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc',
  ),
}) satisfies z.ZodType<ArticleDocument>;
