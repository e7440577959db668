import { editor } from '../strings/ar/editor.ts';
import type { PageText } from './page-words.ts';

export const arabicWords: PageText = editor.onPage;
