import { useCallback } from 'react';
import { toPlainText } from '../../core/article/plain-text.ts';
import { planChangeEdit } from '../../core/importers/import-change-edit.ts';
import type { ImportChange } from '../../core/importers/import-report.ts';
import { showToast } from '../components/toast.tsx';
import type { ArticleSession } from '../editor/article-session.ts';
import { useStrings } from '../strings/strings.ts';
import { fieldsAfter } from './import-change-fields.ts';

/**
 * `undo`: an applied change is taken back, or a decision about a proposal; `redo`: an undone change is made again;
 * `accept`, `dismiss`: the decision about a proposal.
 */
export type ImportChangeAction = 'undo' | 'redo' | 'accept' | 'dismiss';

/**
 * What may be done with the changes of an import: each a step that can be undone on the page, the report's word for it
 * included. A change whose place is no longer found is left as it is, and a message says so.
 */
export function useImportChangeActions(
  session: ArticleSession,
  changes: readonly ImportChange[],
): (action: ImportChangeAction, ids: readonly number[]) => void {
  const { panels } = useStrings();
  return useCallback(
    (action, ids) => {
      if (!decideChanges(session, changes, action, ids)) {
        showToast({ tone: 'failed', title: panels.placeLostTitle, detail: panels.placeLost });
      }
    },
    [session, changes, panels],
  );
}

/** False: the place of one or more was not found, and those are as they were. */
export function decideChanges(
  session: ArticleSession,
  changes: readonly ImportChange[],
  action: ImportChangeAction,
  ids: readonly number[],
): boolean {
  let report = changes;
  let isEachDone = true;
  for (const id of ids) {
    const change = report.find((candidate) => candidate.id === id);
    if (change === undefined) continue;
    const state = stateAfter(change, action);
    if (decide(session, change, action, state, report)) {
      // Each is planned on the report as the one before left it.
      report = report.map((other) => (other === change ? { ...change, state } : other));
    } else isEachDone = false;
  }
  return isEachDone;
}

function decide(
  session: ArticleSession,
  change: ImportChange,
  action: ImportChangeAction,
  state: ImportChange['state'],
  report: readonly ImportChange[],
): boolean {
  // A proposal that was not accepted has changed nothing.
  if (action === 'dismiss' || change.state === 'dismissed') {
    return session.decideImportChange(
      null,
      { changeId: change.id, state, fields: {} },
      change.state,
    );
  }
  const plain = toPlainText(session.document().doc);
  const edit = planChangeEdit(plain, change, action, report);
  // An editor's own hand may have done it before: only the report does not say so yet.
  const isDone =
    edit === null && planChangeEdit(plain, change, oppositeOf(action, change), report) !== null;
  if (edit === null && !isDone) return false;
  const fields = fieldsAfter(session.getSnapshot().article, change, action) ?? {};
  return session.decideImportChange(edit, { changeId: change.id, state, fields }, change.state);
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
