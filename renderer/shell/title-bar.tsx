import { use } from 'react';
import type { ReactNode } from 'react';
import {
  CommandIcon,
  KeyboardIcon,
  LanguagesIcon,
  MoonIcon,
  PanelLeftIcon,
  PanelRightIcon,
  SearchIcon,
  Settings2Icon,
  SettingsIcon,
  SunIcon,
} from 'lucide-react';
import { articleStatuses } from '../../core/article/article.ts';
import { IconButton } from '../components/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../components/menu.tsx';
import { Select } from '../components/select.tsx';
import { StatusIcon } from '../components/status-mark.tsx';
import { ArticleSessionContext, useSessionState } from '../editor/article-session.ts';
import type { ArticleSession } from '../editor/article-session.ts';
import { SaveStateLine } from '../editor/save-state-line.tsx';
import { ExportMenu } from '../exports/export-menu.tsx';
import { useStrings } from '../strings/strings.ts';
import { useSettings } from './settings-provider.tsx';
import { shellShortcuts } from './shell-shortcuts.ts';
import { useShell } from './shell-state.tsx';

/** One thin line: what is open and how it stands at the start, what can be done at the end. */
export function TitleBar(): ReactNode {
  const { shell } = useStrings();
  const session = use(ArticleSessionContext);
  const { isLibraryShown, isInspectorShown, showLibrary, showInspector, showDialog, wantSearch } =
    useShell();
  return (
    <header className="relative z-30 flex h-(--title-bar) shrink-0 items-center gap-1 border-b border-line bg-desk px-2">
      <IconButton
        label={isLibraryShown ? shell.hideLibrary : shell.showLibrary}
        shortcut={shellShortcuts.toggleLibrary}
        icon={<PanelLeftIcon className="mirror" />}
        isSelected={isLibraryShown}
        className={paneToggle}
        onPress={() => showLibrary(!isLibraryShown)}
      />
      {session === null ? (
        <h1 className="px-2 text-ui font-semibold">{shell.appName}</h1>
      ) : (
        <OpenArticleLine session={session} />
      )}
      <div className="ms-auto flex shrink-0 items-center gap-0.5">
        <IconButton
          label={shell.search}
          shortcut={shellShortcuts.search}
          icon={<SearchIcon />}
          onPress={() => wantSearch(true)}
        />
        <IconButton
          label={shell.commandPalette}
          shortcut={shellShortcuts.palette}
          icon={<CommandIcon />}
          onPress={() => showDialog('palette')}
        />
        <ExportMenu />
        <ViewMenu />
        <IconButton
          label={isInspectorShown ? shell.hideInspector : shell.showInspector}
          shortcut={shellShortcuts.toggleInspector}
          icon={<PanelRightIcon className="mirror" />}
          isSelected={isInspectorShown}
          className={paneToggle}
          onPress={() => showInspector(!isInspectorShown)}
        />
      </div>
    </header>
  );
}

/** A pane that is there says so itself. */
const paneToggle = 'text-ink-3 data-selected:bg-transparent data-selected:hover:bg-hover';

function OpenArticleLine({ session }: { session: ArticleSession }) {
  const { shell } = useStrings();
  const headline = useSessionState(session, ({ article }) => article.headline);
  const status = useSessionState(session, ({ article }) => article.status);
  const isReadOnly = useSessionState(session, ({ readOnly }) => readOnly !== null);
  return (
    <>
      <h1
        dir="auto"
        title={headline}
        className="one-line max-w-[34vw] shrink px-2 text-ui font-semibold"
      >
        {headline || shell.untitled}
      </h1>
      <Select
        label={shell.statusLabel}
        isLabelHidden
        look="quiet"
        value={status}
        isDisabled={isReadOnly}
        onChange={(next) => session.setFields({ status: next })}
        options={articleStatuses.map((value) => ({
          value,
          label: shell.status[value],
          icon: <StatusIcon status={value} />,
        }))}
        className="shrink-0"
      />
      <div className="flex min-w-0 items-center ps-1">
        <SaveStateLine session={session} />
      </div>
    </>
  );
}

function ViewMenu() {
  const { shell } = useStrings();
  const { showDialog } = useShell();
  const { settings, theme, change } = useSettings();
  const isDark = theme === 'dark';
  return (
    <Menu
      label={shell.more}
      placement="bottom end"
      trigger={<IconButton label={shell.more} icon={<Settings2Icon />} />}
    >
      <MenuItem
        id="theme"
        label={isDark ? shell.themeToLight : shell.themeToDark}
        icon={isDark ? <SunIcon /> : <MoonIcon />}
        onAction={() => change({ theme: isDark ? 'light' : 'dark' })}
      />
      <MenuItem
        id="language"
        label={shell.switchLanguage}
        icon={<LanguagesIcon />}
        onAction={() =>
          change({ interfaceLanguage: settings.interfaceLanguage === 'ar' ? 'en' : 'ar' })
        }
      />
      <MenuSeparator />
      <MenuItem
        id="settings"
        label={shell.openSettings}
        icon={<SettingsIcon />}
        shortcut={shellShortcuts.settings.replace('Comma', ',')}
        onAction={() => showDialog('settings')}
      />
      <MenuItem
        id="shortcuts"
        label={shell.openShortcuts}
        icon={<KeyboardIcon />}
        shortcut={shellShortcuts.shortcuts}
        onAction={() => showDialog('shortcuts')}
      />
    </Menu>
  );
}
