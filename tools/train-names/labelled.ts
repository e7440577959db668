import { readFileSync } from 'node:fs';

import { tokenize } from '../../core/arabic/tokenize.ts';
import { longest } from '../../core/extraction/names/word-cache.ts';
import { wordKey } from '../../core/extraction/names/word-key.ts';

/** Sentences of labelled tokens. */
export interface LabelledSentence {
  keys: string[];
  labels: Uint8Array;
  /** The tokens as written; none where they are not known. */
  surfaces: string[];
}

const kinds: Readonly<Record<string, number>> = { PERS: 0, PER: 0, LOC: 1, ORG: 2, MISC: 3 };

/** CoNLL, one `token label` a line, an empty line after each sentence. Tokens are split as the program splits text. */
export function readLabelled(file: string): LabelledSentence[] {
  const sentences: LabelledSentence[] = [];
  let keys: string[] = [];
  let labels: number[] = [];
  let surfaces: string[] = [];
  const close = (): void => {
    if (keys.length > 0) sentences.push({ keys, labels: Uint8Array.from(labels), surfaces });
    keys = [];
    labels = [];
    surfaces = [];
  };
  for (const line of `${readFileSync(file, 'utf8')}\n`.split('\n')) {
    const [word = '', tag = 'O'] = line.trim().split(/\s+/);
    if (word === '') {
      close();
      continue;
    }
    if (keys.length > longest - 20) close();
    for (const [place, token] of tokenize(word).entries()) {
      keys.push(wordKey(token));
      surfaces.push(token.surface);
      labels.push(nextLabel(tag, place, labels.at(-1) ?? 0));
    }
  }
  return sentences;
}

function nextLabel(tag: string, place: number, before: number): number {
  if (tag === 'O') return 0;
  const first = 1 + 2 * (kinds[tag.slice(2)] ?? 3);
  const goesOn = (tag.startsWith('I-') || place > 0) && (before === first || before === first + 1);
  return goesOn ? first + 1 : first;
}

export type Part = 'train' | 'tune' | 'held';

/** The last seventh of the file is held out; another seventh is for choices. Neighbouring sentences stay together. */
export function partOf(sentence: number, count: number, tuneFold: number): Part {
  const run = Math.floor((sentence * 7) / count);
  if (run === 6) return 'held';
  return run === tuneFold ? 'tune' : 'train';
}
