import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { I18nProvider } from 'react-aria-components';
import { defaultSettings } from '../../core/settings.ts';
import type { Settings } from '../../core/settings.ts';
import { toFailure } from '../api/app-failure.ts';
import { api, client } from '../api/client.ts';
import { showToast } from '../components/toast.tsx';
import { localeOf } from '../format/format.ts';
import { LocaleContext, strings } from '../strings/strings.ts';
import { applyAppearance, prefersDark, rememberedAppearance } from './appearance.ts';

export interface SettingsControl {
  settings: Settings;
  /** The theme that shows now, with `system` resolved. */
  theme: 'light' | 'dark';
  /** Takes effect at once and is kept in the library; when that fails, a message says so and it is taken back. */
  change: (settings: Partial<Settings>) => void;
}

/** Settings of the library for everything below; language, direction, theme and digits follow them live. */
export function SettingsProvider({ children }: { children: ReactNode }): ReactNode {
  const cache = useQueryClient();
  const options = api.settings.get.queryOptions({ staleTime: Infinity });
  const { data } = useQuery(options);
  const settings = useMemo(() => data ?? { ...defaultSettings, ...rememberedAppearance() }, [data]);
  const isSystemDark = useSystemDark();
  const theme = settings.theme === 'system' ? (isSystemDark ? 'dark' : 'light') : settings.theme;

  useEffect(() => applyAppearance(settings, theme), [settings, theme]);

  const change = useCallback(
    (changes: Partial<Settings>) => {
      const before = cache.getQueryData(options.queryKey);
      cache.setQueryData(options.queryKey, { ...(before ?? settings), ...changes });
      client.settings
        .set(changes)
        .then((after) => cache.setQueryData(options.queryKey, after))
        .catch((error: unknown) => {
          cache.setQueryData(options.queryKey, before);
          const { code, details } = toFailure(error);
          const { what, kept, todo } = strings[settings.interfaceLanguage].errors[code](details);
          showToast({ tone: 'failed', title: what, detail: `${kept} ${todo}` });
        });
    },
    [cache, options.queryKey, settings],
  );

  const control = useMemo(() => ({ settings, theme, change }), [settings, theme, change]);
  const locale = useMemo(
    () => ({ language: settings.interfaceLanguage, digits: settings.digits }),
    [settings.interfaceLanguage, settings.digits],
  );
  return (
    <SettingsContext value={control}>
      <LocaleContext value={locale}>
        <I18nProvider locale={localeOf(locale)}>{children}</I18nProvider>
      </LocaleContext>
    </SettingsContext>
  );
}

export function useSettings(): SettingsControl {
  const control = use(SettingsContext);
  if (control === null) throw new Error('No settings here');
  return control;
}

const SettingsContext = createContext<SettingsControl | null>(null);

function useSystemDark(): boolean {
  const [isDark, setDark] = useState(prefersDark.matches);
  useEffect(() => {
    const update = () => setDark(prefersDark.matches);
    prefersDark.addEventListener('change', update);
    return () => prefersDark.removeEventListener('change', update);
  }, []);
  return isDark;
}
