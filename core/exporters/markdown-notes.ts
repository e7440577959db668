import type { DocumentNode } from '../article/document.ts';
import { renderInlineNote } from './html-notes.ts';
import { isLoneTag, renderInline } from './markdown-inline.ts';

/** Footnotes of one document, numbered as they come; their text follows at the end. */
export interface MarkdownNotes {
  /** What stands in the text: `[^1]`, or the note itself as HTML where Markdown cannot say it. */
  renderNote: (note: DocumentNode) => string;
  count: () => number;
  /** Forgets all but the first `count`: what referred to the others is written in another way. */
  keep: (count: number) => void;
  /** The definitions, each with a blank line before it. */
  renderDefinitions: () => string;
}

export function createNotes(): MarkdownNotes {
  const texts: string[] = [];
  return {
    renderNote(note) {
      const text = renderInline(note.content, 'paragraph', () => '');
      if (text === '' || isLoneTag(text)) return renderInlineNote(note);
      return `[^${texts.push(text)}]`;
    },
    count: () => texts.length,
    keep(count) {
      texts.length = count;
    },
    renderDefinitions: () =>
      texts
        .map((text, index) => `\n\n[^${index + 1}]: ${text.replaceAll('\n', '\n    ')}`)
        .join(''),
  };
}
