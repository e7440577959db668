import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { wordKey } from '../../core/extraction/names/word-key.ts';
import { tokenize } from '../../core/arabic/tokenize.ts';

/** Unlabelled news as numbers. */
export interface Corpus {
  /** Word keys, the commonest first; the last is `unknownKey`. */
  keys: string[];
  counts: Uint32Array;
  /** Places in `keys`, `sentenceEnd` after each sentence, `articleEnd` after each article. */
  stream: Int32Array;
}

export const sentenceEnd = -1;
export const articleEnd = -2;
export const unknownKey = '\u0000';

/** Articles whose id's hash begins with this are for others to measure on. */
export function isKeptApart(id: string): boolean {
  return createHash('sha256').update(id, 'utf8').digest('hex').startsWith('0');
}

/** Every paragraph once, words rarer than `rarest` as one unknown word. */
export function readCorpus(files: readonly string[], rarest: number): Corpus {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const stream: number[] = [];
  const seen = new Set<string>();
  for (const paragraphs of articles(files)) {
    for (const paragraph of paragraphs) {
      if (seen.has(paragraph)) continue;
      if (paragraph.length > 40) seen.add(paragraph);
      addParagraph(paragraph);
    }
    if (stream.at(-1) === sentenceEnd) stream.push(articleEnd);
  }
  return ordered([...ids.keys()], counts, stream, rarest);

  function addParagraph(paragraph: string): void {
    for (const token of tokenize(paragraph)) {
      const key = wordKey(token);
      let id = ids.get(key);
      if (id === undefined) {
        id = ids.size;
        ids.set(key, id);
        counts.push(0);
      }
      counts[id] = (counts[id] ?? 0) + 1;
      stream.push(id);
      if (endsSentence.test(key)) stream.push(sentenceEnd);
    }
    if (stream.length > 0 && (stream.at(-1) ?? -1) >= 0) stream.push(sentenceEnd);
  }
}

const endsSentence = /^[.؟!\n]$/;

/** Title and body, one string a paragraph. */
export function* articles(files: readonly string[]): Generator<string[]> {
  for (const file of files) {
    for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
      if (line === '') continue;
      const article = JSON.parse(line) as { id: string; title: string; text: string };
      if (isKeptApart(article.id)) continue;
      yield [article.title, ...article.text.split('\n')].map((text) => text.trim()).filter(Boolean);
    }
  }
}

function ordered(
  keys: readonly string[],
  counts: readonly number[],
  stream: readonly number[],
  rarest: number,
): Corpus {
  const kept = [...keys.keys()].filter((id) => (counts[id] ?? 0) >= rarest);
  kept.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? -1 : 1));
  const places = new Int32Array(keys.length).fill(kept.length);
  for (const [place, id] of kept.entries()) places[id] = place;
  return {
    keys: [...kept.map((id) => keys[id] ?? ''), unknownKey],
    counts: Uint32Array.from([...kept.map((id) => counts[id] ?? 0), 0]),
    stream: Int32Array.from(stream, (id) => (id < 0 ? id : (places[id] ?? 0))),
  };
}
