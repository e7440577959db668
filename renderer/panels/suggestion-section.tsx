import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ChevronDownIcon, CircleAlertIcon, ListChecksIcon } from 'lucide-react';
import type { Annotation, AnnotationKind } from '../../core/article/annotation.ts';
import { Button } from '../components/button.tsx';
import { showToast } from '../components/toast.tsx';
import { annotationTitle } from '../editor/annotation-values.ts';
import { useSessionState } from '../editor/article-session.ts';
import type { ArticleSession, Undo } from '../editor/article-session.ts';
import type { ShownSuggestion } from '../editor/shown-suggestions.ts';
import { useFormat } from '../format/use-format.ts';
import { useShell } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import type { Strings } from '../strings/strings.ts';
import { KeptItems } from './kept-items.ts';
import { countUnnamed } from './speaker-groups.ts';
import { sure, suggestionTitle } from './suggestion-details.tsx';
import { SuggestionRows } from './suggestion-rows.tsx';
import type { SuggestionActions, SuggestionRow } from './suggestion-rows.tsx';

/** What is suggested of one kind, and the state of the search for it. Nothing where it is not looked for. */
export function SuggestionSection({
  session,
  kind,
  annotations,
  onEdit,
}: {
  session: ArticleSession;
  kind: AnnotationKind;
  annotations: readonly Annotation[];
  onEdit: (suggestion: ShownSuggestion) => void;
}): ReactNode {
  const words = useStrings();
  const { suggestions: s, shell } = words;
  const format = useFormat();
  const state = useSessionState(session, ({ suggestionState }) => suggestionState);
  const found = useSessionState(session, ({ suggestions }) => suggestions);
  const { names, dates, sources } = useDeferredValue(found);
  const [limit, setLimit] = useState(pageLength);
  const { isInspectorDrawer, showInspector } = useShell();
  const section = useRef<HTMLElement>(null);
  const [heading, help] = [useId(), useId()];
  const open: readonly ShownSuggestion[] = { name: names, date: dates, source: sources }[kind];
  const [kept] = useState(() => new KeptItems<SuggestionRow>(shownOf));
  const shown = kept.keep(
    open.slice(0, limit).map((each) => ({ ...each, ofName: nameOfConfirmed(each, annotations) })),
  );
  const unnamed = countUnnamed(sources);
  const sureKeys = open.filter(isSure).map(({ key }) => key);

  /** The list may have taken its last row away with the focus on it. */
  const keepFocus = () =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) section.current?.focus();
    });
  const acceptAll = (keys: readonly string[]) => {
    session.suggestions.accept(keys);
    if (keys.length > 1) {
      showToast({
        tone: 'done',
        title: format.count(keys.length, s.accepted),
        detail: s.acceptedUndo,
      });
    }
    keepFocus();
  };
  const latest: SuggestionActions = {
    accept: ({ key }, { place, value } = {}) => {
      const span = place === undefined ? undefined : session.suggestions.placesOf(key)[place];
      session.suggestions.accept([key], { ...(value && { value }), ...(span && { place: span }) });
      keepFocus();
    },
    acceptAlike: (suggestion) =>
      acceptAll(open.filter((other) => isAlike(suggestion, other)).map(({ key }) => key)),
    edit: onEdit,
    reject: (suggestion) => {
      tellRejected(session.suggestions.reject([suggestion.key]), suggestion, words);
      keepFocus();
    },
    goTo: ({ key }, index, focus) => {
      const places = session.suggestions.placesOf(key);
      const place = places[index] ?? places[0];
      if (place === undefined) return;
      // It would lie over the words.
      if (focus && isInspectorDrawer) showInspector(false);
      if (focus) session.jumpTo(place.start, place.end);
      else session.showPlace(place.start, place.end);
    },
    leave: () => session.focusPage(),
  };

  const actions = useStableActions(latest);
  if (state === 'off') return null;

  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-labelledby={heading}
      className="border-b border-line pt-3 outline-none"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4">
        <h3 id={heading} className="text-ui font-medium">
          {s[titles[kind]]}
        </h3>
        {open.length > 0 && (
          <span className="text-hint text-ink-3 tabular">{format.count(open.length, s.count)}</span>
        )}
        {sureKeys.length > 1 && (
          <Button
            variant="quiet"
            icon={<ListChecksIcon />}
            className="ms-auto"
            onPress={() => acceptAll(sureKeys)}
          >
            {s.acceptSure} ({format.number(sureKeys.length)})
          </Button>
        )}
      </div>
      {kind === 'source' && unnamed > 0 && (
        <p className="px-4 text-hint text-ink-3 tabular">{format.count(unnamed, s.unnamedCount)}</p>
      )}
      {state === 'failed' && (
        <p
          role="alert"
          className="flex flex-wrap items-center gap-x-2 px-4 pt-1 text-hint text-ink-2 [&_svg]:size-4 [&_svg]:text-bad"
        >
          <CircleAlertIcon aria-hidden />
          <span className="min-w-0 flex-1">{s.failed}</span>
          <Button variant="quiet" onPress={() => session.suggestions.retry()}>
            {shell.retry}
          </Button>
        </p>
      )}
      {open.length === 0 && state !== 'failed' && (
        <p className="px-4 pt-1 pb-3 text-hint text-ink-3">
          {state === 'looking' ? s.looking : s.none}
        </p>
      )}
      {open.length > 0 && (
        <>
          <details className="group/help px-4 pt-1 text-hint text-ink-3">
            <summary className="focus-ring flex w-fit cursor-default list-none items-center gap-1 rounded-sm">
              <ChevronDownIcon
                aria-hidden
                className="size-3.5 transition-transform group-open/help:rotate-180"
              />
              {s.keys}
            </summary>
            <p id={help} className="pt-1 text-ink-2">
              {s.help}
            </p>
          </details>
          <SuggestionRows
            label={s[titles[kind]]}
            description={help}
            rows={shown}
            actions={actions}
          />
          {open.length > shown.length && (
            <div className="px-4 pb-3">
              <Button onPress={() => setLimit(limit + pageLength)}>
                {shell.more} ({format.number(open.length - shown.length)})
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** Rows drawn at first: many of them make a window slow. */
const pageLength = 25;

/** Where exactly it stands is asked for only when somebody goes there. */
function shownOf(suggestion: SuggestionRow): unknown {
  return { ...suggestion, places: suggestion.places.map(({ surface }) => surface) };
}

/** Always the same functions, which do what the last ones would. */
function useStableActions(actions: SuggestionActions): SuggestionActions {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  const [stable] = useState<SuggestionActions>(() => ({
    accept: (...how) => latest.current.accept(...how),
    acceptAlike: (suggestion) => latest.current.acceptAlike(suggestion),
    edit: (suggestion) => latest.current.edit(suggestion),
    reject: (suggestion) => latest.current.reject(suggestion),
    goTo: (...where) => latest.current.goTo(...where),
    leave: () => latest.current.leave(),
  }));
  return stable;
}

const titles = { name: 'names', date: 'dates', source: 'sources' } as const;

function isSure(suggestion: ShownSuggestion): boolean {
  if (suggestion.confidence < sure) return false;
  if (suggestion.kind !== 'date') return true;
  const { conflicts, otherReadings, relative, value } = suggestion;
  if (relative && value.value === null) return false;
  return conflicts.length === 0 && otherReadings.length === 0;
}

/** The same speaker, or dates of the same value; a name has all its places in one. */
function isAlike(one: ShownSuggestion, other: ShownSuggestion): boolean {
  if (one.key === other.key) return true;
  if (one.kind === 'source' && other.kind === 'source') return one.value.name === other.value.name;
  if (one.kind !== 'date' || other.kind !== 'date') return false;
  return (
    JSON.stringify([one.value.value, one.value.end, one.value.reading]) ===
    JSON.stringify([other.value.value, other.value.end, other.value.reading])
  );
}

function tellRejected(undo: Undo, suggestion: ShownSuggestion, words: Strings): void {
  showToast({
    tone: 'done',
    title: words.suggestions.rejected(suggestionTitle(suggestion, words)),
    action: { label: words.shell.undo, run: undo },
  });
}

function nameOfConfirmed(
  suggestion: ShownSuggestion,
  annotations: readonly Annotation[],
): string | undefined {
  if (suggestion.kind !== 'name' || suggestion.annotationId === null) return undefined;
  const confirmed = annotations.find(({ id }) => id === suggestion.annotationId);
  return annotationTitle(confirmed?.value ?? suggestion.value);
}
