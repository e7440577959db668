import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { Dialog } from '../components/dialog.tsx';
import { TextField } from '../components/fields.tsx';
import { Segments } from '../components/segments.tsx';
import { useStrings } from '../strings/strings.ts';
import { useSettings } from './settings-provider.tsx';
import { useShell } from './shell-state.tsx';
import { useDraft } from './use-draft.ts';

/** What a person chooses; every change takes effect at once. */
export function SettingsDialog(): ReactNode {
  const { settings: words } = useStrings();
  const { dialog, showDialog } = useShell();
  return (
    <Dialog title={words.title} isOpen={dialog === 'settings'} onClose={() => showDialog(null)}>
      <SettingsForm />
    </Dialog>
  );
}

function SettingsForm() {
  const { settings: words } = useStrings();
  const { settings, change } = useSettings();
  const { data: status } = useQuery(api.library.status.queryOptions());
  const author = useDraft(settings.authorName, (authorName) => change({ authorName }));
  return (
    <div className="flex flex-col gap-5 pb-3">
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        <Segments
          label={words.interfaceLanguage}
          value={settings.interfaceLanguage}
          onChange={(interfaceLanguage) => change({ interfaceLanguage })}
          options={[
            { value: 'ar', label: words.arabic },
            { value: 'en', label: words.english },
          ]}
        />
        <Segments
          label={words.theme}
          value={settings.theme}
          onChange={(theme) => change({ theme })}
          options={[
            { value: 'system', label: words.system },
            { value: 'light', label: words.light },
            { value: 'dark', label: words.dark },
          ]}
        />
        <Segments
          label={words.pageFont}
          value={settings.pageFont}
          onChange={(pageFont) => change({ pageFont })}
          options={[
            { value: 'amiri', label: words.amiri },
            { value: 'scheherazade', label: words.scheherazade },
            { value: 'plex', label: words.plex },
          ]}
        />
        <Segments
          label={words.pageSize}
          value={settings.pageSize}
          onChange={(pageSize) => change({ pageSize })}
          options={[
            { value: 'small', label: words.small },
            { value: 'medium', label: words.medium },
            { value: 'large', label: words.large },
          ]}
        />
      </div>
      <p
        lang="ar"
        dir="rtl"
        className="border-y border-line py-2 text-center font-page text-(length:--page-size) leading-(--page-leading)"
      >
        {words.pageFontSample}
      </p>
      <div className="flex flex-col gap-1">
        <Segments
          label={words.digits}
          value={settings.digits}
          onChange={(digits) => change({ digits })}
          options={[
            { value: 'latin', label: '0123456789' },
            { value: 'arabic-indic', label: '٠١٢٣٤٥٦٧٨٩' },
          ]}
        />
        <p className="text-hint text-ink-3">{words.digitsHint}</p>
      </div>
      <TextField
        label={words.authorName}
        hint={words.authorNameHint}
        maxLength={200}
        value={author.value}
        onChange={author.change}
        onBlur={author.commit}
      />
      {status !== undefined && (
        <dl className="flex flex-col gap-0.5 text-hint text-ink-3">
          <dt>{words.libraryFile}</dt>
          <dd dir="ltr" className="selectable words break-all text-ink-2">
            {status.path}
          </dd>
          <dd>{words.version(status.version)}</dd>
        </dl>
      )}
    </div>
  );
}
