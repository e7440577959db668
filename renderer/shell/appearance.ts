import type { Settings } from '../../core/settings.ts';
import { tellShell } from '../api/client.ts';

/**
 * Puts the settings that show into the document's root: language, direction, theme, page font and size. They are
 * remembered beside the page, where `public/appearance.js` reads them before the first paint of the next start.
 */
export function applyAppearance(settings: Settings, theme: 'light' | 'dark'): void {
  const root = document.documentElement;
  root.lang = settings.interfaceLanguage;
  root.dir = settings.interfaceLanguage === 'ar' ? 'rtl' : 'ltr';
  root.dataset['theme'] = theme;
  root.dataset['pageFont'] = settings.pageFont;
  root.dataset['pageSize'] = settings.pageSize;
  localStorage.setItem(
    appearanceKey,
    JSON.stringify({ language: settings.interfaceLanguage, theme: settings.theme }),
  );
  tellShell({ type: 'muharrir:appearance', language: settings.interfaceLanguage, theme });
}

/** The settings that were remembered, as a start until the library answers. */
export function rememberedAppearance(): Partial<Settings> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(appearanceKey) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const { language, theme } = value as Record<string, unknown>;
    return {
      ...(language === 'ar' || language === 'en' ? { interfaceLanguage: language } : {}),
      ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}),
    };
  } catch {
    return {};
  }
}

export const prefersDark = matchMedia('(prefers-color-scheme: dark)');

const appearanceKey = 'muharrir.appearance';
