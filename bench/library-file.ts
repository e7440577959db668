import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { RouterClient } from '@orpc/server';
import { catchUp } from '../backend/database/search-index.ts';
import type { Library } from '../backend/library.ts';
import { openLibrary } from '../backend/open-library.ts';
import { createRouter } from '../backend/services/create-router.ts';
import { projectFolder } from '../tools/build.ts';
import { cacheFolder } from './bench-run.ts';
import type { BenchRun } from './bench-run.ts';
import { newsArticle } from './texts/news-article.ts';
import { makeRandom } from './texts/random.ts';

export type LibraryClient = RouterClient<ReturnType<typeof createRouter>>;

export interface OpenedLibrary {
  library: Library;
  client: LibraryClient;
}

/** A library that every door could have opened, with a client that reaches its services in this process. */
export function openBenchLibrary(path: string): OpenedLibrary {
  const library = openLibrary({ path, door: 'cli', authorName: 'سلمى' });
  return { library, client: createRouterClient(createRouter(library)) };
}

/**
 * A copy, in the run's folder, of a library of `count` articles of 150 to 650 words. Made once and kept until anything
 * that decides what stands in it has changed.
 */
export async function libraryOf(
  count: number,
  { folder, tell, signal }: BenchRun,
  name = `${count}.muharrir`,
): Promise<string> {
  const kept = join(cacheFolder, `library-${count}-${await contentHash()}.muharrir`);
  if (!(await exists(kept))) {
    tell(`making a library of ${count.toLocaleString('en')} articles, once`);
    await forget(count);
    const making = join(folder, `making-${count}.muharrir`);
    await fill(making, count, signal);
    await rename(making, kept);
  }
  const path = join(folder, name);
  await copyFile(kept, path);
  return path;
}

/** Bytes of a library's file with its write-ahead log. */
export async function sizeOnDisk(path: string): Promise<number> {
  const sizes = await Promise.all(
    [path, `${path}-wal`].map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function fill(path: string, count: number, signal: AbortSignal): Promise<void> {
  const { library, client } = openBenchLibrary(path);
  // A power cut would cost minutes here, not an article.
  library.db.pragma('synchronous = OFF');
  const random = makeRandom(count);
  try {
    for (let made = 0; made < count; made += 1) {
      signal.throwIfAborted();
      // oxlint-disable-next-line no-await-in-loop -- the newest is the last made
      await client.articles.create(newsArticle(random, random.between(150, 650)));
    }
    catchUp(library.db);
    library.db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    library.close();
  }
}

/** Of everything that decides what a made library holds. */
async function contentHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const room of ['core', 'backend', 'bench/texts']) {
    // oxlint-disable-next-line no-await-in-loop -- in order
    const entries = await readdir(join(projectFolder, room), {
      recursive: true,
      withFileTypes: true,
    });
    const files = entries
      .filter((entry) => entry.isFile() && /(?<!\.(?:test|fixture))\.ts$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(
        (file) =>
          !/core.(?:exporters|extraction|importers)|backend.(?:cli|extraction|http)/.test(file),
      )
      .toSorted();
    for (const file of files) {
      // oxlint-disable-next-line no-await-in-loop -- in order
      hash.update(await readFile(file));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

async function forget(count: number): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const old = (await readdir(cacheFolder)).filter((name) => name.startsWith(`library-${count}-`));
  await Promise.all(old.map((name) => rm(join(cacheFolder, name), { force: true })));
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
