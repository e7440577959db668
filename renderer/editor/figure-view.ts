import type { Node } from '@tiptap/pm/model';
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { FigurePicture } from './figure-picture.ts';
import type { FigureImages } from './figure-picture.ts';
import type { PageWords } from './page-words.ts';

/**
 * A figure on the page: the image, its caption (the node's own content), credit and alternative text. Tab goes from the
 * caption through both and back to the text; Enter and Escape go back at once.
 */
export class FigureView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #view: EditorView;
  readonly #getPosition: () => number | undefined;
  readonly #words: PageWords;
  readonly #picture: FigurePicture;
  readonly #credit = input('figure-credit');
  readonly #alt = input('figure-alt');
  #node: Node;
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
    this.#picture = new FigurePicture(images, words);
    this.#words = words;
    this.dom = element('figure', 'figure');
    this.contentDOM = element('figcaption', 'figure-caption');
    const details = element('div', 'figure-details');
    details.contentEditable = 'false';
    const picture = this.#picture.dom;
    picture.contentEditable = 'false';
    picture.draggable = true;
    picture.dataset['dragHandle'] = '';
    details.append(this.#credit, this.#alt);
    this.dom.append(picture, this.contentDOM, details);
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
    this.#picture.show(src ?? '', alt ?? '');
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
    this.#picture.showWords();
  }

  #listen(field: HTMLInputElement, attribute: 'credit' | 'alt'): void {
    field.addEventListener('input', () => {
      const position = this.#getPosition();
      if (position === undefined) return;
      this.#view.dispatch(this.#view.state.tr.setNodeAttribute(position, attribute, field.value));
    });
    field.addEventListener('keydown', (event) => {
      const isLeaving =
        event.key === 'Escape' ||
        event.key === 'Enter' ||
        (event.key === 'Tab' && field === (event.shiftKey ? this.#credit : this.#alt));
      if (!isLeaving) return;
      event.preventDefault();
      const position = this.#getPosition();
      const isForward = event.key === 'Tab' && !event.shiftKey;
      if (position !== undefined) caretFromDetails(this.#view, position, isForward);
      this.#view.focus();
    });
  }
}

/** Puts the caret at the end of the caption, or into what comes after the figure where there is something. */
function caretFromDetails(view: EditorView, position: number, isForward: boolean): void {
  const { doc, tr } = view.state;
  const end = position + (doc.nodeAt(position)?.nodeSize ?? 2);
  const after = isForward ? Selection.findFrom(doc.resolve(end), 1) : null;
  view.dispatch(tr.setSelection(after ?? TextSelection.create(doc, end - 1)).scrollIntoView());
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
