import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { Selection, Transaction } from '@tiptap/pm/state';
import type { Stretch } from './annotation-marks.ts';
import type { PageSelection } from './article-session.ts';
import { DocumentText } from './document-text.ts';
import type { LightPlugin } from './page-plugins.ts';
import { selectedWords } from './selected-words.ts';

/** Between offsets into the plain text, which everything else speaks in, and the editor's positions. */
export class PagePlaces {
  readonly #editor: Editor;
  readonly #flash: LightPlugin;
  /** Stretches that undo functions wait for, kept where they belong while the document changes. */
  readonly #tracked: TrackedStretches[] = [];
  #read: { doc: Node; text: DocumentText } | undefined;
  #lightOut: ReturnType<typeof setTimeout> | undefined;

  constructor(editor: Editor, flash: LightPlugin) {
    this.#editor = editor;
    this.#flash = flash;
  }

  /** The text of the document as it is now, or of another version of it. */
  text(doc = this.#editor.state.doc): DocumentText {
    if (this.#read?.doc !== doc) this.#read = { doc, text: new DocumentText(doc) };
    return this.#read.text;
  }

  /** Undefined outside of the text. */
  stretchOf(place: { start: number; end: number } | undefined): Stretch | undefined {
    if (place === undefined || place.end < place.start) return undefined;
    const text = this.text();
    const from = text.positionAt(place.start, 1);
    const to = place.end === place.start ? from : text.positionAt(place.end, -1);
    return from === undefined || to === undefined ? undefined : { from, to };
  }

  /** The selected words of one block, without white space at their ends. */
  selection(): PageSelection | undefined {
    const { doc, selection } = this.#editor.state;
    const selected = selectedWords(doc, selection);
    if (typeof selected === 'string') return undefined;
    const text = this.text();
    const first = text.offsetAt(selected.from);
    const all = text.text.slice(first, text.offsetAt(selected.to));
    const surface = all.trim();
    if (surface === '') return undefined;
    const start = first + all.indexOf(surface);
    return { surface, start, end: start + surface.length };
  }

  /** Selects, lights up and scrolls to [start, end); of a footnote, its reference. */
  jumpTo(start: number, end: number, focus: boolean): void {
    const stretch = this.stretchOf({ start, end }) ?? this.stretchOf({ start, end: start });
    if (stretch === undefined || !this.isShown) return;
    const { state, view } = this.#editor;
    const $from = state.doc.resolve(stretch.from);
    const selection =
      $from.parent.type.name === 'footnote'
        ? NodeSelection.create(state.doc, $from.before())
        : TextSelection.create(state.doc, stretch.from, stretch.to);
    this.#lightUp(stretch, selection);
    if (focus) view.focus();
    this.#scrollTo(stretch.from, 3);
  }

  /** Lights up and scrolls to [start, end); the caret stays where it is. */
  show(start: number, end: number): void {
    const stretch = this.stretchOf({ start, end });
    if (stretch === undefined || !this.isShown) return;
    this.#lightUp(stretch);
    this.#scrollTo(stretch.from, 3);
  }

  #lightUp(stretch: Stretch, selection?: Selection): void {
    const { state, view } = this.#editor;
    const transaction = this.#flash.light(state, [stretch]);
    if (selection !== undefined) transaction.setSelection(selection);
    view.dispatch(transaction);
    clearTimeout(this.#lightOut);
    this.#lightOut = setTimeout(() => {
      if (this.isShown) view.dispatch(this.#flash.light(this.#editor.state, []));
    }, lightTime);
  }

  /** Whether the editor has its place in the window; TipTap calls one without a view destroyed. */
  get isShown(): boolean {
    return !this.#editor.isDestroyed;
  }

  /** Follows `stretches` through later changes; the newest fifty are followed. */
  track(stretches: readonly Stretch[]): TrackedStretches {
    const tracked = { stretches };
    this.#tracked.push(tracked);
    if (this.#tracked.length > 50) this.#tracked.shift();
    return tracked;
  }

  follow(transactions: readonly Transaction[]): void {
    for (const { mapping } of transactions) {
      for (const item of this.#tracked) {
        item.stretches = item.stretches
          .map(({ from, to }) => ({ from: mapping.map(from, 1), to: mapping.map(to, -1) }))
          .filter(({ from, to }) => from < to);
      }
    }
  }

  /** Blocks that were never shown get their height only when they come into view: look again where the words went. */
  #scrollTo(position: number, times: number): void {
    if (!this.isShown || position > this.#editor.state.doc.content.size) return;
    const { node } = this.#editor.view.domAtPos(position);
    const element = node instanceof HTMLElement ? node : node.parentElement;
    element?.scrollIntoView({ block: 'center' });
    if (times > 1) requestAnimationFrame(() => this.#scrollTo(position, times - 1));
  }
}

export interface TrackedStretches {
  /** Where they are now; what was deleted is gone. */
  stretches: readonly Stretch[];
}

/** As long as the animation of `.page-flash`. */
const lightTime = 1600;
