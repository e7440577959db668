import { memo } from 'react';
import type { ReactNode } from 'react';
import { Trash2Icon } from 'lucide-react';
import type { ArticleSummary } from '../../core/article/article.ts';
import { classNames } from '../components/class-names.ts';
import { StatusMark } from '../components/status-mark.tsx';
import { useFormat } from '../format/use-format.ts';
import { useStrings } from '../strings/strings.ts';

export interface LibraryRowProps {
  article: ArticleSummary;
  now: number;
  isOpen: boolean;
  onTrash: ((article: ArticleSummary) => void) | undefined;
}

/** What a row says of an article: headline or opening words, status, time, length; in search results also where it was found. */
export const LibraryRow = memo(function LibraryRow({
  article,
  now,
  isOpen,
  onTrash,
}: LibraryRowProps): ReactNode {
  const { library } = useStrings();
  const format = useFormat();
  const { headline, opening, status, updatedAt, wordCount, snippet } = article;
  return (
    <>
      <div
        dir="auto"
        className={classNames(
          'two-lines text-ui',
          headline ? 'font-medium text-ink' : 'text-ink-2',
        )}
      >
        {headline || (snippet === undefined && opening) || library.untitled}
      </div>
      {snippet !== undefined && snippet.text !== '' && (
        <div dir="auto" className="two-lines mt-0.5 text-ui text-ink-2">
          <MarkedText text={snippet.text} marks={snippet.marks} />
        </div>
      )}
      <div className="mt-1 flex items-center gap-2.5 text-hint text-ink-3 tabular">
        <StatusMark status={status} className={isOpen ? 'text-ink-2' : ''} />
        <time dateTime={updatedAt} title={format.moment(updatedAt)} className="whitespace-nowrap">
          {format.ago(updatedAt, now)}
        </time>
        <span
          className={classNames('ms-auto whitespace-nowrap', onTrash && 'group-hover:invisible')}
        >
          {format.count(wordCount, library.words)}
        </span>
      </div>
      {onTrash !== undefined && (
        // For the pointer only, the keyboard has Delete: an option may hold nothing that takes focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- as above
        <span
          aria-hidden="true"
          title={library.moveToTrash}
          onClick={(event) => {
            event.stopPropagation();
            onTrash(article);
          }}
          className="absolute end-1.5 bottom-0.5 hidden size-7 items-center justify-center rounded-md text-ink-2 group-hover:flex hover:bg-selected hover:text-bad [&_svg]:size-4"
        >
          <Trash2Icon />
        </span>
      )}
    </>
  );
});

/** `text` with [start, end) pieces marked. */
function MarkedText({
  text,
  marks,
}: {
  text: string;
  marks: readonly (readonly [number, number])[];
}): ReactNode {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end <= start) continue;
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}
