import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenize } from '../../core/arabic/tokenize.ts';
import { extract } from '../../core/extraction/extract.ts';
import { loadNameModel } from '../../core/extraction/names/name-model.ts';
import { percentile } from '../statistics.ts';
import { readArticles } from './corpus-articles.ts';

const modelFile = join(import.meta.dirname, '..', '..', 'resources', 'extraction', 'names.bin');

/**
 * How fast names, dates and statements are found together on one core, beside a bare tokenising pass over the same texts;
 * how long the model takes to load, and how much memory all of it wants. Prints; needs the corpus.
 */
export async function measureWhole(): Promise<void> {
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const model = loadNameModel(readFileSync(modelFile));
  extract('كلمة', { model, publishedOn: '2026-01-28' });
  const load = performance.now() - started;
  const articles = readArticles(500);
  const texts = articles.map(({ text }) => text);
  const tokens = texts.map((text) => tokenize(text).length);
  const total = tokens.reduce((sum, count) => sum + count, 0);
  const floors: number[] = [];
  const passes: number[] = [];
  const each: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    floors.push(timed(() => texts.forEach((text) => tokenize(text))));
    let pass = 0;
    for (const [index, text] of texts.entries()) {
      const time = timed(() => extract(text, { model, publishedOn: '2018-03-14' }));
      pass += time;
      each.push((time / (tokens[index] ?? 1)) * 1150);
    }
    passes.push(pass);
  }
  const rate = (ms: number) => `${Math.round(total / ms)} thousand tokens/s`;
  const [pass, floor] = [percentile(passes, 50), percentile(floors, 50)];
  console.log(`  ${texts.length} articles, ${total} tokens`);
  console.log(
    `  everything together ${rate(pass)}; bare tokenising ${rate(floor)} (${(pass / floor).toFixed(0)} times)`,
  );
  console.log(
    `  an article of 1,000 words: p50 ${percentile(each, 50).toFixed(1)} ms, p95 ${percentile(each, 95).toFixed(1)} ms`,
  );
  console.log(`  loading the model and the first text: ${load.toFixed(0)} ms`);
  const memory = (process.memoryUsage().rss - before) / 2 ** 20;
  console.log(`  memory of the process, texts and all: ${memory.toFixed(0)} MB more than before`);
}

function timed(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

if (import.meta.main) {
  if (existsSync(modelFile)) await measureWhole();
}
