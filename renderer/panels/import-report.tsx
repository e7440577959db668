import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { FileSearchIcon } from 'lucide-react';
import type { ImportChange, ImportRecord } from '../../core/importers/import-report.ts';
import { Button } from '../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../components/states.tsx';
import { useSessionState } from '../editor/article-session.ts';
import type { ArticleSession } from '../editor/article-session.ts';
import { useFormat } from '../format/use-format.ts';
import { useShell } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import { useImportChangeActions } from './import-change-actions.ts';
import type { ImportChangeAction } from './import-change-actions.ts';
import { ImportChangeList } from './import-change-list.tsx';
import { useImportReport } from './use-import-report.ts';

/** What the import did to the open article, change by change, each to be undone or decided by itself. */
export function ImportReport({ session }: { session: ArticleSession }): ReactNode {
  const { record, failure, retry } = useImportReport(session);
  if (record !== undefined) return <Report session={session} record={record} />;
  if (failure !== undefined) return <ErrorState failure={failure} onRetry={retry} />;
  return <Skeleton lines={8} />;
}

function Report({ session, record }: { session: ArticleSession; record: ImportRecord }) {
  const { panels } = useStrings();
  const format = useFormat();
  const { original, showOriginal } = useShell();
  const run = useImportChangeActions(session, record.changes);
  const isReadOnly = useSessionState(session, (state) => state.readOnly !== null);
  const groups = useMemo(() => groupChanges(record.changes), [record.changes]);
  const open = groups.proposed.filter(({ state }) => state === 'proposed').map(({ id }) => id);
  const list = {
    text: record.text,
    isDisabled: isReadOnly,
    onRun: (action: ImportChangeAction, { id }: ImportChange) => run(action, [id]),
    onShow: ({ id }: ImportChange) => showOriginal({ changeId: id }),
  };

  return (
    <div className="flex flex-col gap-5 p-4">
      <section className="flex flex-col gap-2">
        <p className="text-ui text-pretty text-ink-2">{panels.reportSummary}</p>
        <p className="words text-hint text-ink-3">
          {panels.originalFile(record.fileName)} · {format.size(record.size)} ·{' '}
          <bdi>{record.encoding}</bdi>
          <br />
          {panels.importedAt}: {format.moment(record.importedAt)}
        </p>
        <Button
          icon={<FileSearchIcon />}
          className="self-start"
          onPress={() => showOriginal(original === null ? { changeId: null } : null)}
        >
          {original === null ? panels.showOriginal : panels.hideOriginal}
        </Button>
      </section>
      {record.changes.length === 0 && (
        <EmptyState title={panels.noChanges}>{panels.noChangesHint}</EmptyState>
      )}
      {groups.proposed.length > 0 && (
        <Group title={panels.proposals}>
          {open.length > 0 && (
            <div className="flex flex-wrap items-center gap-2">
              <span className="me-auto text-hint text-ink-3">
                {format.count(open.length, panels.proposalsCount)}
              </span>
              <Button isDisabled={isReadOnly} onPress={() => run('accept', open)}>
                {panels.acceptAll}
              </Button>
              <Button isDisabled={isReadOnly} onPress={() => run('dismiss', open)}>
                {panels.dismissAll}
              </Button>
            </div>
          )}
          <ImportChangeList label={panels.proposals} changes={groups.proposed} {...list} />
        </Group>
      )}
      {groups.headline.length > 0 && (
        <Group title={panels.headlineParts}>
          <ImportChangeList label={panels.headlineParts} changes={groups.headline} {...list} />
        </Group>
      )}
      {groups.joined.length > 0 && (
        <Group title={panels.joinedParts}>
          <ImportChangeList label={panels.joinedParts} changes={groups.joined} {...list} />
        </Group>
      )}
      {groups.removed.length > 0 && (
        <Group title={panels.removedParts}>
          <ImportChangeList label={panels.removedParts} changes={groups.removed} {...list} />
        </Group>
      )}
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1 border-t border-line pt-4">
      <h3 className="text-ui font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function groupChanges(
  changes: readonly ImportChange[],
): Record<ImportChange['kind'], ImportChange[]> {
  const groups: Record<ImportChange['kind'], ImportChange[]> = {
    headline: [],
    removed: [],
    joined: [],
    proposed: [],
  };
  for (const change of changes) groups[change.kind].push(change);
  return groups;
}
