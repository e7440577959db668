import type { PageWords } from './page-words.ts';

/** How the page gets at images: `asset:` addresses of the library as something an `<img>` can show. */
export interface FigureImages {
  /** An object URL; rejects when the library has no such image. */
  load(src: string): Promise<string>;
}

/** The image of a figure, or what stands in its place. An image of the web is never loaded: its address is shown. */
export class FigurePicture {
  readonly dom = element('div', 'figure-picture');
  readonly #images: FigureImages;
  readonly #words: PageWords;
  #src: string | undefined;
  #alt = '';

  constructor(images: FigureImages, words: PageWords) {
    this.#images = images;
    this.#words = words;
  }

  show(src: string, alt: string): void {
    this.#alt = alt;
    const image = this.dom.querySelector('img');
    if (image !== null) image.alt = alt;
    if (src === this.#src) return;
    this.#src = src;
    void this.#load(src);
  }

  /** Says what it says in the words of the interface as they are now. */
  showWords(): void {
    const note = this.dom.querySelector('.figure-note');
    const { state } = this.dom.dataset;
    if (note !== null && (state === 'none' || state === 'remote' || state === 'missing')) {
      note.textContent = this.#words.current.figure[state];
    }
  }

  async #load(src: string): Promise<void> {
    if (!src.startsWith('asset:')) {
      this.#showPlaceholder(src === '' ? 'none' : 'remote', src);
      return;
    }
    this.dom.dataset['state'] = 'loading';
    this.dom.replaceChildren();
    try {
      const url = await this.#images.load(src);
      const image = document.createElement('img');
      image.alt = this.#alt;
      image.draggable = false;
      image.addEventListener('error', () => {
        if (this.#src === src) this.#showPlaceholder('missing', '');
      });
      image.src = url;
      if (this.#src !== src) return;
      this.dom.dataset['state'] = 'shown';
      this.dom.replaceChildren(image);
    } catch {
      if (this.#src === src) this.#showPlaceholder('missing', '');
    }
  }

  #showPlaceholder(state: 'none' | 'remote' | 'missing', address: string): void {
    this.dom.dataset['state'] = state;
    const words = element('p', 'figure-note');
    words.textContent = this.#words.current.figure[state];
    this.dom.replaceChildren(words);
    if (address !== '') {
      const line = element('p', 'figure-address');
      line.dir = 'ltr';
      line.textContent = address;
      this.dom.append(line);
    }
  }
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
