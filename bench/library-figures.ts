import type { BenchRun, FigureGroup } from './bench-run.ts';
import { bareLibrary } from './bare-sql.ts';
import { openDoors } from './doors.ts';
import { makeFigure } from './figure.ts';
import type { Figure } from './figure.ts';
import { interleave } from './interleave.ts';
import { libraryOf, openBenchLibrary } from './library-file.ts';
import type { LibraryClient, OpenedLibrary } from './library-file.ts';
import { newsVocabulary } from './texts/news-words.ts';
import { makeRandom } from './texts/random.ts';

const articles = 10_000;

export const libraryFigures: FigureGroup = {
  name: 'search',
  heading: `A library of ${articles.toLocaleString('en')} articles`,
  measure: async (run) => {
    const path = await libraryOf(articles, run);
    const opened = openBenchLibrary(path);
    try {
      const ids = await someIds(opened.client);
      return [
        ...(await openingTimes(opened, ids, run)),
        ...(await listTimes(opened, run)),
        ...(await searchTimes(opened, run)),
        ...(await doorTimes(opened, ids, run)),
      ];
    } finally {
      opened.library.close();
    }
  },
};

async function openingTimes(
  { library, client }: OpenedLibrary,
  ids: readonly string[],
  run: BenchRun,
): Promise<Figure[]> {
  const bare = bareLibrary(library.db);
  const { bareSql, service } = await interleave(
    {
      bareSql: (round) => bare.open(idOf(ids, round)),
      service: (round) => client.articles.open({ id: idOf(ids, round) }),
    },
    { rounds: run.short ? 300 : 1_500, warmUp: 100 },
  );
  return [
    makeFigure({
      group: 'library',
      name: 'open an article (400 words)',
      samples: service,
      floor: { name: 'its rows by bare SQL', samples: bareSql },
    }),
  ];
}

async function listTimes({ library, client }: OpenedLibrary, run: BenchRun): Promise<Figure[]> {
  const bare = bareLibrary(library.db);
  const { bareSql, service } = await interleave(
    { bareSql: () => bare.page(50), service: () => client.articles.list({ limit: 50 }) },
    { rounds: run.short ? 300 : 1_500, warmUp: 100 },
  );
  return [
    makeFigure({
      group: 'library',
      name: 'list page of 50',
      samples: service,
      floor: { name: 'the same by bare SQL', samples: bareSql },
      aim: { of: 'p95', most: 1 },
    }),
  ];
}

async function searchTimes({ library, client }: OpenedLibrary, run: BenchRun): Promise<Figure[]> {
  const bare = bareLibrary(library.db);
  const figures: Figure[] = [];
  for (const { name, queries } of await searches(client)) {
    const query = (round: number) => queries[round % queries.length] ?? '';
    // oxlint-disable-next-line no-await-in-loop -- one search after the other
    const { bareSql, service } = await interleave(
      {
        bareSql: (round) => bare.search(query(round), 50),
        service: (round) => client.articles.list({ query: query(round), limit: 50 }),
      },
      { rounds: run.short ? 120 : 500, warmUp: 40 },
    );
    figures.push(
      makeFigure({
        group: 'library',
        name: `search: ${name}`,
        samples: service,
        floor: { name: 'the same by bare SQL', samples: bareSql },
        aim: { of: 'p95', most: 10 },
      }),
    );
  }
  return figures;
}

/** The same page through each door, to see what a door costs. */
async function doorTimes(
  opened: OpenedLibrary,
  ids: readonly string[],
  run: BenchRun,
): Promise<Figure[]> {
  const doors = await openDoors(opened, await libraryOf(articles, run, 'loopback.muharrir'));
  const figures: Figure[] = [];
  const calls: [string, (client: LibraryClient, round: number) => Promise<unknown>][] = [
    ['list page of 50', (client) => client.articles.list({ limit: 50 })],
    ['open an article', (client, round) => client.articles.open({ id: idOf(ids, round) })],
  ];
  try {
    for (const [name, call] of calls) {
      // oxlint-disable-next-line no-await-in-loop -- one call after the other
      const { inProcess, port, loopback } = await interleave(
        {
          inProcess: (round) => call(opened.client, round),
          port: (round) => call(doors.port, round),
          loopback: (round) => call(doors.loopback, round),
        },
        { rounds: run.short ? 150 : 600, warmUp: 60 },
      );
      const floor = { name: 'the same in the process', samples: inProcess };
      figures.push(
        makeFigure({ group: 'library', name: `${name}, MessagePort`, samples: port, floor }),
        makeFigure({ group: 'library', name: `${name}, loopback door`, samples: loopback, floor }),
      );
    }
  } finally {
    await doors.close();
  }
  return figures;
}

/** Five hundred articles from all over the library. */
async function someIds(client: LibraryClient): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const page: Awaited<ReturnType<LibraryClient['articles']['list']>> = await client.articles.list(
      { cursor, limit: 200 },
    );
    ids.push(...page.items.filter((_, index) => index % 20 === 0).map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

function idOf(ids: readonly string[], round: number): string {
  return ids[(round * 37) % ids.length] ?? '';
}

/** Queries of each kind, several of them, so that no answer is always the one just given. */
async function searches(client: LibraryClient): Promise<{ name: string; queries: string[] }[]> {
  const random = makeRandom(5);
  const vocabulary = newsVocabulary();
  const ranked = (least: number, most: number) => vocabulary[random.between(least, most)] ?? '';
  const { items } = await client.articles.list({ limit: 25 });
  const phrases = items.map(
    ({ opening }) =>
      `"${opening
        .split(/[\s،.]+/)
        .slice(2, 5)
        .join(' ')}"`,
  );
  return [
    { name: 'one word', queries: several(() => ranked(300, 3_000)) },
    {
      name: 'three words',
      queries: several(() => `${ranked(60, 200)} ${ranked(60, 200)} ${ranked(60, 200)}`),
    },
    { name: 'a phrase of three words', queries: phrases },
    {
      name: 'a prefix of three letters',
      queries: several(() => `${[...ranked(300, 3_000)].slice(0, 3).join('')}*`),
    },
    { name: 'a very frequent word', queries: vocabulary.slice(0, 5) },
  ];
}

function several(make: () => string): string[] {
  return Array.from({ length: 25 }, make);
}
