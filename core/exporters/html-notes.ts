import type { DocumentNode } from '../article/document.ts';
import { renderInline } from './html-inline.ts';

/** Footnotes of one document: numbered where they stand, their text in a list at the end. */
export interface HtmlNotes {
  /** What stands in the text. */
  renderNote: (note: DocumentNode) => string;
  /** The list of all notes met so far; empty where there was none. */
  renderList(words: { notes: string; back: string }): string;
}

export function createNotes(): HtmlNotes {
  const notes: DocumentNode[] = [];
  return {
    renderNote(note) {
      const number = notes.push(note);
      return `<sup data-type="footnote"><a id="fnref-${number}" href="#fn-${number}" role="doc-noteref">${number}</a></sup>`;
    },
    renderList(words) {
      if (notes.length === 0) return '';
      let html = `<section role="doc-endnotes" aria-label="${words.notes}">\n<ol>`;
      notes.forEach((note, index) => {
        const number = index + 1;
        html += `\n<li id="fn-${number}"><p dir="auto">${renderInline(note.content, noInnerNote)} <a href="#fnref-${number}" role="doc-backlink" aria-label="${words.back} ${number}">↩</a></p></li>`;
      });
      return `${html}\n</ol>\n</section>`;
    },
  };
}

/** A footnote with its text at its place, for where there is no list of notes. */
export function renderInlineNote(note: DocumentNode): string {
  return `<span data-type="footnote">${renderInline(note.content, noInnerNote)}</span>`;
}

/** The schema allows no footnote inside a footnote. */
function noInnerNote(): string {
  return '';
}
