import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { CalendarDaysIcon, PlusIcon, QuoteIcon, UserRoundIcon } from 'lucide-react';
import type { Annotation, AnnotationKind } from '../../core/article/annotation.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/states.tsx';
import { showToast } from '../components/toast.tsx';
import { annotationTitle, newAnnotationValue } from '../editor/annotation-values.ts';
import { useSessionState } from '../editor/article-session.ts';
import type { ArticleSession } from '../editor/article-session.ts';
import { useShell } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import { AnnotationForm } from './annotation-form.tsx';
import { sortAnnotations } from './annotation-list.ts';
import { AnnotationRows } from './annotation-rows.tsx';

/** The names, dates or sources of the open article: add from the selection, go to their places, edit, remove. */
export function AnnotationPanel({
  session,
  kind,
}: {
  session: ArticleSession;
  kind: AnnotationKind;
}): ReactNode {
  const { panels, shell } = useStrings();
  const annotations = useSessionState(session, (state) => state.annotations);
  const selection = useSessionState(session, (state) => state.selection);
  const activeIds = useSessionState(session, (state) => state.activeAnnotationIds);
  const isReadOnly = useSessionState(session, (state) => state.readOnly !== null);
  const { isInspectorDrawer, showInspector } = useShell();
  const [editedId, setEditedId] = useState<string>();
  const panel = useRef<HTMLDivElement>(null);
  const { inText, gone } = sortAnnotations(annotations, kind);
  const edited = annotations.find(({ id }) => id === editedId);
  const words = wording[kind];

  const add = () => {
    if (selection === null) return;
    setEditedId(session.addAnnotation(newAnnotationValue(kind, selection.surface)));
  };
  const remove = (annotation: Annotation) => {
    const undo = session.removeAnnotation(annotation.id);
    if (annotation.id === editedId) setEditedId(undefined);
    showToast({
      tone: 'done',
      title: panels.removedEntry(annotationTitle(annotation.value)),
      action: { label: shell.undo, run: undo },
    });
  };
  const attach = (annotation: Annotation) => {
    if (selection === null) return;
    session.addAnnotation(annotation.value, selection, annotation.id);
  };

  const closeForm = (id: string) => {
    setEditedId(undefined);
    // Its row is where one goes on from.
    requestAnimationFrame(() =>
      panel.current?.querySelector<HTMLElement>(`[data-key="${id}"]`)?.focus(),
    );
  };

  return (
    <div ref={panel} className="flex min-h-full flex-col">
      {!isReadOnly && (
        <div className="sticky top-0 z-10 flex flex-col gap-3 border-b border-line bg-desk px-4 py-3">
          {edited === undefined ? (
            <>
              <Button icon={<PlusIcon />} isDisabled={selection === null} onPress={add}>
                {panels[words.add]}
              </Button>
              <output className="two-lines text-hint text-ink-3">
                {selection === null ? panels.selectFirst : panels.selected(selection.surface)}
              </output>
            </>
          ) : (
            <AnnotationForm
              key={edited.id}
              value={edited.value}
              onSave={(value) => {
                session.updateAnnotation(edited.id, value);
                closeForm(edited.id);
              }}
              onCancel={() => closeForm(edited.id)}
            />
          )}
        </div>
      )}
      {inText.length + gone.length === 0 ? (
        <EmptyState icon={icons[kind]} title={panels[words.none]}>
          {panels[words.hint]}
        </EmptyState>
      ) : (
        <>
          <AnnotationRows
            label={panels[words.list]}
            annotations={inText}
            activeIds={activeIds}
            onJump={({ start, end }) => {
              // It would lie over the words.
              if (isInspectorDrawer) showInspector(false);
              session.jumpTo(start, end);
            }}
            onEdit={isReadOnly ? undefined : ({ id }) => setEditedId(id)}
            onRemove={isReadOnly ? undefined : remove}
          />
          {gone.length > 0 && (
            <section className="mt-2 border-t border-line pt-3">
              <h3 className="px-4 text-ui font-medium">{panels.gone}</h3>
              <p className="px-4 pb-1 text-hint text-ink-3">{panels.goneHint}</p>
              <AnnotationRows
                label={panels.gone}
                annotations={gone}
                activeIds={activeIds}
                onEdit={isReadOnly ? undefined : ({ id }) => setEditedId(id)}
                onRemove={isReadOnly ? undefined : remove}
                onAttach={isReadOnly || selection === null ? undefined : attach}
              />
            </section>
          )}
        </>
      )}
    </div>
  );
}

const wording = {
  name: { add: 'addName', none: 'noNames', hint: 'noNamesHint', list: 'names' },
  date: { add: 'addDate', none: 'noDates', hint: 'noDatesHint', list: 'dates' },
  source: { add: 'addSource', none: 'noSources', hint: 'noSourcesHint', list: 'sources' },
} as const;

const icons = {
  name: <UserRoundIcon />,
  date: <CalendarDaysIcon />,
  source: <QuoteIcon />,
} as const;
