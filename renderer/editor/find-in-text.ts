import { foldArabic, foldArabicText } from '../../core/arabic/fold.ts';
import { originalSpan } from '../../core/arabic/character-map.ts';

/**
 * Where `query` is found in `text`, in order, at most `limit` times: spelling folded as everywhere (vowel marks, hamza
 * forms, digits). UTF-16 offsets into `text`, end exclusive.
 */
export function findInText(
  text: string,
  query: string,
  limit = 2000,
): { start: number; end: number }[] {
  const wanted = foldArabicText(query).trim();
  if (wanted === '') return [];
  const folded = foldArabic(text);
  const found: { start: number; end: number }[] = [];
  let at = folded.text.indexOf(wanted);
  while (at >= 0 && found.length < limit) {
    found.push(originalSpan(folded, at, at + wanted.length));
    at = folded.text.indexOf(wanted, at + wanted.length);
  }
  return found;
}
