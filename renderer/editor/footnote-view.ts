import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { PageControls } from './page-controls.ts';

/** A footnote's reference in the text. Its number comes from a CSS counter, so it is always its place in the text. */
export class FootnoteView implements NodeView {
  readonly dom: HTMLElement;
  readonly #stopWords: () => void;
  #node: Node;

  constructor(node: Node, getPosition: () => number | undefined, controls: PageControls) {
    this.#node = node;
    this.dom = document.createElement('button');
    this.dom.className = 'footnote-reference';
    this.dom.setAttribute('type', 'button');
    this.dom.tabIndex = -1;
    this.dom.contentEditable = 'false';
    this.dom.addEventListener('click', (event) => {
      event.preventDefault();
      const position = getPosition();
      if (position !== undefined) controls.open({ kind: 'footnote', position });
    });
    const showWords = () => {
      const text = this.#node.textContent;
      this.dom.ariaLabel = controls.words.current.footnote;
      this.dom.title = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    };
    this.#stopWords = controls.words.subscribe(showWords);
    this.#show = showWords;
    showWords();
  }

  readonly #show: () => void;

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#show();
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#stopWords();
  }
}
