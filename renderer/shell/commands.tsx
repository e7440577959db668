import { use } from 'react';
import type { ReactNode } from 'react';
import {
  Columns3Icon,
  CopyIcon,
  FileCodeIcon,
  FilePlusIcon,
  FileTextIcon,
  ImportIcon,
  KeyboardIcon,
  LanguagesIcon,
  MoonIcon,
  PanelLeftIcon,
  PanelRightIcon,
  SearchIcon,
  SettingsIcon,
  SunIcon,
  Trash2Icon,
  UnderlineIcon,
} from 'lucide-react';
import { ArticleSessionContext } from '../editor/article-session.ts';
import { useExport } from '../exports/use-export.ts';
import { useArticleActions } from '../library/use-article-actions.ts';
import { useStrings } from '../strings/strings.ts';
import { useSettings } from './settings-provider.tsx';
import { focusNextPane } from './next-pane.ts';
import { shellShortcuts } from './shell-shortcuts.ts';
import type { ShellShortcutId } from './shell-shortcuts.ts';
import { useShell } from './shell-state.tsx';

export interface ShellCommand {
  id: string;
  group: 'article' | 'view' | 'page' | 'help';
  label: string;
  icon: ReactNode;
  shortcut?: ShellShortcutId;
  /** Keys that the page itself answers; shown only. */
  pageKeys?: string;
  /** Undefined: not possible now. */
  run: (() => void) | undefined;
}

/** Every command of the window, for the palette, the shortcuts and their list. */
export function useCommands(): ShellCommand[] {
  const { shell, library } = useStrings();
  const shown = useShell();
  const { settings, theme, change } = useSettings();
  const session = use(ArticleSessionContext);
  const exports = useExport();
  const actions = useArticleActions();
  const nextTheme = theme === 'dark' ? 'light' : 'dark';

  return [
    {
      id: 'new',
      group: 'article',
      label: shell.newArticle,
      icon: <FilePlusIcon />,
      shortcut: 'newArticle',
      run: () => void actions.create(),
    },
    {
      id: 'import',
      group: 'article',
      label: shell.importFiles,
      icon: <ImportIcon />,
      shortcut: 'importFiles',
      run: () => shown.showDialog('import'),
    },
    {
      id: 'export-html',
      group: 'article',
      label: `${shell.export}: ${shell.exportHtml}`,
      icon: <FileCodeIcon />,
      shortcut: 'exportHtml',
      run: exports && (() => void exports.download('html')),
    },
    {
      id: 'export-fragment',
      group: 'article',
      label: `${shell.export}: ${shell.exportFragment}`,
      icon: <FileCodeIcon />,
      run: exports && (() => void exports.download('html-fragment')),
    },
    {
      id: 'export-markdown',
      group: 'article',
      label: `${shell.export}: ${shell.exportMarkdown}`,
      icon: <FileTextIcon />,
      shortcut: 'exportMarkdown',
      run: exports && (() => void exports.download('markdown')),
    },
    {
      id: 'copy-fragment',
      group: 'article',
      label: shell.copyFragment,
      icon: <CopyIcon />,
      run: exports && (() => void exports.copy('html-fragment')),
    },
    {
      id: 'copy-markdown',
      group: 'article',
      label: shell.copyMarkdown,
      icon: <CopyIcon />,
      run: exports && (() => void exports.copy('markdown')),
    },
    {
      id: 'trash',
      group: 'article',
      label: shell.trashArticle,
      icon: <Trash2Icon />,
      run:
        session === null || session.getSnapshot().readOnly !== null
          ? undefined
          : () => {
              const { headline } = session.getSnapshot().article;
              void actions.trash({ id: session.id, headline: headline || library.untitled });
            },
    },
    {
      id: 'search',
      group: 'view',
      label: shell.search,
      icon: <SearchIcon />,
      shortcut: 'search',
      run: () => shown.wantSearch(true),
    },
    {
      id: 'toggle-library',
      group: 'view',
      label: shell.toggleLibrary,
      icon: <PanelLeftIcon className="mirror" />,
      shortcut: 'toggleLibrary',
      run: () => shown.showLibrary(!shown.isLibraryShown),
    },
    {
      id: 'toggle-inspector',
      group: 'view',
      label: shell.toggleInspector,
      icon: <PanelRightIcon className="mirror" />,
      shortcut: 'toggleInspector',
      run: () => shown.showInspector(!shown.isInspectorShown),
    },
    {
      id: 'toggle-highlights',
      group: 'view',
      label: shell.toggleHighlights,
      icon: <UnderlineIcon />,
      shortcut: 'toggleHighlights',
      run: () => shown.showHighlights(!shown.areHighlightsShown),
    },
    {
      id: 'next-pane',
      group: 'view',
      label: shell.nextPane,
      icon: <Columns3Icon />,
      shortcut: 'nextPane',
      run: () => focusNextPane(session === null ? undefined : () => session.focusPage()),
    },
    {
      id: 'theme',
      group: 'view',
      label: nextTheme === 'dark' ? shell.themeToDark : shell.themeToLight,
      icon: nextTheme === 'dark' ? <MoonIcon /> : <SunIcon />,
      run: () => change({ theme: nextTheme }),
    },
    {
      id: 'language',
      group: 'view',
      label: shell.switchLanguage,
      icon: <LanguagesIcon />,
      run: () => change({ interfaceLanguage: settings.interfaceLanguage === 'ar' ? 'en' : 'ar' }),
    },
    {
      id: 'settings',
      group: 'help',
      label: shell.openSettings,
      icon: <SettingsIcon />,
      shortcut: 'settings',
      run: () => shown.showDialog('settings'),
    },
    {
      id: 'shortcuts',
      group: 'help',
      label: shell.openShortcuts,
      icon: <KeyboardIcon />,
      shortcut: 'shortcuts',
      run: () => shown.showDialog('shortcuts'),
    },
  ];
}

/** The keys of a command as they are shown. */
export function shortcutOf(command: ShellCommand): string | undefined {
  return command.shortcut === undefined
    ? command.pageKeys
    : shellShortcuts[command.shortcut].replace('Comma', ',');
}
