import { createContext, use, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '../components/toast.tsx';
import { useFormat } from '../format/use-format.ts';
import { refreshLibrary } from '../library/library-pages.ts';
import { useShell } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import { importFile } from './import-file.ts';
import { countOutcomes, ImportQueue } from './import-queue.ts';
import type { ImportState } from './import-queue.ts';

export interface ImportControl {
  state: ImportState;
  publishedOn: string | null;
  setPublishedOn: (iso: string | null) => void;
  /** Opens the dialog and imports. A single file that makes an article is opened. */
  start: (files: readonly File[]) => void;
  again: (id: number) => void;
  stop: () => void;
  clear: () => void;
}

/** Imports go on while the dialog is closed. */
export function ImportProvider({ children }: { children: ReactNode }): ReactNode {
  const cache = useQueryClient();
  const { showDialog, openArticle, wantCaret, selectTab } = useShell();
  const { imports } = useStrings();
  const [publishedOn, setPublishedOn] = useState<string | null>(null);
  const [queue] = useState(() => new ImportQueue(importFile, () => void refreshLibrary(cache)));
  const state = useSyncExternalStore(queue.subscribe, queue.snapshot);

  const start = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) {
        showToast({ tone: 'failed', title: imports.nothingToImport, detail: imports.dropHint });
        return;
      }
      queue.clear();
      showDialog('import');
      const showOnlyOne = () => {
        const [only, ...others] = queue.snapshot().items;
        if (only?.outcome.kind !== 'created' || others.length > 0) return;
        showDialog(null);
        queue.clear();
        openArticle(only.outcome.articleId);
        wantCaret('text');
        selectTab('import');
      };
      void queue.add(files, publishedOn).finally(showOnlyOne);
    },
    [imports, openArticle, publishedOn, queue, selectTab, showDialog, wantCaret],
  );
  const control = useMemo<ImportControl>(
    () => ({
      state,
      publishedOn,
      setPublishedOn,
      start,
      again: (id) => void queue.again(id),
      stop: () => queue.stop(),
      clear: () => queue.clear(),
    }),
    [publishedOn, queue, start, state],
  );
  return <ImportContext value={control}>{children}</ImportContext>;
}

export function useImports(): ImportControl {
  const control = use(ImportContext);
  if (control === null) throw new Error('No imports here');
  return control;
}

const ImportContext = createContext<ImportControl | null>(null);

/** `3 مقالات جديدة، ملف مستورد من قبل`: what an import came to. */
export function useImportSummary(): (state: ImportState) => string {
  const { imports, shell } = useStrings();
  const format = useFormat();
  return ({ items }) => {
    const counts = countOutcomes(items);
    return [
      counts.created > 0 && format.count(counts.created, imports.created),
      counts.duplicate > 0 && format.count(counts.duplicate, imports.duplicates),
      counts.failed > 0 && format.count(counts.failed, imports.failures),
      counts.skipped > 0 && format.count(counts.skipped, imports.skipped),
    ]
      .filter((part) => part !== false)
      .join(shell.listSeparator);
  };
}
