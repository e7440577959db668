import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { CalendarDaysIcon, PlusIcon, QuoteIcon, UserRoundIcon } from 'lucide-react';
import type { Annotation, AnnotationKind } from '../../core/article/annotation.ts';
import { Button } from '../components/button.tsx';
import { isMac } from '../components/shortcut.tsx';
import { EmptyState } from '../components/states.tsx';
import { showToast } from '../components/toast.tsx';
import { annotationTitle, newAnnotationValue } from '../editor/annotation-values.ts';
import { useSessionState } from '../editor/article-session.ts';
import type { ArticleSession } from '../editor/article-session.ts';
import type { ShownSuggestion } from '../editor/shown-suggestions.ts';
import { runPageAction } from '../editor/page-actions.ts';
import { matchShortcut } from '../editor/shortcuts.ts';
import { useShell } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import { AnnotationForm } from './annotation-form.tsx';
import { sortAnnotations } from './annotation-list.ts';
import { AnnotationRows } from './annotation-rows.tsx';
import { DateTimeline } from './date-timeline.tsx';
import { SuggestionSection } from './suggestion-section.tsx';

/** The names, dates or sources of the open article: add from the selection, go to their places, edit, remove. */
export function AnnotationPanel({
  session,
  kind,
}: {
  session: ArticleSession;
  kind: AnnotationKind;
}): ReactNode {
  const { panels, shell, suggestions: s } = useStrings();
  const annotations = useSessionState(session, (state) => state.annotations);
  const selection = useSessionState(session, (state) => state.selection);
  const activeIds = useSessionState(session, (state) => state.activeAnnotationIds);
  const isReadOnly = useSessionState(session, (state) => state.readOnly !== null);
  const { isInspectorDrawer, showInspector } = useShell();
  const [editedId, setEditedId] = useState<string>();
  const [editedSuggestion, setEditedSuggestion] = useState<ShownSuggestion>();
  const hasSuggestions = useSessionState(
    session,
    ({ suggestions }) => suggestions[lists[kind]].length > 0,
  );
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

  /** What was accepted or removed here is taken back from here, too. A field has steps of its own. */
  const stepBack = (event: KeyboardEvent<HTMLElement>) => {
    const { target, nativeEvent } = event;
    if (isReadOnly || (target instanceof Element && target.matches('input, textarea'))) return;
    const id = matchShortcut(nativeEvent, isMac);
    if (id !== 'undo' && id !== 'redo') return;
    event.preventDefault();
    runPageAction(id, session.editor, session.page);
  };
  const closeForm = (id: string) => {
    setEditedId(undefined);
    setEditedSuggestion(undefined);
    // Its row is where one goes on from.
    requestAnimationFrame(() =>
      panel.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`)?.focus(),
    );
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys for what is inside
    <div ref={panel} onKeyDown={stepBack} className="flex min-h-full flex-col">
      {!isReadOnly && (
        <div className="sticky top-0 z-10 flex flex-col gap-3 border-b border-line bg-desk px-4 py-3">
          {editedSuggestion !== undefined ? (
            <AnnotationForm
              key={editedSuggestion.key}
              value={editedSuggestion.value}
              onSave={(value) => {
                const { key, value: before } = editedSuggestion;
                const isSame = JSON.stringify(value) === JSON.stringify(before);
                const [id] = session.suggestions.accept([key], isSame ? {} : { value });
                closeForm(id ?? key);
              }}
              onCancel={() => closeForm(editedSuggestion.key)}
            />
          ) : edited === undefined ? (
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
      {!isReadOnly && (
        <SuggestionSection
          session={session}
          kind={kind}
          annotations={annotations}
          onEdit={setEditedSuggestion}
        />
      )}
      {inText.length + gone.length === 0 ? (
        !hasSuggestions && (
          <EmptyState icon={icons[kind]} title={panels[words.none]}>
            {panels[words.hint]}
          </EmptyState>
        )
      ) : (
        <>
          <h3 className="px-4 pt-3 text-ui font-medium">{s.confirmed}</h3>
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
      {kind === 'date' && <DateTimeline session={session} />}
    </div>
  );
}

const wording = {
  name: { add: 'addName', none: 'noNames', hint: 'noNamesHint', list: 'names' },
  date: { add: 'addDate', none: 'noDates', hint: 'noDatesHint', list: 'dates' },
  source: { add: 'addSource', none: 'noSources', hint: 'noSourcesHint', list: 'sources' },
} as const;

const lists = { name: 'names', date: 'dates', source: 'sources' } as const;

const icons = {
  name: <UserRoundIcon />,
  date: <CalendarDaysIcon />,
  source: <QuoteIcon />,
} as const;
