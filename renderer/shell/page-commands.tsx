import { use } from 'react';
import { HistoryIcon } from 'lucide-react';
import { ArticleSessionContext } from '../editor/article-session.ts';
import { runPageAction } from '../editor/page-actions.ts';
import { pageIcons } from '../editor/page-icons.tsx';
import { shortcutKeys, shortcutName } from '../editor/shortcuts.ts';
import type { ShortcutId } from '../editor/shortcuts.ts';
import { useStrings } from '../strings/strings.ts';
import type { ShellCommand } from './commands.tsx';

/** What can be done in the page, for the command palette; none while no article can be edited. */
export function usePageCommands(): ShellCommand[] {
  const { editor: words } = useStrings();
  const session = use(ArticleSessionContext);
  if (session === null) return [];
  const history: ShellCommand = {
    id: 'history',
    group: 'page',
    label: words.history.title,
    icon: <HistoryIcon />,
    run: () => session.page.open({ kind: 'history' }),
  };
  if (session.getSnapshot().readOnly !== null) return [history];
  return [
    history,
    ...(Object.keys(shortcutKeys) as ShortcutId[]).map((id): ShellCommand => ({
      id: `page-${id}`,
      group: 'page',
      label: words.actions[id],
      icon: pageIcons[id],
      pageKeys: shortcutName(id),
      run: () => {
        session.focusPage();
        runPageAction(id, session.editor, session.page);
      },
    })),
  ];
}
