import type { ReactNode } from 'react';
import { CornerDownLeftIcon, FileSearchIcon } from 'lucide-react';
import type { ImportChange } from '../../core/importers/import-report.ts';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useStrings } from '../strings/strings.ts';
import type { ImportChangeAction } from './import-change-actions.ts';

/** One change: why it was made, the words it concerns, how it stands, what can be done about it. */
export function ImportChangeRow({
  change,
  text,
  isDisabled,
  onRun,
  onShow,
}: {
  change: ImportChange;
  /** The decoded original. */
  text: string;
  isDisabled: boolean;
  onRun: (action: ImportChangeAction) => void;
  onShow: () => void;
}): ReactNode {
  const { panels } = useStrings();
  const isOff = change.state === 'undone' || change.state === 'dismissed';
  return (
    <>
      <div className="flex items-center gap-2">
        <span className="text-hint font-medium text-ink-2">{panels.rules[change.rule]}</span>
        {change.state !== 'applied' && change.state !== 'proposed' && (
          <span className="text-hint text-ink-3">· {panels.states[change.state]}</span>
        )}
        <IconButton
          label={panels.showInOriginal}
          icon={<FileSearchIcon />}
          onPress={onShow}
          className="-my-1 ms-auto -me-1.5 size-7"
        />
      </div>
      <Words change={change} text={text} isOff={isOff} />
      <div className="mt-1 flex gap-2">
        {actionsFor(change).map((action) => (
          <Button
            key={action}
            isDisabled={isDisabled}
            className="min-h-7 px-2.5"
            onPress={() => onRun(action)}
          >
            {label(action)}
          </Button>
        ))}
      </div>
    </>
  );

  function label(action: ImportChangeAction) {
    if (action === 'accept') return panels.accept;
    if (action === 'dismiss') return panels.dismiss;
    return action === 'undo' ? panels.undoChange : panels.redoChange;
  }
}

function Words({ change, text, isOff }: { change: ImportChange; text: string; isOff: boolean }) {
  const { panels } = useStrings();
  if (change.kind === 'proposed') {
    const { before, after } = contextOf(text, change.start, change.end);
    return (
      <p dir="auto" className="selectable sentences text-ui leading-6 text-ink">
        <span className="text-ink-3">{before}</span>
        <del className="rounded-sm bg-bad-wash px-0.5 text-bad decoration-1">
          <span className="sr-only">{panels.original}: </span>
          {visible(change.original)}
        </del>
        <ins className="mx-0.5 rounded-sm bg-good-wash px-0.5 text-good no-underline">
          <span className="sr-only">{panels.replacement}: </span>
          {visible(change.replacement)}
        </ins>
        <span className="text-ink-3">{after}</span>
      </p>
    );
  }
  if (change.kind === 'joined') {
    const { before, after } = contextOf(text, change.start, change.end);
    return (
      <p dir="auto" className="selectable sentences text-ui leading-6 text-ink-2">
        {before}
        <span className="mx-1 rounded-sm bg-warn-wash px-1 text-hint text-warn">
          <CornerDownLeftIcon aria-hidden className="inline size-3" />
          <span className="sr-only">{panels.gap}</span>
        </span>
        {after}
      </p>
    );
  }
  return (
    <p
      dir="auto"
      className={`selectable sentences line-clamp-4 text-ui leading-6 whitespace-pre-line ${isOff ? 'text-ink-3' : 'text-ink-2'}`}
    >
      {change.original.trim()}
    </p>
  );
}

function actionsFor(change: ImportChange): ImportChangeAction[] {
  switch (change.state) {
    case 'proposed':
      return ['accept', 'dismiss'];
    case 'undone':
      return ['redo'];
    case 'applied':
    case 'accepted':
    case 'dismissed':
      return ['undo'];
  }
}

/** A few words of the same line on either side. */
function contextOf(text: string, start: number, end: number): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  return {
    before: before.slice(before.lastIndexOf('\n') + 1).replace(/^\S*\s/, ''),
    after: (after.split('\n')[0] ?? '').replace(/\s\S*$/, ''),
  };
}

/** Spaces that are all there is, as a sign that can be seen. */
function visible(words: string): string {
  return words.trim() === '' ? words.replace(/\s/g, '·') || '–' : words;
}
