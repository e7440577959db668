import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import type { PageWords } from './page-words.ts';

/** How the page gets at images: `asset:` addresses of the library as something an `<img>` can show. */
export interface FigureImages {
  /** An object URL; rejects when the library has no such image. */
  load(src: string): Promise<string>;
}

/**
 * A figure on the page: the image, its caption (the node's own content), credit and alternative text. An image of the
 * web is never loaded: its address stands in its place.
 */
export class FigureView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #view: EditorView;
  readonly #getPosition: () => number | undefined;
  readonly #images: FigureImages;
  readonly #words: PageWords;
  readonly #picture = element('div', 'figure-picture');
  readonly #credit = input('figure-credit');
  readonly #alt = input('figure-alt');
  #node: Node;
  #shown: string | undefined;
  readonly #stopWords: () => void;

  constructor(
    node: Node,
    view: EditorView,
    getPosition: () => number | undefined,
    images: FigureImages,
    words: PageWords,
  ) {
    this.#node = node;
    this.#view = view;
    this.#getPosition = getPosition;
    this.#images = images;
    this.#words = words;
    this.dom = element('figure', 'figure');
    this.contentDOM = element('figcaption', 'figure-caption');
    const details = element('div', 'figure-details');
    details.contentEditable = 'false';
    this.#picture.contentEditable = 'false';
    this.#picture.draggable = true;
    this.#picture.dataset['dragHandle'] = '';
    details.append(this.#credit, this.#alt);
    this.dom.append(this.#picture, this.contentDOM, details);
    this.#listen(this.#credit, 'credit');
    this.#listen(this.#alt, 'alt');
    this.#stopWords = words.subscribe(() => this.#showWords());
    this.#showWords();
    this.#show();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#show();
    return true;
  }

  /** Keys and clicks in the fields are theirs. */
  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLInputElement;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    this.#stopWords();
  }

  #show(): void {
    const { src, alt, credit, dir } = this.#node.attrs as Record<string, string>;
    this.dom.dir = dir ?? 'auto';
    setValue(this.#credit, credit ?? '');
    setValue(this.#alt, alt ?? '');
    const image = this.#picture.querySelector('img');
    if (image !== null) image.alt = alt ?? '';
    if (src !== this.#shown) {
      this.#shown = src;
      void this.#showPicture(src ?? '');
    }
  }

  async #showPicture(src: string): Promise<void> {
    if (!src.startsWith('asset:')) {
      this.#showPlaceholder(src === '' ? 'none' : 'remote', src);
      return;
    }
    this.#picture.dataset['state'] = 'loading';
    this.#picture.replaceChildren();
    try {
      const url = await this.#images.load(src);
      const image = document.createElement('img');
      image.alt = String(this.#node.attrs['alt'] ?? '');
      image.draggable = false;
      image.addEventListener('error', () => {
        if (this.#shown === src) this.#showPlaceholder('missing', '');
      });
      image.src = url;
      if (this.#shown !== src) return;
      this.#picture.dataset['state'] = 'shown';
      this.#picture.replaceChildren(image);
    } catch {
      if (this.#shown === src) this.#showPlaceholder('missing', '');
    }
  }

  #showPlaceholder(state: 'none' | 'remote' | 'missing', address: string): void {
    this.#picture.dataset['state'] = state;
    const words = element('p', 'figure-note');
    words.textContent = this.#words.current.figure[state];
    this.#picture.replaceChildren(words);
    if (address !== '') {
      const line = element('p', 'figure-address');
      line.dir = 'ltr';
      line.textContent = address;
      this.#picture.append(line);
    }
  }

  #showWords(): void {
    const { figure } = this.#words.current;
    for (const [field, label] of [
      [this.#credit, figure.credit],
      [this.#alt, figure.alt],
    ] as const) {
      field.placeholder = label;
      field.ariaLabel = label;
      field.title = label;
    }
    this.contentDOM.dataset['placeholder'] = figure.caption;
    const note = this.#picture.querySelector('.figure-note');
    const state = this.#picture.dataset['state'];
    if (note !== null && (state === 'none' || state === 'remote' || state === 'missing')) {
      note.textContent = figure[state];
    }
  }

  #listen(field: HTMLInputElement, attribute: 'credit' | 'alt'): void {
    field.addEventListener('input', () => {
      const position = this.#getPosition();
      if (position === undefined) return;
      this.#view.dispatch(this.#view.state.tr.setNodeAttribute(position, attribute, field.value));
    });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' && event.key !== 'Enter') return;
      event.preventDefault();
      this.#view.focus();
    });
  }
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

function input(className: string): HTMLInputElement {
  const field = document.createElement('input');
  field.className = className;
  field.dir = 'auto';
  field.maxLength = 2000;
  return field;
}

/** Leaves the caret of a field alone that already says it. */
function setValue(field: HTMLInputElement, value: string): void {
  if (field.value !== value) field.value = value;
}
