import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeFolder, makeLibrary, paragraphs } from './library.fixture.ts';
import { openArticle } from './services/articles.ts';
import { checkLibrary } from './services/check-library.ts';
import { listPage } from './services/list-articles.ts';
import { readRevision } from './services/revisions.ts';

interface Acknowledged {
  id: string;
  revision: number;
  text: string;
}

const typist = fileURLToPath(new URL('save-continuously.fixture.ts', import.meta.url));

/** Runs the typist until `saves` are acknowledged, then kills it some microseconds later. */
async function typeAndKill(path: string, saves: number, spin: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [typist, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: Acknowledged[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    acknowledged.push(JSON.parse(line) as Acknowledged);
    if (acknowledged.length === saves) {
      // Not a timer: the moment of death must be able to fall anywhere within a save.
      const until = process.hrtime.bigint() + BigInt(spin) * 1000n;
      while (process.hrtime.bigint() < until);
      child.kill('SIGKILL');
    }
  });
  await Promise.all([once(child, 'exit'), once(lines, 'close')]);
  return acknowledged;
}

test('loses no acknowledged save when the backend is killed while somebody types, fifty times', async () => {
  const path = join(makeFolder(), 'desk.muharrir');
  const moments = fc.sample(
    fc.record({ saves: fc.integer({ min: 1, max: 60 }), spin: fc.integer({ min: 0, max: 3000 }) }),
    50,
  );
  let last: Acknowledged | undefined;
  for (const { saves, spin } of moments) {
    const acknowledged = await typeAndKill(path, saves, spin);
    expect(acknowledged.length).toBeGreaterThanOrEqual(saves);
    last = acknowledged.at(-1);
    if (last === undefined) continue;

    const library = makeLibrary(path);
    for (const { id, revision, text } of acknowledged) {
      expect(readRevision(library, { id, revision }).document).toEqual(paragraphs(text));
    }
    const { article, document } = openArticle(library, last.id);
    // The one save that was under way may have come through unacknowledged.
    expect(article.revision - last.revision).toBeOneOf([0, 1]);
    const newest = readRevision(library, { id: last.id, revision: article.revision });
    expect(document).toEqual(newest.document);
    expect(await checkLibrary(library)).toMatchObject({ ok: true, problems: [], articles: 1 });
    const [pid] = last.text.split('-');
    const found = listPage(library, { query: pid ?? '', trash: false, cursor: null, limit: 1 });
    expect(found.total).toBe(1);
    library.close();
  }
  expect(last?.revision).toBeGreaterThan(500);
}, 600_000);
