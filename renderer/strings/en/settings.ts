import type { settings as arabic } from '../ar/settings.ts';
import type { Translation } from '../translation.ts';

export const settings: Translation<typeof arabic> = {
  title: 'Settings',
  interfaceLanguage: 'Language of the interface',
  arabic: 'العربية',
  english: 'English',
  theme: 'Theme',
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  pageFont: 'Font of the page',
  amiri: 'Amiri',
  scheherazade: 'Scheherazade',
  plex: 'Plex',
  pageFontSample: 'وقّع الوزيران اتفاقًا في 28 January لِتوسِعةِ الميناء.',
  pageSize: 'Size of the page’s text',
  small: 'Small',
  medium: 'Medium',
  large: 'Large',
  digits: 'Digits of the interface',
  digitsHint: 'In lists, dates and counts; texts keep their own.',
  authorName: 'Your name',
  authorNameHint:
    'Kept with every version of an article. Left empty, the name of your account is used.',
  libraryFile: 'Library file',
  version: (version: string) => `Muharrir ${version}`,
};
