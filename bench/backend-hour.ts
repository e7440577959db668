import { exportFormats } from '../core/exporters/export-format.ts';
import { openBenchLibrary } from './library-file.ts';
import { newsWords, newsVocabulary } from './texts/news-words.ts';
import { paragraph } from './texts/news-article.ts';
import { makeRandom } from './texts/random.ts';
import { scrapedText } from './texts/scraped-text.ts';

/**
 * A process of its own, under `--expose-gc`: the backend's services do a desk's work on the library named first, in as
 * many steps as named second, of as many minutes as named third. After each it prints one line of JSON.
 */
export interface BackendStep {
  /** Bytes, once everything that nobody needs is gone. */
  heap: number;
  resident: number;
  calls: number;
}

const [path = '', steps = '0', minutes = '0'] = process.argv.slice(2);
const { library, client } = openBenchLibrary(path);
const random = makeRandom(31);
const news = newsWords(random);
let calls = 0;

for (let step = 0; step < Number(steps); step += 1) {
  for (let minute = 0; minute < Number(minutes); minute += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await workAMinute();
  }
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error('run with --expose-gc');
  await collect({ execution: 'async', type: 'major' });
  const { heapUsed, rss } = process.memoryUsage();
  const line: BackendStep = { heap: heapUsed, resident: rss, calls };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
library.close();

/** Sixty saves, and around them what a person does meanwhile. */
async function workAMinute(): Promise<void> {
  const words = newsVocabulary();
  const query = words[random.between(0, 2_000)] ?? '';
  const { items } = await client.articles.list({ query, limit: 50 });
  await client.articles.list({ limit: 50 });
  const found = items[random.between(0, Math.max(0, items.length - 1))];
  const { id } = found ?? (await client.articles.create({ fields: { headline: query } })).article;
  const { article, document } = await client.articles.open({ id });
  let { revision } = article;
  for (let save = 0; save < 60; save += 1) {
    const content = (document.doc.content ?? []).slice(0, 20);
    content.splice(
      random.between(0, content.length - 1),
      1,
      paragraph([{ type: 'text', text: news.sentence() }]),
    );
    document.doc.content = content;
    // oxlint-disable-next-line no-await-in-loop -- one revision after the other
    const saved = await client.articles.save({ id, baseRevision: revision, document });
    revision = saved.article.revision;
  }
  for (const format of exportFormats) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await client.exports.render({ id, format });
  }
  const file = new File([scrapedText(random, 300)], 'page.txt');
  await client.imports.create({ file, again: true });
  await client.articles.revisions({ id });
  calls += 60 + exportFormats.length + 5;
}
