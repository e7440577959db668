import { createContext, use } from 'react';
import type { Settings } from '../../core/settings.ts';
import { editor as arEditor } from './ar/editor.ts';
import { errors as arErrors } from './ar/errors.ts';
import { imports as arImports } from './ar/imports.ts';
import { library as arLibrary } from './ar/library.ts';
import { panels as arPanels } from './ar/panels.ts';
import { settings as arSettings } from './ar/settings.ts';
import { shell as arShell } from './ar/shell.ts';
import { suggestions as arSuggestions } from './ar/suggestions.ts';
import { editor as enEditor } from './en/editor.ts';
import { errors as enErrors } from './en/errors.ts';
import { imports as enImports } from './en/imports.ts';
import { library as enLibrary } from './en/library.ts';
import { panels as enPanels } from './en/panels.ts';
import { settings as enSettings } from './en/settings.ts';
import { shell as enShell } from './en/shell.ts';
import { suggestions as enSuggestions } from './en/suggestions.ts';
import type { Translation } from './translation.ts';

/** The words of the interface in the language of the setting, by area: `const { library } = useStrings()`. */
export function useStrings(): Strings {
  return strings[use(LocaleContext).language];
}

/** What decides how the interface speaks and writes numbers. */
export interface LocaleChoice {
  language: Settings['interfaceLanguage'];
  digits: Settings['digits'];
}

export const LocaleContext = createContext<LocaleChoice>({ language: 'ar', digits: 'latin' });

const arabic = {
  shell: arShell,
  library: arLibrary,
  panels: arPanels,
  suggestions: arSuggestions,
  imports: arImports,
  settings: arSettings,
  errors: arErrors,
  editor: arEditor,
};

export type Strings = Translation<typeof arabic>;

/** Both languages; outside React, as in tests and in the error boundary. */
export const strings: Record<Settings['interfaceLanguage'], Strings> = {
  ar: arabic,
  en: {
    shell: enShell,
    library: enLibrary,
    panels: enPanels,
    suggestions: enSuggestions,
    imports: enImports,
    settings: enSettings,
    errors: enErrors,
    editor: enEditor,
  },
};
