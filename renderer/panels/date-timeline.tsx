import { useDeferredValue, useId } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from '../components/class-names.ts';
import { useSessionState } from '../editor/article-session.ts';
import type { ArticleSession } from '../editor/article-session.ts';
import { describeTime } from '../format/describe-time.ts';
import { useFormat } from '../format/use-format.ts';
import { useShell } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import { timelineEntries } from './timeline-entries.ts';
import type { TimelineEntry } from './timeline-entries.ts';

/** The article's dates one after the other in time; each goes to its place. */
export function DateTimeline({ session }: { session: ArticleSession }): ReactNode {
  const words = useStrings();
  const { panels, suggestions } = words;
  const format = useFormat();
  const heading = useId();
  const annotations = useDeferredValue(useSessionState(session, (state) => state.annotations));
  const suggested = useDeferredValue(useSessionState(session, (state) => state.suggestions.dates));
  const { isInspectorDrawer, showInspector } = useShell();
  const entries = timelineEntries(annotations, suggested);
  const goTo = ({ suggestion, place: shown }: TimelineEntry) => {
    const place = suggestion === undefined ? shown : session.suggestions.placesOf(suggestion)[0];
    if (place === undefined) return;
    // It would lie over the words.
    if (isInspectorDrawer) showInspector(false);
    session.jumpTo(place.start, place.end);
  };
  if (entries.length < 2) return null;
  return (
    <section aria-labelledby={heading} className="mt-2 border-t border-line px-4 pt-3 pb-4">
      <h3 id={heading} className="pb-2 text-ui font-medium">
        {suggestions.timeline}
      </h3>
      <ol className="ms-1.5 border-s border-line-strong">
        {entries.slice(0, longest).map((entry) => (
          <li key={entry.id} className="relative ps-3">
            <span
              aria-hidden
              className={classNames(
                'absolute -start-[5px] top-2.5 size-[9px] rounded-full border',
                entry.suggestion === undefined
                  ? 'border-date bg-date'
                  : 'border-dashed border-date bg-desk',
              )}
            />
            <Button
              onPress={() => goTo(entry)}
              className="focus-ring flex min-h-7 w-full cursor-default flex-wrap items-baseline gap-x-2 rounded-md px-1.5 py-1 text-start text-hint hover:bg-hover"
            >
              <span className="font-medium tabular">
                {describeTime(entry.value, words, format) ?? panels.dateUnresolved}
              </span>
              <bdi className="min-w-0 text-ink-2">{entry.value.label}</bdi>
              <span className="ms-auto text-ink-3">
                {entry.suggestion === undefined
                  ? suggestions.timelineConfirmed
                  : suggestions.timelineSuggested}
              </span>
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Entries; more are in the list above. */
const longest = 60;
