import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Stretch } from './annotation-marks.ts';

/** Small plugins of the page that only show things: no content, no keys. */

/** Lights up stretches of text, mapped through changes; set with `setLight`, cleared with an empty list. */
export interface LightPlugin {
  plugin: Plugin<DecorationSet>;
  /** A transaction that lights `stretches` (the one at `current` more), and nothing else. */
  light(
    state: EditorState,
    stretches: readonly Stretch[],
    current?: number,
  ): ReturnType<typeof makeTransaction>;
}

/** Shows the decorations that a transaction carries under `key`, mapped through changes until the next ones come. */
export function makeDecorationPlugin(key: PluginKey<DecorationSet>): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, shown) => {
        const next = transaction.getMeta(key) as DecorationSet | undefined;
        if (next !== undefined) return next;
        return transaction.docChanged ? shown.map(transaction.mapping, transaction.doc) : shown;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

export function makeLightPlugin(name: string): LightPlugin {
  const key = new PluginKey<DecorationSet>(name);
  const plugin = makeDecorationPlugin(key);
  return {
    plugin,
    light: (state, stretches, current) => {
      const decorations = stretches.map(({ from, to }, index) =>
        Decoration.inline(from, to, {
          class: index === current ? `${name} ${name}-current` : name,
        }),
      );
      return makeTransaction(state, key, DecorationSet.create(state.doc, decorations));
    },
  };
}

/** Marks the text block with the caret (`data-caret`), so that what belongs to it can be shown. */
export function caretBlockPlugin(): Plugin {
  let shownFor: { state: EditorState; decorations: DecorationSet } | undefined;
  return new Plugin({
    props: {
      decorations: (state) => {
        if (shownFor?.state === state) return shownFor.decorations;
        const { $head } = state.selection;
        const depth = $head.parent.isTextblock ? $head.depth : 0;
        const decorations =
          depth === 0
            ? DecorationSet.empty
            : DecorationSet.create(state.doc, [
                Decoration.node($head.before(depth), $head.after(depth), { 'data-caret': '' }),
              ]);
        shownFor = { state, decorations };
        return decorations;
      },
    },
  });
}

function makeTransaction(state: EditorState, key: PluginKey, decorations: DecorationSet) {
  return state.tr.setMeta(key, decorations).setMeta('addToHistory', false);
}
