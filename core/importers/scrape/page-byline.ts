import { countWords } from './fold-line.ts';

/** The name in a line that says who wrote ("كتب: ..."), or null. */
export function readByline(line: string): string | null {
  if (line.length > 100 || countWords(line) > 9) return null;
  const match = bylinePattern.exec(line);
  const name = match?.groups?.['name']?.trim() ?? '';
  if (!/\p{L}{2}/u.test(name) || /[.؟!،؛:"“«]/.test(name.replace(/\p{L}\./gu, ''))) return null;
  return countWords(name) <= 6 ? name : null;
}

/** After "بقلم" the name may follow at once; other words are verbs of a sentence unless a sign follows them. */
const bylinePattern =
  /^(?:بقلم\s*[:/|–—-]?|(?:كتبت?|كتبه|كتبته|[إا]عداد|تحرير|ترجمة|الكاتب|الكاتبة|المحرر|المحررة|المراسل|By)\s*[:/|–—-])\s*(?<name>\S.*)$/u;
