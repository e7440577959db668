import { Fragment, use, useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { CornerDownLeftIcon, XIcon } from 'lucide-react';
import type { ImportChange } from '../../core/importers/import-report.ts';
import { IconButton } from '../components/icon-button.tsx';
import { ErrorState, Skeleton } from '../components/states.tsx';
import { ArticleSessionContext } from '../editor/article-session.ts';
import type { ArticleSession } from '../editor/article-session.ts';
import { useShell } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import { splitOriginal } from './split-original.ts';
import { useImportReport } from './use-import-report.ts';

/** The text an article was imported from, beside the page, with everything that was changed marked in it. */
export function OriginalPane(): ReactNode {
  const session = use(ArticleSessionContext);
  const { panels, shell } = useStrings();
  const { showOriginal } = useShell();
  return (
    <div className="flex h-full min-h-0 flex-col bg-desk">
      <header className="flex h-11 shrink-0 items-center justify-between ps-4.5 pe-2">
        <h2 className="text-body font-semibold">{panels.originalTitle}</h2>
        <IconButton label={shell.close} icon={<XIcon />} onPress={() => showOriginal(null)} />
      </header>
      {session !== null && <OriginalText key={session.id} session={session} />}
    </div>
  );
}

function OriginalText({ session }: { session: ArticleSession }) {
  const { panels } = useStrings();
  const { original } = useShell();
  const { record, failure, retry } = useImportReport(session);
  const pieces = useMemo(
    () => (record === undefined ? [] : splitOriginal(record.text, record.changes)),
    [record],
  );
  const scroller = useRef<HTMLElement>(null);
  const changeId = original?.changeId ?? null;
  const isShown = pieces.length > 0;
  useEffect(() => {
    if (!isShown || changeId === null) return;
    const mark = scroller.current?.querySelector(`[data-change="${changeId}"]`);
    mark?.scrollIntoView({ block: 'center' });
  }, [changeId, isShown]);

  if (failure !== undefined) return <ErrorState failure={failure} onRetry={retry} />;
  if (record === undefined) return <Skeleton lines={14} />;
  return (
    <section
      ref={scroller}
      aria-label={panels.originalTitle}
      // A region that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      className="selectable min-h-0 flex-1 overflow-y-auto px-4.5 pb-10 text-ui leading-6 whitespace-pre-wrap -outline-offset-2 [unicode-bidi:plaintext] [overflow-wrap:anywhere]"
    >
      {pieces.map(({ start, text, change }) =>
        change === undefined ? (
          <span key={start}>{text}</span>
        ) : (
          <Fragment key={start}>
            <span
              data-change={change.id}
              title={`${panels.rules[change.rule]} · ${panels.states[change.state]}`}
              className={`${looks[change.kind]} ${change.id === changeId ? 'rounded-sm outline-2 outline-accent' : ''}`}
            >
              {change.kind === 'joined' ? (
                <CornerDownLeftIcon aria-hidden className="inline size-3" />
              ) : (
                text
              )}
            </span>
            {/* A frame around line breaks would leave pieces of itself at the edge. */}
            {change.kind === 'joined' && text}
          </Fragment>
        ),
      )}
    </section>
  );
}

const looks = {
  headline: 'font-semibold text-accent',
  removed: 'text-ink-3 line-through decoration-1',
  joined: 'bg-warn-wash text-warn',
  proposed: 'bg-unsure-wash underline decoration-unsure decoration-dashed underline-offset-4',
} as const satisfies Record<ImportChange['kind'], string>;
