import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

export interface TabContent<T extends string> {
  id: T;
  label: string;
  /** A small figure beside the label. */
  badge?: string | undefined;
  /** Something waits there: a dot, and what it is in words. */
  news?: string | undefined;
  content: ReactNode;
}

/** Panels of which one is shown. */
export function Tabs<T extends string>({
  label,
  selected,
  onSelect,
  tabs,
}: {
  label: string;
  selected: T;
  onSelect: (id: T) => void;
  tabs: readonly TabContent<T>[];
}): ReactNode {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key);
        if (tab !== undefined) onSelect(tab.id);
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabList aria-label={label} className="flex shrink-0 gap-x-3.5 border-b border-line px-4">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="focus-ring -mb-px flex min-h-10 cursor-default items-center gap-1 rounded-t-sm border-b-2 border-transparent text-ui whitespace-nowrap text-ink-3 transition-colors hover:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-ink"
          >
            {tab.label}
            {tab.badge !== undefined && (
              <span className="text-hint text-ink-3 tabular">{tab.badge}</span>
            )}
            {tab.news !== undefined && (
              <span title={tab.news} className="size-1.5 rounded-full bg-accent">
                <span className="sr-only">{tab.news}</span>
              </span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel
          key={tab.id}
          id={tab.id}
          className="min-h-0 flex-1 overflow-y-auto -outline-offset-2 focus-visible:outline-2"
        >
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
