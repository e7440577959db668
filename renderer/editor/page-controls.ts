import type { AnnotationKind } from '../../core/article/annotation.ts';
import type { Failure } from '../api/app-failure.ts';
import type { FigureImages } from './figure-picture.ts';
import { makeLightPlugin } from './page-plugins.ts';
import { PageWords } from './page-words.ts';
import { SuggestionHighlights } from './suggestion-highlights.ts';
import type { PageText } from './page-words.ts';

/** What can be open over the page; one at a time. */
export type PagePanel =
  | { kind: 'link' }
  | { kind: 'quote' }
  | { kind: 'tableSize' }
  | { kind: 'footnote'; position: number; isNew?: true }
  | { kind: 'annotation'; annotationKind: AnnotationKind; id?: string }
  | { kind: 'find' }
  | { kind: 'history' };

/** What other parts of the window do for the page while they are shown. */
export interface PageParts {
  chooseImages?: () => void;
  tellFailure?: (failure: Failure) => void;
  tellUnmarkable?: (selected: 'none' | 'several') => void;
  tellDatesRead?: (count: number, undo: () => void) => void;
  focusToolbar?: () => void;
  focusFields?: () => void;
  focusHeadline?: () => void;
}

/** What the page offers besides its text: which panel is open, its own words, its images, its lights. */
export class PageControls {
  readonly images: FigureImages;
  readonly words: PageWords;
  /** Lights of `jumpTo`. */
  readonly flash = makeLightPlugin('page-flash');
  /** Lights of the search in the page. */
  readonly found = makeLightPlugin('page-found');
  /** Underlines of what is suggested. */
  readonly suggestions = new SuggestionHighlights();
  #parts: PageParts = {};
  #panel: PagePanel | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(images: FigureImages, words: PageText) {
    this.images = images;
    this.words = new PageWords(words);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly panel = (): PagePanel | null => this.#panel;

  open(panel: PagePanel): void {
    this.#panel = panel;
    this.#emit();
  }

  close(): void {
    if (this.#panel === null) return;
    this.#panel = null;
    this.#emit();
  }

  /** Puts a part of the window in charge of what the page asks for; what is returned takes it out again. */
  attach(parts: PageParts): () => void {
    this.#parts = { ...this.#parts, ...parts };
    return () => {
      const taken = Object.entries(parts);
      this.#parts = Object.fromEntries(
        Object.entries(this.#parts).filter(
          ([name, part]) => !taken.some(([other, own]) => other === name && own === part),
        ),
      );
    };
  }

  /** Asks for image files. */
  chooseImages(): void {
    this.#parts.chooseImages?.();
  }

  /** Tells the person that something could not be done. */
  tellFailure(failure: Failure): void {
    this.#parts.tellFailure?.(failure);
  }

  /** Tells the person why what is selected can be no name, date or source: no words, or words of several blocks. */
  tellUnmarkable(selected: 'none' | 'several'): void {
    this.#parts.tellUnmarkable?.(selected);
  }

  /** Tells that so many dates follow the new publication date, and how to take that back. */
  tellDatesRead(count: number, undo: () => void): void {
    this.#parts.tellDatesRead?.(count, undo);
  }

  focusToolbar(): void {
    this.#parts.focusToolbar?.();
  }

  /** The end of the fields above the text. */
  focusFields(): void {
    this.#parts.focusFields?.();
  }

  /** Where a new article begins. */
  focusHeadline(): void {
    this.#parts.focusHeadline?.();
  }

  #emit(): void {
    for (const listener of this.#listeners) listener();
  }
}
