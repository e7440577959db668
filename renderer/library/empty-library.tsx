import type { ReactNode } from 'react';
import { FilePlusIcon, ImportIcon, LibraryBigIcon, SearchXIcon, Trash2Icon } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/states.tsx';
import { useShell } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import { useArticleActions } from './use-article-actions.ts';

/** What the list says when it has no rows: nothing found, nothing deleted, or nothing there yet. */
export function EmptyLibrary({ isTrash, query }: { isTrash: boolean; query: string }): ReactNode {
  const { shell, library } = useStrings();
  const { showDialog } = useShell();
  const { create } = useArticleActions();
  if (isTrash) {
    return (
      <EmptyState icon={<Trash2Icon />} title={library.emptyTrash}>
        {library.emptyTrashHint}
      </EmptyState>
    );
  }
  if (query !== '') {
    return (
      <EmptyState icon={<SearchXIcon />} title={library.noResults(query)}>
        {library.noResultsHint}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<LibraryBigIcon />}
      title={library.emptyTitle}
      actions={
        <>
          <Button variant="primary" icon={<ImportIcon />} onPress={() => showDialog('import')}>
            {shell.importFiles}
          </Button>
          <Button icon={<FilePlusIcon />} onPress={() => void create()}>
            {shell.newArticle}
          </Button>
        </>
      }
    >
      {library.emptyHint}
    </EmptyState>
  );
}
