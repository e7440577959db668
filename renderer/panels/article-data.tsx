import type { ReactNode } from 'react';
import { articleStatuses } from '../../core/article/article.ts';
import type { ArticleFields } from '../../core/article/article.ts';
import { DateField } from '../components/date-field.tsx';
import { TextField } from '../components/fields.tsx';
import { Select } from '../components/select.tsx';
import { StatusIcon } from '../components/status-mark.tsx';
import { ChipsField } from '../components/chips-field.tsx';
import { useSessionState } from '../editor/article-session.ts';
import type { ArticleSession } from '../editor/article-session.ts';
import { useFormat } from '../format/use-format.ts';
import { useDraft } from '../shell/use-draft.ts';
import { useStrings } from '../strings/strings.ts';

/** All of the record besides the words on the page; every change is saved by itself. */
export function ArticleData({ session }: { session: ArticleSession }): ReactNode {
  const { panels, shell } = useStrings();
  const article = useSessionState(session, (state) => state.article);
  const isReadOnly = useSessionState(session, (state) => state.readOnly !== null);
  const set = (fields: Partial<ArticleFields>) => session.setFields(fields);
  const { dateline } = article;
  const languages = new Set([...Object.keys(panels.languages), article.language]);
  return (
    <div className="flex flex-col gap-4 p-4">
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={panels.status}
          value={article.status}
          isDisabled={isReadOnly}
          onChange={(status) => set({ status })}
          options={articleStatuses.map((value) => ({
            value,
            label: shell.status[value],
            icon: <StatusIcon status={value} />,
          }))}
        />
        <Select
          label={panels.language}
          value={article.language}
          isDisabled={isReadOnly}
          onChange={(language) => set({ language })}
          options={[...languages].map((value) => ({
            value,
            label: (panels.languages as Readonly<Record<string, string>>)[value] ?? value,
          }))}
        />
      </div>
      <DateField
        label={panels.publishedOn}
        hint={panels.publishedOnUnknown}
        value={article.publishedOn}
        isDisabled={isReadOnly}
        onChange={(publishedOn) => set({ publishedOn })}
      />
      <ChipsField
        label={panels.bylines}
        placeholder={panels.addByline}
        removeLabel={panels.removeByline}
        values={article.bylines}
        max={50}
        maxLength={200}
        isDisabled={isReadOnly}
        onChange={(bylines) => set({ bylines })}
      />
      <div className="grid grid-cols-2 items-start gap-3">
        <LineField
          label={panels.datelinePlace}
          value={dateline.place}
          maxLength={200}
          isDisabled={isReadOnly}
          onCommit={(place) => set({ dateline: { ...dateline, place } })}
        />
        <DateField
          label={panels.datelineDate}
          isNarrow
          value={dateline.date}
          isDisabled={isReadOnly}
          onChange={(date) => set({ dateline: { ...dateline, date } })}
        />
      </div>
      <LineField
        label={panels.desk}
        placeholder={panels.deskHint}
        value={article.desk}
        maxLength={200}
        isDisabled={isReadOnly}
        onCommit={(desk) => set({ desk })}
      />
      <ChipsField
        label={panels.tags}
        placeholder={panels.addTag}
        removeLabel={panels.removeTag}
        values={article.tags}
        max={200}
        maxLength={100}
        isDisabled={isReadOnly}
        onChange={(tags) => set({ tags })}
      />
      <LineField
        label={panels.slug}
        placeholder={panels.slugHint}
        value={article.slug}
        maxLength={200}
        isDisabled={isReadOnly}
        onCommit={(slug) => set({ slug })}
      />
      <Facts session={session} />
    </div>
  );
}

function Facts({ session }: { session: ArticleSession }) {
  const { panels, library } = useStrings();
  const format = useFormat();
  const { createdAt, updatedAt, revision } = useSessionState(session, (state) => state.article);
  const wordCount = useSessionState(session, (state) => state.wordCount);
  const minutes = useSessionState(session, (state) => state.readingMinutes);
  const facts: [string, string][] = [
    [
      panels.length,
      `${format.count(wordCount, library.words)} · ${format.count(minutes, panels.readingTime)}`,
    ],
    [panels.created, format.moment(createdAt)],
    [panels.updated, format.moment(updatedAt)],
    [panels.revision, format.number(revision)],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-4 text-hint">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{name}</dt>
          <dd className="text-ink-2 tabular">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function LineField({
  label,
  value,
  placeholder,
  maxLength,
  isDisabled,
  onCommit,
}: {
  label: string;
  value: string;
  placeholder?: string;
  maxLength: number;
  isDisabled: boolean;
  onCommit: (value: string) => void;
}) {
  const draft = useDraft(value, (next) => onCommit(next.trim()));
  return (
    <TextField
      label={label}
      value={draft.value}
      onChange={draft.change}
      onBlur={draft.commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') draft.commit();
      }}
      placeholder={placeholder}
      maxLength={maxLength}
      isDisabled={isDisabled}
    />
  );
}
