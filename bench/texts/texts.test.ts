import { expect, test } from 'vitest';
import { documentSchema } from '../../core/article/document-schema.ts';
import { importFile } from '../../core/importers/import-file.ts';
import { countWords } from '../../core/arabic/count-words.ts';
import { toPlainText } from '../../core/article/plain-text.ts';
import { newsArticle, plainArticle } from './news-article.ts';
import { newsVocabulary, newsWords } from './news-words.ts';
import { makeRandom } from './random.ts';
import { scrapedText } from './scraped-text.ts';

test('texts are the same for the same seed, and others for another', () => {
  const [one, again, other] = [1, 1, 2].map((seed) => newsArticle(makeRandom(seed), 100));
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

test('articles are documents of the schema, about as long as was asked for', () => {
  for (const document of [
    newsArticle(makeRandom(4), 400).document,
    plainArticle(makeRandom(4), 400),
  ]) {
    expect(() => documentSchema.nodeFromJSON(document.doc).check()).not.toThrow();
    const words = countWords(toPlainText(document.doc).text);
    expect(Math.abs(words - 400)).toBeLessThan(40);
  }
});

test('few words are frequent and most are rare', () => {
  const counts = new Map<string, number>();
  const news = newsWords(makeRandom(6));
  for (let drawn = 0; drawn < 50_000; drawn += 1) {
    const word = news.word();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const times = (rank: number) => counts.get(newsVocabulary()[rank] ?? '') ?? 0;
  expect(times(0)).toBeGreaterThan(2 * times(9));
  expect(counts.size).toBeGreaterThan(8_000);
});

test('scraped pages lose their furniture when they are imported', () => {
  const bytes = new TextEncoder().encode(scrapedText(makeRandom(8), 200));
  const { format, changes } = importFile(bytes, 'page.txt');
  expect(format).toBe('text');
  expect(changes.filter(({ kind }) => kind === 'removed').length).toBeGreaterThan(3);
});
