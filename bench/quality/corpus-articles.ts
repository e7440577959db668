import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The folder with the news corpus, where somebody has put it beside the checkout. */
export const corpusFolder = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'corpus');

/**
 * The first `count` articles of the corpus that no gold set may be made of and no model was tuned on by hand: title and
 * text. Empty where the corpus is not there.
 */
export function readArticles(count: number): { id: string; text: string }[] {
  const file = join(corpusFolder, 'ant-v2.1.jsonl.gz');
  if (!existsSync(file)) return [];
  const articles: { id: string; text: string }[] = [];
  for (const line of gunzipSync(readFileSync(file)).toString().split('\n')) {
    if (articles.length === count) break;
    if (line === '') continue;
    const { id, title, text } = JSON.parse(line) as Record<'id' | 'title' | 'text', string>;
    const digest = createHash('sha256').update(id).digest('hex');
    if (!digest.startsWith('0')) articles.push({ id, text: `${title}\n${text}` });
  }
  return articles;
}
