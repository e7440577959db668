import { originalSpan } from '../arabic/character-map.ts';
import { formsOf } from './query.ts';
import type { SearchTerm } from './query.ts';
import { searchText } from './search-text.ts';

/** `marks`: [start, end) of the found words in `text`, in order, not overlapping. */
export interface Snippet {
  text: string;
  marks: [number, number][];
}

/**
 * The piece of `text`, about `length` units long, that shows most of the terms, whole words, on one line, with `…` where
 * something is left out. The beginning of the text where none is found.
 */
export function makeSnippet(text: string, terms: readonly SearchTerm[], length = 160): Snippet {
  const hits = findTerms(text, terms);
  const first = bestWindow(hits, length);
  const lead = Math.floor(length / 4);
  const from = first === undefined ? 0 : wordStart(text, Math.max(0, first.start - lead), first);
  const to = Math.max(wordEnd(text, from, Math.min(text.length, from + length)), first?.end ?? 0);
  const before = from > 0 ? '…' : '';
  const after = to < text.length ? '…' : '';
  const marks: [number, number][] = [];
  for (const hit of hits) {
    const last = marks.at(-1);
    const start = hit.start - from + before.length;
    const end = hit.end - from + before.length;
    if (hit.start < from || hit.end > to) continue;
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return { text: before + text.slice(from, to).replace(/\s/g, ' ') + after, marks };
}

interface Hit {
  term: number;
  start: number;
  end: number;
}

function findTerms(text: string, terms: readonly SearchTerm[]): Hit[] {
  if (terms.length === 0) return [];
  const mapped = searchText.withOffsets(text);
  const hits: Hit[] = [];
  for (const [term, wanted] of terms.entries()) {
    const forms = formsOf(wanted).map((form) => form.replaceAll(' ', ' +'));
    const end = wanted.prefix ? '[^ ]*' : '(?![^ ])';
    const pattern = new RegExp(`(?<![^ ])(?:${forms.join('|')})${end}`, 'g');
    for (const match of mapped.text.matchAll(pattern)) {
      hits.push({ term, ...originalSpan(mapped, match.index, match.index + match[0].length) });
    }
  }
  return hits.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** The hit at which a window of `length` should begin: most different terms, then most hits, then the first. */
function bestWindow(hits: readonly Hit[], length: number): Hit | undefined {
  let best: Hit | undefined;
  let bestScore = 0;
  const counts = new Map<number, number>();
  let next = 0;
  for (const [index, hit] of hits.entries()) {
    // The first hit stands after a quarter of the window.
    for (let other = hits[next]; other !== undefined; other = hits[next]) {
      if (next > index && other.end > hit.start + length * 0.75) break;
      counts.set(other.term, (counts.get(other.term) ?? 0) + 1);
      next += 1;
    }
    let inside = 0;
    for (const count of counts.values()) inside += count;
    const score = counts.size * 1000 + Math.min(inside, 999);
    if (score > bestScore) {
      best = hit;
      bestScore = score;
    }
    const left = (counts.get(hit.term) ?? 0) - 1;
    if (left > 0) counts.set(hit.term, left);
    else counts.delete(hit.term);
  }
  return best;
}

/** Start of the first whole word at or after `at`, never past the hit. */
function wordStart(text: string, at: number, hit: Hit): number {
  if (at === 0 || /\s/.test(text.charAt(at - 1))) return at;
  const space = text.slice(at, hit.start).search(/\s/);
  return space < 0 ? hit.start : at + space + 1;
}

/** End of the last whole word that ends at or before `at`; `at` itself where one word fills the window. */
function wordEnd(text: string, from: number, at: number): number {
  if (at >= text.length || /\s/.test(text.charAt(at))) return at;
  const last = text.slice(from, at).search(/\s\S*$/);
  if (last > 0) return from + last;
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
