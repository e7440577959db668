import { describe, expect, it } from 'vitest';
import { canonicalDocument } from '../article/canonical-document.ts';
import type { DocumentNode } from '../article/document.ts';
import { toPlainText } from '../article/plain-text.ts';
import { applyChangeEdit } from './apply-change-edit.ts';
import type { ChangeEdit } from './import-change-edit.ts';

const bold = [{ type: 'bold' }];

function text(words: string, marks?: DocumentNode['marks']): DocumentNode {
  return { type: 'text', text: words, ...(marks ? { marks } : {}) };
}

function paragraph(...content: DocumentNode[]): DocumentNode {
  return { type: 'paragraph', content };
}

function article(...content: DocumentNode[]): DocumentNode {
  return { type: 'doc', content };
}

const list: DocumentNode = {
  type: 'bulletList',
  content: [
    { type: 'listItem', content: [paragraph(text('ألف'))] },
    { type: 'listItem', content: [paragraph(text('باء'))] },
  ],
};

describe('applyChangeEdit', () => {
  it.each<[string, DocumentNode, ChangeEdit, DocumentNode]>([
    [
      'replaces words and keeps their marks and notes',
      article(
        paragraph(
          text('قال '),
          text('و أكد', bold),
          { type: 'footnote', content: [text('حاشية')] },
          text(' ومضى'),
        ),
      ),
      { kind: 'replace', start: 4, end: 9, text: 'وأكد' },
      article(
        paragraph(
          text('قال '),
          text('وأكد', bold),
          { type: 'footnote', content: [text('حاشية')] },
          text(' ومضى'),
        ),
      ),
    ],
    [
      'splits a paragraph at a space, and its marks with it',
      article({ ...paragraph(text('واحد اثنان', bold)), attrs: { dir: 'rtl' } }),
      { kind: 'split', at: 4 },
      article(
        { ...paragraph(text('واحد', bold)), attrs: { dir: 'rtl' } },
        { ...paragraph(text('اثنان', bold)), attrs: { dir: 'rtl' } },
      ),
    ],
    [
      'joins two paragraphs with a space',
      article(paragraph(text('واحد', bold)), paragraph(text('اثنان'))),
      { kind: 'join', at: 4 },
      article(paragraph(text('واحد', bold), text(' اثنان'))),
    ],
    [
      'inserts beside a list, not in it',
      article(paragraph(text('نص')), list),
      { kind: 'insert-paragraphs', at: 3, paragraphs: ['قبل', 'القائمة'] },
      article(paragraph(text('نص')), paragraph(text('قبل')), paragraph(text('القائمة')), list),
    ],
    [
      'inserts after the last block',
      article(list),
      { kind: 'insert-paragraphs', at: 7, paragraphs: ['بعد'] },
      article(list, paragraph(text('بعد'))),
    ],
    [
      'takes the place of the empty paragraph of an empty article',
      article(paragraph()),
      { kind: 'insert-paragraphs', at: 0, paragraphs: ['نص'] },
      article(paragraph(text('نص'))),
    ],
    [
      'removes a list whose items are all removed',
      article(paragraph(text('نص')), list),
      { kind: 'remove-paragraphs', start: 3, end: 10 },
      article(paragraph(text('نص'))),
    ],
    [
      'leaves an empty paragraph where everything was removed',
      article(paragraph(text('نص'))),
      { kind: 'remove-paragraphs', start: 0, end: 2 },
      article(paragraph()),
    ],
  ])('%s', (_name, before, edit, after) => {
    const doc = canonicalDocument(before);
    const untouched = structuredClone(doc);
    expect(toPlainText(applyChangeEdit(doc, edit))).toEqual(toPlainText(canonicalDocument(after)));
    expect(applyChangeEdit(doc, edit)).toEqual(canonicalDocument(after));
    expect(structuredClone(doc)).toEqual(untouched);
  });

  it('refuses an edit that does not fit', () => {
    const doc = canonicalDocument(article(paragraph(text('نص')), paragraph(text('آخر'))));
    const edits: ChangeEdit[] = [
      { kind: 'replace', start: 1, end: 4, text: '' },
      { kind: 'split', at: 2 },
      { kind: 'join', at: 1 },
      { kind: 'insert-paragraphs', at: 1, paragraphs: ['س'] },
      { kind: 'remove-paragraphs', start: 1, end: 2 },
    ];
    for (const edit of edits) expect(() => applyChangeEdit(doc, edit)).toThrow(RangeError);
  });
});
