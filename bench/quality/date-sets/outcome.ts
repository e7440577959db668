import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DateMention } from '../../../core/extraction/mentions.ts';

/** Where the data sets are. */
export const data = new URL('../../../../shared/data/', import.meta.url).pathname;

/** Half of each set to work on, half for the final figure alone. */
export type Part = 'dev' | 'final';

/** One thing that a set wants, and whether it was found. */
export interface Outcome {
  set: string;
  part: Part;
  right: boolean;
  text: string;
  wanted: string;
  found: readonly DateMention[];
  /** The one that was judged, where its confidence is to be. */
  mention?: DateMention | undefined;
}

/** By a hash of the text, so that the halves never change. */
export function partOf(text: string): Part {
  return (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 0 ? 'dev' : 'final';
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(data, path), 'utf8'));
}
