import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ImportRecord } from '../../core/importers/import-report.ts';
import { toFailure } from '../api/app-failure.ts';
import type { Failure } from '../api/app-failure.ts';
import { api } from '../api/client.ts';
import { useSessionState } from '../editor/article-session.ts';
import type { ArticleSession } from '../editor/article-session.ts';

/** The report of the open article's import, its changes as they stand on the page now. */
export function useImportReport(session: ArticleSession): {
  record: ImportRecord | undefined;
  failure: Failure | undefined;
  retry: () => void;
} {
  const { data, error, refetch } = useQuery(
    api.imports.report.queryOptions({
      input: { articleId: session.id },
      staleTime: Infinity,
      // What is decided here reaches the disk by the article's saves: the next look asks again.
      gcTime: 0,
    }),
  );
  const states = useSessionState(session, ({ importStates }) => importStates);
  const record = useMemo(
    () =>
      data && {
        ...data,
        changes: data.changes.map((change) => {
          const state = states.get(change.id) ?? change.state;
          return state === change.state ? change : { ...change, state };
        }),
      },
    [data, states],
  );
  return {
    record,
    failure: error === null ? undefined : toFailure(error),
    retry: () => void refetch(),
  };
}
