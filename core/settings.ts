import * as z from 'zod';

/** What a person chooses for this library. Unknown or broken stored values fall back to the defaults. */
export const settingsSchema = z.object({
  interfaceLanguage: z.enum(['ar', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  pageFont: z.enum(['amiri', 'scheherazade', 'plex']),
  pageSize: z.enum(['small', 'medium', 'large']),
  /** Digits in lists, dates and counts of the interface; texts keep their own. */
  digits: z.enum(['latin', 'arabic-indic']),
  /** Kept with every revision as its author; empty: the computer's user name. */
  authorName: z.string().max(200),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  interfaceLanguage: 'ar',
  theme: 'system',
  pageFont: 'amiri',
  pageSize: 'medium',
  digits: 'latin',
  authorName: '',
};
