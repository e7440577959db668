import type { ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from './api/client.ts';
import { Toasts } from './components/toast.tsx';
import { ImportDialog } from './imports/import-dialog.tsx';
import { ImportProvider } from './imports/import-provider.tsx';
import { FileDropZone } from './imports/file-drop-zone.tsx';
import { LibraryPane } from './library/library-pane.tsx';
import { Inspector } from './panels/inspector.tsx';
import { OriginalPane } from './panels/original-pane.tsx';
import { Banners } from './shell/banners.tsx';
import { CommandPalette } from './shell/command-palette.tsx';
import { useCommands } from './shell/commands.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { Frame } from './shell/frame.tsx';
import { OpenArticleProvider } from './shell/open-article.tsx';
import { usePageCommands } from './shell/page-commands.tsx';
import { PageArea } from './shell/page-area.tsx';
import { SettingsDialog } from './shell/settings-dialog.tsx';
import { SettingsProvider } from './shell/settings-provider.tsx';
import { ShellStateProvider, useShell } from './shell/shell-state.tsx';
import { ShortcutsDialog } from './shell/shortcuts-dialog.tsx';
import { TitleBar } from './shell/title-bar.tsx';
import { useShellKeys } from './shell/use-shell-keys.ts';

/** The whole window. */
export function App(): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <SettingsProvider>
        <ErrorBoundary>
          <ShellStateProvider>
            <OpenArticleProvider>
              <ImportProvider>
                <Window />
              </ImportProvider>
            </OpenArticleProvider>
          </ShellStateProvider>
        </ErrorBoundary>
        <Toasts />
      </SettingsProvider>
    </QueryClientProvider>
  );
}

function Window() {
  const { articleId, original } = useShell();
  const commands = useCommands();
  const pageCommands = usePageCommands();
  useShellKeys(commands);
  return (
    <div className="flex h-full flex-col">
      <TitleBar />
      <Banners />
      <Frame
        library={
          <ErrorBoundary>{original === null ? <LibraryPane /> : <OriginalPane />}</ErrorBoundary>
        }
        page={
          <ErrorBoundary resetKey={articleId}>
            <PageArea />
          </ErrorBoundary>
        }
        inspector={
          <ErrorBoundary resetKey={articleId}>
            <Inspector />
          </ErrorBoundary>
        }
      />
      <CommandPalette commands={[...commands, ...pageCommands]} />
      <SettingsDialog />
      <ShortcutsDialog commands={commands} />
      <ImportDialog />
      <FileDropZone />
    </div>
  );
}
