import { PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Decoration } from '@tiptap/pm/view';
import type { DecorationSet } from '@tiptap/pm/view';
import type { AnnotationKind } from '../../core/article/annotation.ts';
import type { Stretch } from './annotation-marks.ts';
import { makeDecorationPlugin } from './page-plugins.ts';

/** One place of a suggestion on the page. */
export interface Highlight extends Stretch {
  key: string;
  kind: AnnotationKind;
}

/** Not done yet of a change from what is underlined to what is to be. */
export interface HighlightPlan {
  old: Decoration[];
  added: Highlight[];
}

/** At most so many are drawn or taken away at a time: each makes its block anew. */
const slice = 50;

/**
 * Underlines of what is suggested. They follow the words through changes of the document and keep places for as long as
 * no newer answer is there.
 */
export class SuggestionHighlights {
  readonly #key = new PluginKey<DecorationSet>('suggestions');
  readonly plugin = makeDecorationPlugin(this.#key);

  /** Where they are now, in document order. */
  find(state: EditorState): Highlight[] {
    return this.#all(state)
      .map(({ from, to, spec }) => ({ from, to, ...(spec as Pick<Highlight, 'key' | 'kind'>) }))
      .toSorted((a, b) => a.from - b.from);
  }

  /** What has to go and to come so that `wanted` is shown; undefined while the page is not in the window. */
  plan(state: EditorState, wanted: readonly Highlight[]): HighlightPlan | undefined {
    if (this.#key.getState(state) === undefined) return undefined;
    const missing = new Map(wanted.map((highlight) => [nameOf(highlight), highlight]));
    const old = this.#all(state).filter(({ from, to, spec }) => {
      const { key, kind } = spec as Pick<Highlight, 'key' | 'kind'>;
      return !missing.delete(nameOf({ from, to, key, kind }));
    });
    return { old, added: [...missing.values()].toSorted((a, b) => a.from - b.from) };
  }

  /** A transaction that does the next part of a plan, which holds while the document is the same; undefined: it is done. */
  next(state: EditorState, { old, added }: HighlightPlan): Transaction | undefined {
    const before = this.#key.getState(state);
    if (before === undefined || old.length + added.length === 0) return undefined;
    const decorations = added.splice(0, slice).map(({ from, to, key, kind }) =>
      Decoration.inline(
        from,
        to,
        // An element of its own: where two kinds overlap, each has its line.
        { nodeName: 'span', class: 'page-suggestion', 'data-kind': kind },
        { key, kind },
      ),
    );
    const shown = before.remove(old.splice(0, slice)).add(state.doc, decorations);
    return state.tr.setMeta(this.#key, shown).setMeta('addToHistory', false);
  }

  #all(state: EditorState): Decoration[] {
    return this.#key.getState(state)?.find() ?? [];
  }
}

function nameOf({ from, to, key, kind }: Highlight): string {
  return `${from} ${to} ${kind} ${key}`;
}
