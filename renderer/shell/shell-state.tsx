import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ReactNode } from 'react';
import { readBoolean, readString, recall, remember, useRemembered } from './remembered.ts';

export type ShellDialog = 'palette' | 'settings' | 'shortcuts' | 'import';
export type InspectorTab = 'data' | 'names' | 'dates' | 'sources' | 'import';

export type CaretPlace = 'headline' | 'text';

/** What the window shows: the open article, the panes, the dialog on top. */
export interface ShellState {
  articleId: string | null;
  openArticle: (id: string | null) => void;
  dialog: ShellDialog | null;
  showDialog: (dialog: ShellDialog | null) => void;
  isLibraryShown: boolean;
  isInspectorShown: boolean;
  showLibrary: (isShown: boolean) => void;
  showInspector: (isShown: boolean) => void;
  /** A pane that lies over the page because the window is narrow. */
  isLibraryDrawer: boolean;
  isInspectorDrawer: boolean;
  inspectorTab: InspectorTab;
  selectTab: (tab: InspectorTab) => void;
  /** The original of an imported article, shown in place of the library; `change` is the one to scroll to. */
  original: { changeId: number | null } | null;
  showOriginal: (original: { changeId: number | null } | null) => void;
  /** Underlines of names, dates and sources on the page, suggested or confirmed: all or none. */
  areHighlightsShown: boolean;
  showHighlights: (areShown: boolean) => void;
  /** Where the caret is to go as soon as the open article is there: a new one begins with its headline. */
  caretWanted: CaretPlace | null;
  wantCaret: (place: CaretPlace | null) => void;
  /** Whether the library shows its trash. */
  isTrashShown: boolean;
  showTrash: (isShown: boolean) => void;
  /** Somebody asked for the search box; the library sets it back once the caret is there. */
  isSearchWanted: boolean;
  wantSearch: (isWanted: boolean) => void;
}

export function ShellStateProvider({ children }: { children: ReactNode }): ReactNode {
  const [articleId, setArticleId] = useState<string | null>(
    () => recall('open-article', readString) ?? null,
  );
  const [dialog, showDialog] = useState<ShellDialog | null>(null);
  const [libraryWanted, setLibraryWanted] = useRemembered('library-shown', true, readBoolean);
  const [inspectorWanted, setInspectorWanted] = useRemembered('inspector-shown', true, readBoolean);
  const [areHighlightsShown, showHighlights] = useRemembered('highlights', true, readBoolean);
  const [drawer, setDrawer] = useState<'library' | 'inspector' | null>(null);
  const [inspectorTab, setInspectorTab] = useState<InspectorTab>('data');
  const [original, setOriginal] = useState<{ changeId: number | null } | null>(null);
  const [isSearchWanted, setSearchWanted] = useState(false);
  const [caretWanted, wantCaret] = useState<CaretPlace | null>(null);
  const [isTrashShown, showTrash] = useState(false);
  const isNarrow = useMedia('(max-width: 1099px)');
  const isLibraryDrawer = useMedia('(max-width: 799px)');
  // Three panes have no room beside each other: the library gives its own, unless it shows what is compared.
  const isInspectorDrawer = isNarrow && (isLibraryDrawer || original !== null);
  const isLibraryPushedOut = isNarrow && drawer === 'inspector' && original === null;

  useEffect(() => {
    document.documentElement.dataset['highlights'] = areHighlightsShown ? 'shown' : 'hidden';
  }, [areHighlightsShown]);

  const openArticle = useCallback((id: string | null) => {
    setArticleId(id);
    wantCaret(null);
    setOriginal(null);
    setDrawer(null);
    remember('open-article', id);
  }, []);
  const showLibrary = useCallback(
    (isShown: boolean) => {
      if (isLibraryDrawer) setDrawer(isShown ? 'library' : null);
      else setLibraryWanted(isShown);
      if (isShown && isNarrow && !isLibraryDrawer) setDrawer(null);
    },
    [isLibraryDrawer, isNarrow, setLibraryWanted],
  );
  const showInspector = useCallback(
    (isShown: boolean) => {
      if (isNarrow) setDrawer(isShown ? 'inspector' : null);
      else setInspectorWanted(isShown);
    },
    [isNarrow, setInspectorWanted],
  );
  const selectTab = useCallback(
    (tab: InspectorTab) => {
      setInspectorTab(tab);
      showInspector(true);
    },
    [showInspector],
  );
  const showOriginal = useCallback(
    (next: { changeId: number | null } | null) => {
      setOriginal(next);
      if (next !== null && !isLibraryDrawer) setLibraryWanted(true);
      if (isLibraryDrawer) setDrawer(next === null ? null : 'library');
    },
    [isLibraryDrawer, setLibraryWanted],
  );
  const wantSearch = useCallback(
    (isWanted: boolean) => {
      setSearchWanted(isWanted);
      if (!isWanted) return;
      setOriginal(null);
      showTrash(false);
      showLibrary(true);
    },
    [showLibrary],
  );

  const state = useMemo<ShellState>(
    () => ({
      articleId,
      openArticle,
      dialog,
      showDialog,
      isLibraryShown: isLibraryDrawer ? drawer === 'library' : libraryWanted && !isLibraryPushedOut,
      isInspectorShown: isNarrow ? drawer === 'inspector' : inspectorWanted,
      showLibrary,
      showInspector,
      isLibraryDrawer,
      isInspectorDrawer,
      inspectorTab,
      selectTab,
      original,
      showOriginal,
      areHighlightsShown,
      showHighlights,
      caretWanted,
      wantCaret,
      isTrashShown,
      showTrash,
      isSearchWanted,
      wantSearch,
    }),
    [
      articleId,
      openArticle,
      dialog,
      drawer,
      libraryWanted,
      inspectorWanted,
      showLibrary,
      showInspector,
      isLibraryDrawer,
      isInspectorDrawer,
      isLibraryPushedOut,
      isNarrow,
      inspectorTab,
      selectTab,
      original,
      showOriginal,
      areHighlightsShown,
      showHighlights,
      caretWanted,
      wantCaret,
      isTrashShown,
      showTrash,
      isSearchWanted,
      wantSearch,
    ],
  );
  return <ShellStateContext value={state}>{children}</ShellStateContext>;
}

export function useShell(): ShellState {
  const state = use(ShellStateContext);
  if (state === null) throw new Error('No shell here');
  return state;
}

const ShellStateContext = createContext<ShellState | null>(null);

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        const media = matchMedia(query);
        media.addEventListener('change', listener);
        return () => media.removeEventListener('change', listener);
      },
      [query],
    ),
    () => matchMedia(query).matches,
  );
}
