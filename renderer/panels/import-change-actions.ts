import { useMemo } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toPlainText } from '../../core/article/plain-text.ts';
import { planChangeEdit } from '../../core/importers/import-change-edit.ts';
import type { ImportChange, ImportRecord } from '../../core/importers/import-report.ts';
import { toFailure } from '../api/app-failure.ts';
import { api, client } from '../api/client.ts';
import { showToast } from '../components/toast.tsx';
import type { ArticleSession } from '../editor/article-session.ts';
import { useStrings } from '../strings/strings.ts';
import { fieldsAfter } from './import-change-fields.ts';

/**
 * `undo`: an applied change is taken back, or a decision about a proposal; `redo`: an undone change is made again;
 * `accept`, `dismiss`: the decision about a proposal.
 */
export type ImportChangeAction = 'undo' | 'redo' | 'accept' | 'dismiss';

export interface ImportChangeActions {
  run: (action: ImportChangeAction, changes: readonly ImportChange[]) => void;
  isBusy: boolean;
}

/**
 * What may be done with the changes of an import. The text changes in the page, as steps that can be undone there; the
 * report keeps what was decided. A change whose place is no longer found is left as it is, and a message says so.
 */
export function useImportChangeActions(
  session: ArticleSession,
  record: ImportRecord,
): ImportChangeActions {
  const cache = useQueryClient();
  const { panels, errors } = useStrings();
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ action, ids }: { action: ImportChangeAction; ids: number[] }) => {
      const { queryKey } = api.imports.report.queryOptions({ input: { articleId: session.id } });
      let report = record.changes;
      let isLost = false;
      for (const id of ids) {
        const change = report.find((candidate) => candidate.id === id);
        if (change === undefined) continue;
        if (!applyInPage(session, change, action, report)) {
          isLost = true;
          continue;
        }
        // oxlint-disable-next-line no-await-in-loop -- each change is planned on the report as the one before left it
        const after = await client.imports.setChangeState({
          articleId: session.id,
          changeId: id,
          state: stateAfter(change, action),
        });
        report = after.changes;
        cache.setQueryData(queryKey, after);
      }
      return isLost;
    },
    onSuccess: (isLost) => {
      if (isLost) {
        showToast({ tone: 'failed', title: panels.placeLostTitle, detail: panels.placeLost });
      }
    },
    onError: (error) => {
      const { code, details } = toFailure(error);
      const { what, kept, todo } = errors[code](details);
      showToast({ tone: 'failed', title: what, detail: `${kept} ${todo}` });
    },
  });
  return useMemo(
    () => ({
      run: (action, changes) => mutate({ action, ids: changes.map(({ id }) => id) }),
      isBusy: isPending,
    }),
    [isPending, mutate],
  );
}

function stateAfter(change: ImportChange, action: ImportChangeAction): ImportChange['state'] {
  if (action === 'undo') return change.kind === 'proposed' ? 'proposed' : 'undone';
  return ({ redo: 'applied', accept: 'accepted', dismiss: 'dismissed' } as const)[action];
}

function oppositeOf(
  action: 'undo' | 'redo' | 'accept',
  { kind }: ImportChange,
): 'undo' | 'redo' | 'accept' {
  if (action !== 'undo') return 'undo';
  return kind === 'proposed' ? 'accept' : 'redo';
}

/** False: the place was not found, nothing was done. */
function applyInPage(
  session: ArticleSession,
  change: ImportChange,
  action: ImportChangeAction,
  report: readonly ImportChange[],
): boolean {
  // A proposal that was not accepted has changed nothing.
  if (action === 'dismiss' || change.state === 'dismissed') return true;
  const plain = toPlainText(session.document().doc);
  const edit = planChangeEdit(plain, change, action, report);
  // Undo on the page may have done it before: only the report does not say so yet.
  const isDone =
    edit === null && planChangeEdit(plain, change, oppositeOf(action, change), report) !== null;
  if (edit === null && !isDone) return false;
  if (edit !== null) session.applyImportChange(edit);
  const fields = fieldsAfter(session.getSnapshot().article, change, action);
  if (fields !== undefined) session.setFields(fields);
  return true;
}
