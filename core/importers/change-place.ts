import { changeContextLength } from './import-report.ts';
import type { ImportChange } from './import-report.ts';

/** The place of a change at `offset` of the article's plain text, with the words around it. */
export function placeAt(text: string, offset: number): ImportChange['place'] {
  return {
    offset,
    before: text.slice(Math.max(0, offset - changeContextLength), offset),
    after: text.slice(offset, offset + changeContextLength),
  };
}
