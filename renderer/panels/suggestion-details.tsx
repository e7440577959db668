import type { ReactNode } from 'react';
import { BookUserIcon, TriangleAlertIcon } from 'lucide-react';
import { Button } from 'react-aria-components';
import { annotationTitle } from '../editor/annotation-values.ts';
import type { ShownDate, ShownSuggestion } from '../editor/shown-suggestions.ts';
import { describeHijri, describeTime } from '../format/describe-time.ts';
import type { Format } from '../format/format.ts';
import { useFormat } from '../format/use-format.ts';
import type { DateValue } from '../../core/article/annotation.ts';
import { isolate } from '../strings/isolate.ts';
import { useStrings } from '../strings/strings.ts';
import type { Strings } from '../strings/strings.ts';

/** What the row of a suggestion goes by: a name, the words of a date, what was said. */
export function suggestionTitle(suggestion: ShownSuggestion, { suggestions }: Strings): string {
  if (suggestion.kind !== 'source') return annotationTitle(suggestion.value) || suggestions.unnamed;
  const said = suggestion.places[0]?.surface.replace(/\s+/g, ' ').trim() ?? '';
  return said.length > longestTitle ? `${said.slice(0, longestTitle)}…` : said;
}

const longestTitle = 90;

/** Kind, value, number of places and how sure it is, under the title of a row. */
export function SuggestionDetails({
  suggestion,
  ofName,
  onChoose,
}: {
  suggestion: ShownSuggestion;
  /** Of a confirmed name that these are further places of. */
  ofName: string | undefined;
  /** Another reading was chosen. */
  onChoose: (value: DateValue) => void;
}): ReactNode {
  const words = useStrings();
  const { panels, suggestions: s } = words;
  const format = useFormat();
  const { places, confidence } = suggestion;
  const parts: string[] = [];
  if (suggestion.kind === 'name') {
    if (ofName !== undefined) parts.push(s.anotherPlaceOf(ofName));
    parts.push(panels.nameKinds[suggestion.value.nameKind]);
    if (suggestion.value.role !== '') parts.push(isolate(suggestion.value.role));
  }
  if (suggestion.kind === 'date') {
    parts.push(dateWords(suggestion, words, format));
    if (suggestion.hijri !== null) parts.push(describeHijri(suggestion.hijri, words, format));
  }
  if (suggestion.kind === 'source') {
    const { direct = false, through = '' } = suggestion.value.statement ?? {};
    parts.push(isolate(suggestion.cue.surface), direct ? s.direct : s.indirect);
    if (suggestion.speakerSource === 'carried') parts.push(s.carried);
    if (through !== '') parts.push(s.through(through));
  }
  if (places.length > 1) parts.push(format.count(places.length, panels.places));
  const doubt = confidence >= sure ? '' : confidence >= likely ? s.likely : s.unsure;
  return (
    <>
      <p className="text-hint text-ink-3 tabular">
        {parts.join(' · ')}
        {doubt !== '' && <span className="text-unsure"> · {doubt}</span>}
      </p>
      {suggestion.kind === 'name' && suggestion.entityId !== null && ofName === undefined && (
        <p className="flex items-center gap-1 text-hint text-ink-2 [&_svg]:size-3.5">
          <BookUserIcon aria-hidden />
          {s.known}
        </p>
      )}
      {suggestion.kind === 'date' && <DateDoubts suggestion={suggestion} onChoose={onChoose} />}
    </>
  );
}

function dateWords({ value, relative }: ShownDate, words: Strings, format: Format): string {
  const timex = value.reading?.timex ?? '';
  const { suggestions: s, panels } = words;
  if (value.value === null && relative && !/^P[T\d]/.test(timex)) return s.needsPublication;
  const unknown = timex.includes('X') ? s.repeated : panels.dateUnresolved;
  return describeTime(value, words, format) ?? unknown;
}

/** From here on a suggestion is taken with others at once. */
export const sure = 0.9;
const likely = 0.6;

/** What the words of a date contradict, and how else they can be read. */
function DateDoubts({
  suggestion: { conflicts, otherReadings },
  onChoose,
}: {
  suggestion: ShownDate;
  onChoose: (value: DateValue) => void;
}) {
  const words = useStrings();
  const { suggestions: s } = words;
  const format = useFormat();
  const say = (value: string) =>
    value.startsWith('AH ')
      ? describeHijri(value.slice(3).replace(/-(\d)(?!\d)/g, '-0$1'), words, format)
      : format.date(value);
  return (
    <>
      {conflicts.map(({ kind, said, computed }) => (
        <p
          key={`${kind} ${said} ${computed}`}
          className="mt-1 flex items-start gap-1.5 rounded-md bg-warn-wash px-2 py-1 text-hint text-warn [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0"
        >
          <TriangleAlertIcon aria-hidden />
          <span>{s.conflicts[kind](say(said), say(computed))}</span>
        </p>
      ))}
      {otherReadings.length > 0 && (
        <div className="mt-1 flex flex-wrap items-center gap-1 text-hint text-ink-3">
          <span>{s.otherReadings}</span>
          {otherReadings.map((reading) => {
            const shown = describeTime(reading, words, format);
            if (shown === undefined) return null;
            return (
              <Button
                key={JSON.stringify(reading)}
                aria-label={s.acceptAs(shown)}
                onPress={() => onChoose(reading)}
                className="focus-ring min-h-6 rounded-sm bg-hover px-1.5 text-ink-2 tabular hover:bg-selected hover:text-ink group-hover:bg-selected"
              >
                {shown}
              </Button>
            );
          })}
        </div>
      )}
    </>
  );
}
