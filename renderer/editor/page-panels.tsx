import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Popover } from '../components/popover.tsx';
import { useStrings } from '../strings/strings.ts';
import { AnnotationForm } from './annotation-form.tsx';
import type { ArticleSession, PageSelection } from './article-session.ts';
import { FootnoteForm } from './footnote-form.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { LinkForm } from './link-popover.tsx';
import type { PagePanel } from './page-controls.ts';
import { QuoteForm } from './quote-form.tsx';
import { useSelectionAnchor } from './selection-anchor.tsx';
import { TableSizeGrid } from './table-size-grid.tsx';

/** Whatever is open over the page, at the words it is about. Closing goes back to the page, caret where it was. */
export function PagePanels({ session }: { session: ArticleSession }): ReactNode {
  const panel = useSyncExternalStore(session.page.subscribe, session.page.panel);
  if (panel === null || panel.kind === 'find') return null;
  const close = () => {
    // Gone before the page is focused: an open panel would take the focus back, and the page's caret with it.
    flushSync(() => session.page.close());
    session.focusPage();
  };
  if (panel.kind === 'history') return <HistoryDialog session={session} onClose={close} />;
  return <PanelAtWords key={keyOf(panel)} session={session} panel={panel} onClose={close} />;
}

type PanelAtWordsKind = Exclude<PagePanel, { kind: 'find' } | { kind: 'history' }>;

function PanelAtWords({
  session,
  panel,
  onClose,
}: {
  session: ArticleSession;
  panel: PanelAtWordsKind;
  onClose: () => void;
}) {
  const { editor: s } = useStrings();
  const position = panel.kind === 'footnote' ? panel.position : undefined;
  const { place, anchor } = useSelectionAnchor(session.editor, position);
  const [selection] = useState(() => session.selectionNow());
  const isEmpty = panel.kind === 'annotation' && selection === null;
  useEffect(() => {
    if (isEmpty) session.page.close();
  }, [isEmpty, session]);
  return (
    <>
      <span ref={place} className="page-anchor" aria-hidden />
      {anchor !== undefined && !isEmpty && (
        <Popover
          label={labelOf(panel, s)}
          isOpen
          onOpenChange={(isOpen) => !isOpen && onClose()}
          triggerRef={anchor}
          placement="bottom"
        >
          {contentOf(panel, session, selection, onClose)}
        </Popover>
      )}
    </>
  );
}

function contentOf(
  panel: PanelAtWordsKind,
  session: ArticleSession,
  selection: PageSelection | null,
  onDone: () => void,
): ReactNode {
  switch (panel.kind) {
    case 'link':
      return <LinkForm session={session} onDone={onDone} />;
    case 'quote':
      return <QuoteForm session={session} onDone={onDone} />;
    case 'tableSize':
      return <TableSizeGrid session={session} onDone={onDone} />;
    case 'footnote':
      return (
        <FootnoteForm
          session={session}
          position={panel.position}
          isNew={panel.isNew === true}
          onDone={onDone}
        />
      );
    case 'annotation':
    default:
      return (
        selection !== null && (
          <AnnotationForm
            session={session}
            kind={panel.annotationKind}
            selection={selection}
            onDone={onDone}
          />
        )
      );
  }
}

function labelOf(panel: PanelAtWordsKind, s: ReturnType<typeof useStrings>['editor']): string {
  switch (panel.kind) {
    case 'link':
      return s.link.title;
    case 'quote':
      return s.quote.title;
    case 'tableSize':
      return s.table.pick;
    case 'footnote':
      return s.onPage.footnote;
    case 'annotation':
    default:
      return {
        name: s.annotation.newName,
        date: s.annotation.newDate,
        source: s.annotation.newSource,
      }[panel.annotationKind];
  }
}

function keyOf(panel: PanelAtWordsKind): string {
  return JSON.stringify(panel);
}
