import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { linkTarget } from './link-target.ts';
import type { ShellStrings } from './strings.ts';

/**
 * The application menu. macOS shows it at the top of the screen; elsewhere it is never shown and only carries the
 * shortcuts that belong to the window (editing shortcuts need no menu there).
 */
export function applicationMenu(
  strings: ShellStrings,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const { menu, edit } = strings;
  const view: MenuItemConstructorOptions = {
    label: menu.view,
    submenu: [
      { role: 'resetZoom', label: menu.zoomReset },
      { role: 'zoomIn', label: menu.zoomIn },
      // The plus key without Shift, on keyboards where plus is the shifted equals sign.
      { role: 'zoomIn', label: menu.zoomIn, accelerator: 'CommandOrControl+=', visible: false },
      { role: 'zoomOut', label: menu.zoomOut },
      { type: 'separator' },
      { role: 'togglefullscreen', label: menu.fullScreen },
    ],
  };
  if (platform !== 'darwin') {
    const close: MenuItemConstructorOptions[] = [
      { role: 'close', label: menu.close },
      { role: 'quit', label: menu.quit, accelerator: 'CommandOrControl+Q' },
    ];
    return [view, { label: menu.window, submenu: close }];
  }
  return [
    {
      label: strings.title,
      submenu: [
        { role: 'about', label: menu.about },
        { type: 'separator' },
        { role: 'services', label: menu.services },
        { type: 'separator' },
        { role: 'hide', label: menu.hide },
        { role: 'hideOthers', label: menu.hideOthers },
        { role: 'unhide', label: menu.showAll },
        { type: 'separator' },
        { role: 'quit', label: menu.quit },
      ],
    },
    {
      label: menu.edit,
      submenu: [
        { role: 'undo', label: edit.undo },
        { role: 'redo', label: edit.redo },
        { type: 'separator' },
        { role: 'cut', label: edit.cut },
        { role: 'copy', label: edit.copy },
        { role: 'paste', label: edit.paste },
        { role: 'pasteAndMatchStyle', label: edit.pastePlain },
        { role: 'selectAll', label: edit.selectAll },
      ],
    },
    view,
    {
      label: menu.window,
      role: 'window',
      submenu: [
        { role: 'minimize', label: menu.minimize },
        { role: 'close', label: menu.close },
      ],
    },
  ];
}

export type ContextMenuPlace = Pick<
  ContextMenuParams,
  | 'isEditable'
  | 'selectionText'
  | 'editFlags'
  | 'misspelledWord'
  | 'dictionarySuggestions'
  | 'linkURL'
>;

export interface ContextMenuActions {
  replaceMisspelling: (word: string) => void;
  openLink: (address: string) => void;
  copyText: (text: string) => void;
}

/** The menu at the pointer; empty where there is nothing to do. */
export function contextMenu(
  place: ContextMenuPlace,
  strings: ShellStrings,
  actions: ContextMenuActions,
): MenuItemConstructorOptions[] {
  const { edit, linkMenu } = strings;
  const flags = place.editFlags;
  const spelling: MenuItemConstructorOptions[] = place.dictionarySuggestions.map((word) => ({
    label: word,
    click: () => actions.replaceMisspelling(word),
  }));
  if (place.misspelledWord !== '' && spelling.length === 0)
    spelling.push({ label: edit.noSuggestion, enabled: false });
  const link: MenuItemConstructorOptions[] =
    linkTarget(place.linkURL) === undefined
      ? []
      : [
          { label: linkMenu.open, click: () => actions.openLink(place.linkURL) },
          { label: linkMenu.copy, click: () => actions.copyText(place.linkURL) },
        ];
  const editing: MenuItemConstructorOptions[] = [
    { role: 'cut', label: edit.cut, enabled: flags.canCut },
    { role: 'copy', label: edit.copy, enabled: flags.canCopy },
    { role: 'paste', label: edit.paste, enabled: flags.canPaste },
    { role: 'pasteAndMatchStyle', label: edit.pastePlain, enabled: flags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: edit.selectAll, enabled: flags.canSelectAll },
  ];
  const selection: MenuItemConstructorOptions[] =
    place.selectionText === '' ? [] : [{ role: 'copy', label: edit.copy, enabled: flags.canCopy }];
  return separated([spelling, link, place.isEditable ? editing : selection]);
}

function separated(groups: MenuItemConstructorOptions[][]): MenuItemConstructorOptions[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' as const }, ...group]));
}
