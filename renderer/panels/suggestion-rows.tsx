import { memo, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import { CheckIcon, PencilIcon, XIcon } from 'lucide-react';
import type { DateValue } from '../../core/article/annotation.ts';
import type { Span } from '../../core/extraction/mentions.ts';
import { classNames } from '../components/class-names.ts';
import type { ShownSuggestion } from '../editor/shown-suggestions.ts';
import type { Format } from '../format/format.ts';
import { useFormat } from '../format/use-format.ts';
import { useStrings } from '../strings/strings.ts';
import type { Strings } from '../strings/strings.ts';
import { PlaceButton, RowButton } from './row-buttons.tsx';
import { groupBySpeaker } from './speaker-groups.ts';
import type { SpeakerGroup } from './speaker-groups.ts';
import { SuggestionDetails, suggestionTitle } from './suggestion-details.tsx';

/** What can be done with a row; `place` counts from 0. */
export interface SuggestionActions {
  accept: (suggestion: ShownSuggestion, how?: { place?: number; value?: DateValue }) => void;
  /** With all that are like it. */
  acceptAlike: (suggestion: ShownSuggestion) => void;
  edit: (suggestion: ShownSuggestion) => void;
  reject: (suggestion: ShownSuggestion) => void;
  /** `focus`: and go on there. */
  goTo: (suggestion: ShownSuggestion, place: number, focus: boolean) => void;
  leave: () => void;
}

/** A suggestion, with the title of the confirmed name that it gives further places of. */
export type SuggestionRow = ShownSuggestion & { ofName: string | undefined };

/**
 * Suggestions as a list with one tab stop: up and down move and light the words up on the page, Enter accepts, E edits,
 * Delete rejects, left and right reach the buttons. Without `actions` they are shown only.
 */
export const SuggestionRows = memo(function SuggestionRows({
  label,
  description,
  rows,
  actions,
}: {
  label: string;
  /** Id of the element that tells the keys. */
  description: string;
  rows: readonly SuggestionRow[];
  actions: SuggestionActions;
}) {
  const words = useStrings();
  const { suggestions: s } = words;
  const format = useFormat();
  const [at, setAt] = useState<{ key: string; place: number }>();
  const lit = useRef<string>(undefined);
  const find = (target: EventTarget) => {
    const row = target instanceof Element ? target.closest('[data-key]') : null;
    const key = row?.getAttribute('data-key');
    const suggestion = rows.find((each) => each.key === key);
    return { row, suggestion };
  };
  const placeAt = ({ key, places }: ShownSuggestion) =>
    at?.key === key ? Math.min(at.place, places.length - 1) : 0;

  const onKeyDown = (event: KeyboardEvent) => {
    const { row, suggestion } = find(event.target);
    if (suggestion === undefined) return;
    const act = keyAction(event, event.target === row);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (act === 'acceptPlace') actions.accept(suggestion, { place: placeAt(suggestion) });
    else if (act === 'leave') actions.leave();
    else actions[act](suggestion);
  };
  const onFocus = ({ target }: FocusEvent) => {
    const { row, suggestion } = find(target);
    if (suggestion === undefined || target !== row || lit.current === suggestion.key) return;
    lit.current = suggestion.key;
    if (row.matches(':focus-visible')) actions.goTo(suggestion, placeAt(suggestion), false);
  };

  const rowOf = (suggestion: SuggestionRow) => (
    <Row key={suggestion.key} suggestion={suggestion} actions={actions} onPlace={setAt} />
  );
  const sources = rows.filter((each) => each.kind === 'source');
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys for the list inside, which has the role
    <div
      onKeyDownCapture={onKeyDown}
      onFocus={onFocus}
      onBlur={() => {
        lit.current = undefined;
      }}
    >
      <GridList
        aria-label={label}
        aria-describedby={description}
        onAction={(key) => {
          const suggestion = rows.find((each) => each.key === key);
          if (suggestion !== undefined) actions.goTo(suggestion, placeAt(suggestion), true);
        }}
        className="flex flex-col p-2 outline-none"
      >
        {sources.length === 0
          ? rows.map(rowOf)
          : groupBySpeaker(sources).map((group) => (
              <GridListSection
                key={group.name}
                id={`speaker ${group.name}`}
                aria-label={group.name || s.unnamed}
                className="pb-2"
              >
                <GridListHeader className="flex flex-wrap items-baseline gap-x-2 px-2 pt-2 pb-1">
                  <span dir="auto" className="words text-ui font-medium">
                    {group.name || s.unnamed}
                  </span>
                  <span className="text-hint text-ink-3 tabular">
                    {speakerFigures(group, words, format)}
                  </span>
                </GridListHeader>
                {group.sources.map(rowOf)}
              </GridListSection>
            ))}
      </GridList>
    </div>
  );
});

/** Drawn again only when it shows something else. */
const Row = memo(function Row({
  suggestion,
  actions,
  onPlace,
}: {
  suggestion: SuggestionRow;
  actions: SuggestionActions;
  /** One of several places was gone to. */
  onPlace: (at: { key: string; place: number }) => void;
}) {
  const words = useStrings();
  const { suggestions: s } = words;
  const { key, kind, places } = suggestion;
  const title = suggestionTitle(suggestion, words);
  return (
    <GridListItem
      id={key}
      textValue={title}
      className="focus-ring group relative flex cursor-default items-start gap-2.5 rounded-md px-2 py-2 -outline-offset-2 hover:bg-hover"
    >
      <span aria-hidden className={classNames('mt-4 w-3 shrink-0 border-b', lines[kind])} />
      <div className="min-w-0 flex-1">
        <p
          dir="auto"
          className={classNames('text-ui', kind === 'source' ? 'sentences two-lines' : 'words')}
        >
          {title}
        </p>
        <SuggestionDetails
          suggestion={suggestion}
          ofName={suggestion.ofName}
          onChoose={(value) => actions.accept(suggestion, { value })}
        />
        {places.length > 1 && (
          <div className="mt-1 flex flex-wrap gap-1">
            {places.slice(0, mostPlaces).map((place: Span, index) => (
              <PlaceButton
                // oxlint-disable-next-line react/no-array-index-key -- its number is what it is
                key={index}
                surface={place.surface}
                number={index + 1}
                onPress={() => {
                  onPlace({ key, place: index });
                  actions.goTo(suggestion, index, true);
                }}
              />
            ))}
          </div>
        )}
      </div>
      <div className="flex shrink-0">
        <RowButton label={s.accept(title)} onPress={() => actions.accept(suggestion)}>
          <CheckIcon />
        </RowButton>
        <RowButton label={s.editFirst(title)} onPress={() => actions.edit(suggestion)}>
          <PencilIcon />
        </RowButton>
        <RowButton label={s.reject(title)} onPress={() => actions.reject(suggestion)}>
          <XIcon />
        </RowButton>
      </div>
    </GridListItem>
  );
});

function speakerFigures(
  { sources, direct, indirect, through }: SpeakerGroup<SuggestionRow>,
  { suggestions: s, shell }: Strings,
  format: Format,
): string {
  const parts = [format.count(sources.length, s.statements)];
  if (direct > 0) parts.push(`${s.direct}: ${format.number(direct)}`);
  if (indirect > 0) parts.push(`${s.indirect}: ${format.number(indirect)}`);
  parts.push(through.length === 0 ? s.firstHand : s.through(through.join(shell.listSeparator)));
  return parts.join(' · ');
}

/** What a key means on a row (`isRow`) or on a button in it. E is known by its place: an Arabic layout writes another letter. */
function keyAction(
  { key, code, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  isRow: boolean,
): 'accept' | 'acceptAlike' | 'acceptPlace' | 'edit' | 'reject' | 'leave' | undefined {
  if (altKey) return undefined;
  const isPlain = !shiftKey && !ctrlKey && !metaKey;
  if (key === 'Escape' && isPlain) return 'leave';
  if ((key === 'Delete' || key === 'Backspace') && isPlain) return 'reject';
  if (code === 'KeyE' && isPlain) return 'edit';
  if (key !== 'Enter' || !isRow) return undefined;
  if (ctrlKey || metaKey) return 'acceptPlace';
  return shiftKey ? 'acceptAlike' : 'accept';
}

/** Buttons; the row says how many there are. */
const mostPlaces = 8;

const lines = {
  name: 'border-name border-solid',
  date: 'border-date border-dotted',
  source: 'border-source border-dashed',
} as const;
