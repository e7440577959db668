import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { catchUp } from '../backend/database/search-index.ts';
import type { BenchRun, FigureGroup } from './bench-run.ts';
import { openDiskFloor } from './disk-floor.ts';
import { makeFigure } from './figure.ts';
import type { Figure } from './figure.ts';
import { interleave } from './interleave.ts';
import { libraryOf, openBenchLibrary, sizeOnDisk } from './library-file.ts';
import type { LibraryClient, OpenedLibrary } from './library-file.ts';
import { mean, spread } from './statistics.ts';
import { newsWords } from './texts/news-words.ts';
import { paragraph, toDocument } from './texts/news-article.ts';
import { makeRandom } from './texts/random.ts';

export const saveFigures: FigureGroup = {
  name: 'save',
  heading: 'Saving',
  measure: async (run) => [...(await saveTimes(run)), ...(await revisionBytes(run))],
};

async function saveTimes(run: BenchRun): Promise<Figure[]> {
  const count = run.short ? 1_000 : 10_000;
  const opened = openBenchLibrary(await libraryOf(count, run));
  const floor = openDiskFloor(run.folder);
  try {
    const typed = await startArticle(opened.client);
    const indexed = await startArticle(opened.client);
    const { save, saveAndIndex, disk } = await interleave(
      {
        disk: () => floor.write(),
        save: () => typed.save(),
        saveAndIndex: async () => {
          await indexed.save();
          catchUp(opened.library.db);
        },
      },
      {
        rounds: run.short ? 150 : 600,
        warmUp: 60,
        rest: () => {
          typed.change();
          indexed.change();
          return setImmediate();
        },
      },
    );
    const common = {
      group: 'save',
      floor: { name: floor.name, samples: disk },
      ratioOf: 'p95/p50',
      aim: { of: 'ratio', most: 3 },
    } as const;
    const where = `a 10 KB document among ${count.toLocaleString('en')}`;
    return [
      makeFigure({
        ...common,
        name: `save with revision, ${where}`,
        samples: save,
        note: `${atSamePlaces(save, disk)} Where the floor’s own p95 is far from its p50, the disk is not this program’s alone.`,
      }),
      makeFigure({
        ...common,
        name: `save with revision and search index, ${where}`,
        samples: saveAndIndex,
        note: `${atSamePlaces(saveAndIndex, disk)} Only the bench does both at once: the program indexes when the typing pauses, in a transaction of its own, and no save waits for it.`,
      }),
    ];
  } finally {
    floor.close();
    opened.library.close();
  }
}

function atSamePlaces(save: readonly number[], disk: readonly number[]): string {
  const [ours, floor] = [spread(save), spread(disk)];
  const times = (place: 'p50' | 'p95') => (ours[place] / floor[place]).toFixed(1);
  return `p50 to p50 ${times('p50')} times, p95 to p95 ${times('p95')} times.`;
}

/** What revisions cost: their own bytes, and by how much the file grows in all. */
async function revisionBytes(run: BenchRun): Promise<Figure[]> {
  const path = join(run.folder, 'revisions.muharrir');
  const { library, client }: OpenedLibrary = openBenchLibrary(path);
  const edits = run.short ? 150 : 400;
  const growth: number[] = [];
  const sentences: number[] = [];
  try {
    const article = await startArticle(client);
    const flush = () => library.db.pragma('wal_checkpoint(TRUNCATE)');
    catchUp(library.db);
    flush();
    let before = await sizeOnDisk(path);
    for (let edit = 1; edit <= edits; edit += 1) {
      sentences.push(article.change());
      // oxlint-disable-next-line no-await-in-loop -- one revision after the other
      await article.save();
      if (edit % 50 > 0) continue;
      catchUp(library.db);
      flush();
      // oxlint-disable-next-line no-await-in-loop -- as above
      const after = await sizeOnDisk(path);
      growth.push((after - before) / 50);
      before = after;
    }
    const payloads = library.db
      .prepare<[], number>('SELECT length(payload) FROM revisions WHERE revision > 1')
      .pluck()
      .all();
    const floor = { name: 'the sentence in UTF-8', samples: sentences };
    return [
      makeFigure({
        group: 'save',
        name: 'payload of a revision, a sentence changed',
        unit: 'bytes',
        samples: payloads,
        floor,
        aim: { of: 'p50', most: 1024 },
        note: `The mean with the whole ones among them is ${Math.round(mean(payloads))} bytes.`,
      }),
      makeFigure({
        group: 'save',
        name: 'growth of the file, a revision',
        unit: 'bytes',
        samples: growth,
        floor,
        aim: { of: 'p95', most: 1024 },
        note: `Mean of each 50 saves; of all ${edits}: ${Math.round(mean(growth))} bytes.`,
      }),
    ];
  } finally {
    library.close();
  }
}

interface EditedArticle {
  /** Puts another sentence in the place of one; gives its bytes in UTF-8. */
  change: () => number;
  save: () => Promise<void>;
}

/** An article of 10 KB of JSON. */
async function startArticle(client: LibraryClient): Promise<EditedArticle> {
  const random = makeRandom(11);
  const news = newsWords(random);
  const sentence = () => news.sentence(random.between(10, 20));
  const text = Array.from({ length: 9 }, () => Array.from({ length: 4 }, sentence));
  const toArticle = () =>
    toDocument(text.map((parts) => paragraph([{ type: 'text', text: parts.join(' ') }])));
  while (Buffer.byteLength(JSON.stringify(toArticle())) < 10 * 1024) text.at(-1)?.push(sentence());
  let document = toArticle();
  const fields = { headline: news.words(8) };
  const { article } = await client.articles.create({ fields, document });
  let { revision } = article;
  const change = () => {
    const place = random.pick(text);
    const changed = sentence();
    place[random.between(0, place.length - 1)] = changed;
    document = toArticle();
    return Buffer.byteLength(changed);
  };
  change();
  return {
    change,
    save: async () => {
      const saved = await client.articles.save({
        id: article.id,
        baseRevision: revision,
        document,
      });
      revision = saved.article.revision;
    },
  };
}
