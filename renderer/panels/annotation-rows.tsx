import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { CrosshairIcon, PencilIcon, TrashIcon } from 'lucide-react';
import type { Annotation, AnnotationPlace } from '../../core/article/annotation.ts';
import { classNames } from '../components/class-names.ts';
import { annotationTitle } from '../editor/annotation-values.ts';
import { describeTime } from '../format/describe-time.ts';
import { useFormat } from '../format/use-format.ts';
import { isolate } from '../strings/isolate.ts';
import { useStrings } from '../strings/strings.ts';
import { PlaceButton, RowButton } from './row-buttons.tsx';

/**
 * Annotations as a list with one tab stop: arrows up and down move, Enter goes to the first place, left and right reach
 * the buttons and the other places, Delete removes.
 */
export function AnnotationRows({
  label,
  annotations,
  activeIds,
  onJump,
  onEdit,
  onRemove,
  onAttach,
}: {
  label: string;
  annotations: readonly Annotation[];
  activeIds: readonly string[];
  onJump?: (place: AnnotationPlace) => void;
  onEdit?: ((annotation: Annotation) => void) | undefined;
  onRemove?: ((annotation: Annotation) => void) | undefined;
  onAttach?: ((annotation: Annotation) => void) | undefined;
}): ReactNode {
  const { panels, suggestions } = useStrings();
  const list = useRef<HTMLDivElement>(null);
  const byId = (id: unknown) => annotations.find((annotation) => annotation.id === id);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' || !(event.target instanceof HTMLElement)) return;
    const annotation = byId(event.target.closest('[data-key]')?.getAttribute('data-key'));
    if (annotation !== undefined) onRemove?.(annotation);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a key for the list inside, which has the role
    <div onKeyDown={onKeyDown}>
      <GridList
        ref={list}
        aria-label={label}
        items={annotations}
        dependencies={[activeIds, onEdit, onRemove, onAttach, panels]}
        onAction={(key) => {
          const place = byId(key)?.places[0];
          if (place !== undefined) onJump?.(place);
        }}
        className="flex flex-col p-2 outline-none"
      >
        {(annotation) => (
          <GridListItem
            id={annotation.id}
            textValue={annotationTitle(annotation.value) || suggestions.unnamed}
            className={classNames(
              'focus-ring group relative flex cursor-default items-start gap-2.5 rounded-md px-2 py-2 -outline-offset-2 hover:bg-hover',
              activeIds.includes(annotation.id) && 'bg-selected',
            )}
          >
            <span
              aria-hidden
              className={classNames('mt-4 w-3 shrink-0 border-b-2', lines[annotation.value.kind])}
            />
            <div className="min-w-0 flex-1">
              <p dir="auto" className="words text-ui font-medium">
                {annotationTitle(annotation.value) || suggestions.unnamed}
              </p>
              <Details annotation={annotation} />
              {annotation.places.length > 1 && onJump !== undefined && (
                <div className="mt-1 flex flex-wrap gap-1">
                  {annotation.places.map((place, index) => (
                    <PlaceButton
                      key={place.start}
                      surface={place.surface}
                      number={index + 1}
                      onPress={() => onJump(place)}
                    />
                  ))}
                </div>
              )}
            </div>
            <div className="flex shrink-0 opacity-0 group-hover:opacity-100 group-focus-within:opacity-100 group-data-focus-visible:opacity-100 focus-within:opacity-100">
              {onAttach !== undefined && (
                <RowButton label={panels.attach} onPress={() => onAttach(annotation)}>
                  <CrosshairIcon />
                </RowButton>
              )}
              {onEdit !== undefined && (
                <RowButton
                  label={panels.editEntry(annotationTitle(annotation.value))}
                  onPress={() => onEdit(annotation)}
                >
                  <PencilIcon />
                </RowButton>
              )}
              {onRemove !== undefined && (
                <RowButton
                  label={panels.removeEntry(annotationTitle(annotation.value))}
                  onPress={() => onRemove(annotation)}
                >
                  <TrashIcon />
                </RowButton>
              )}
            </div>
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}

function Details({ annotation: { value, state, places } }: { annotation: Annotation }) {
  const words = useStrings();
  const { panels } = words;
  const format = useFormat();
  const parts: string[] = [];
  if (state === 'suggested') parts.push(panels.suggested);
  if (value.kind === 'name') parts.push(panels.nameKinds[value.nameKind], isolate(value.role));
  if (value.kind === 'source') {
    parts.push(panels.sourceKinds[value.sourceKind], isolate(value.attribution));
  }
  if (value.kind === 'date') {
    parts.push(describeTime(value, words, format) ?? panels.dateUnresolved);
  }
  if (places.length > 1) parts.push(format.count(places.length, panels.places));
  const shown = parts.filter((part) => part !== '' && part !== isolate(''));
  return (
    <>
      <p className="text-hint text-ink-3 tabular">{shown.join(' · ')}</p>
      {value.note !== '' && (
        <p dir="auto" className="sentences text-hint text-ink-2">
          {value.note}
        </p>
      )}
    </>
  );
}

const lines = {
  name: 'border-name border-solid',
  date: 'border-date border-dotted',
  source: 'border-source border-dashed',
} as const;
