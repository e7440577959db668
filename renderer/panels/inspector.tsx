import { use } from 'react';
import type { ReactNode } from 'react';
import { Tabs } from '../components/tabs.tsx';
import type { TabContent } from '../components/tabs.tsx';
import { ArticleSessionContext, useSessionState } from '../editor/article-session.ts';
import type { ArticleSession } from '../editor/article-session.ts';
import { useFormat } from '../format/use-format.ts';
import { useShell } from '../shell/shell-state.tsx';
import type { InspectorTab } from '../shell/shell-state.tsx';
import { useStrings } from '../strings/strings.ts';
import { AnnotationPanel } from './annotation-panel.tsx';
import { ArticleData } from './article-data.tsx';
import { ImportReport } from './import-report.tsx';

/** What a desk must see of the open article at once, at the end side. */
export function Inspector(): ReactNode {
  const session = use(ArticleSessionContext);
  const { panels } = useStrings();
  if (session === null) {
    return <p className="px-6 py-16 text-center text-ui text-ink-3">{panels.noArticle}</p>;
  }
  return <InspectorTabs key={session.id} session={session} />;
}

function InspectorTabs({ session }: { session: ArticleSession }) {
  const { panels, shell, suggestions: words } = useStrings();
  const format = useFormat();
  const { inspectorTab, selectTab } = useShell();
  const annotations = useSessionState(session, (state) => state.annotations);
  const names = useSessionState(session, ({ suggestions }) => suggestions.names.length);
  const dates = useSessionState(session, ({ suggestions }) => suggestions.dates.length);
  const sources = useSessionState(session, ({ suggestions }) => suggestions.sources.length);
  const imported = useSessionState(session, (state) => state.imported);
  const badge = (kind: 'name' | 'date' | 'source') => {
    const count = annotations.filter(({ value }) => value.kind === kind).length;
    return count === 0 ? undefined : format.number(count);
  };
  const news = (open: number) => (open === 0 ? undefined : format.count(open, words.count));
  const tabs: TabContent<InspectorTab>[] = [
    { id: 'data', label: panels.data, content: <ArticleData session={session} /> },
    {
      id: 'names',
      label: panels.names,
      badge: badge('name'),
      news: news(names),
      content: <AnnotationPanel session={session} kind="name" />,
    },
    {
      id: 'dates',
      label: panels.dates,
      badge: badge('date'),
      news: news(dates),
      content: <AnnotationPanel session={session} kind="date" />,
    },
    {
      id: 'sources',
      label: panels.sources,
      badge: badge('source'),
      news: news(sources),
      content: <AnnotationPanel session={session} kind="source" />,
    },
  ];
  if (imported) {
    tabs.push({ id: 'import', label: panels.import, content: <ImportReport session={session} /> });
  }
  const selected = tabs.some(({ id }) => id === inspectorTab) ? inspectorTab : 'data';
  return (
    <div className="flex h-full min-h-0 flex-col">
      <h2 className="sr-only">{shell.inspectorPane}</h2>
      <Tabs label={panels.tabs} tabs={tabs} selected={selected} onSelect={selectTab} />
    </div>
  );
}
