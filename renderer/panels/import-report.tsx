import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { FileSearchIcon } from 'lucide-react';
import type { ImportChange, ImportRecord } from '../../core/importers/import-report.ts';
import { toFailure } from '../api/app-failure.ts';
import { api } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../components/states.tsx';
import { useSessionState } from '../editor/article-session.ts';
import type { ArticleSession } from '../editor/article-session.ts';
import { useFormat } from '../format/use-format.ts';
import { useShell } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import { useImportChangeActions } from './import-change-actions.ts';
import { ImportChangeRow } from './import-change-row.tsx';

/** What the import did to the open article, change by change, each to be undone or decided by itself. */
export function ImportReport({ session }: { session: ArticleSession }): ReactNode {
  const { data, error, refetch } = useQuery(
    api.imports.report.queryOptions({ input: { articleId: session.id }, staleTime: Infinity }),
  );
  if (data !== undefined) return <Report session={session} record={data} />;
  if (error !== null)
    return <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />;
  return <Skeleton lines={8} />;
}

function Report({ session, record }: { session: ArticleSession; record: ImportRecord }) {
  const { panels } = useStrings();
  const format = useFormat();
  const { original, showOriginal } = useShell();
  const actions = useImportChangeActions(session, record);
  const isReadOnly = useSessionState(session, (state) => state.readOnly !== null);
  const groups = useMemo(() => groupChanges(record.changes), [record.changes]);
  const open = groups.proposed.filter(({ state }) => state === 'proposed');
  const isOff = isReadOnly || actions.isBusy;

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
        <Group
          title={panels.proposals}
          actions={
            open.length > 0 && (
              <div className="flex flex-wrap items-center gap-2">
                <span className="me-auto text-hint text-ink-3">
                  {format.count(open.length, panels.proposalsCount)}
                </span>
                <Button isDisabled={isOff} onPress={() => actions.run('accept', open)}>
                  {panels.acceptAll}
                </Button>
                <Button isDisabled={isOff} onPress={() => actions.run('dismiss', open)}>
                  {panels.dismissAll}
                </Button>
              </div>
            )
          }
        >
          {rows(groups.proposed)}
        </Group>
      )}
      {groups.headline.length > 0 && (
        <Group title={panels.headlineParts}>{rows(groups.headline)}</Group>
      )}
      {groups.joined.length > 0 && <Group title={panels.joinedParts}>{rows(groups.joined)}</Group>}
      {groups.removed.length > 0 && (
        <Group title={panels.removedParts}>{rows(groups.removed)}</Group>
      )}
    </div>
  );

  function rows(changes: readonly ImportChange[]) {
    return changes.map((change) => (
      <ImportChangeRow
        key={change.id}
        change={change}
        text={record.text}
        isDisabled={isOff}
        onRun={(action) => actions.run(action, [change])}
        onShow={() => showOriginal({ changeId: change.id })}
      />
    ));
  }
}

function Group({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="flex flex-col gap-1 border-t border-line pt-4">
      <h3 className="text-ui font-semibold">{title}</h3>
      {actions}
      <ul className="flex flex-col divide-y divide-line">{children}</ul>
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
