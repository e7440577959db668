import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import { openSuggestions } from '../../core/extraction/suggestions.ts';
import { makeLibrary, paragraphs } from '../library.fixture.ts';
import { createRouter } from './create-router.ts';

const text = 'زارت الطبيبة أمل القاسم مدينة حمص أمس، وقالت القاسم إن المشفى جاهز.';

test('finds in a text, knows the directory at once, and remembers what was turned down', async () => {
  const library = makeLibrary();
  const client = createRouterClient(createRouter(library));
  const { article } = await client.articles.create({ document: paragraphs(text) });
  const ask = (publishedOn: string | null) =>
    client.extraction.find({ articleId: article.id, text, publishedOn });

  const found = await ask('2026-01-28');
  expect(found.dates.map(({ surface, value }) => [surface, value])).toEqual([
    ['أمس', '2026-01-27'],
  ]);
  expect((await ask('2026-01')).dates[0]?.value).toBe((await ask(null)).dates[0]?.value);
  expect(found.knownIds.every((id) => id === null)).toBe(true);

  const entity = await client.entities.create({
    name: 'أمل القاسم',
    kind: 'person',
    aliases: ['الدكتورة أمل'],
    titles: [],
    country: null,
    note: '',
    wikidata: null,
  });
  expect((await ask(null)).knownIds).toContain(entity.id);
  const other = await client.extraction.find({
    articleId: article.id,
    text: 'وصلت الدكتورة أمل متأخرة.',
    publishedOn: null,
  });
  expect(other.knownIds).toContain(entity.id);

  const { names } = openSuggestions(text, found, { annotations: [], rejected: new Set() });
  const fingerprints = names.map(({ fingerprint }) => fingerprint);
  const [first = ''] = fingerprints;
  expect(await client.extraction.decide({ articleId: article.id, reject: [first] })).toEqual({
    rejected: [first],
  });
  expect((await client.articles.open({ id: article.id })).rejected).toEqual([first]);
  await client.extraction.decide({ articleId: article.id, reject: [first], allow: [] });
  expect(await client.extraction.decide({ articleId: article.id, allow: [first] })).toEqual({
    rejected: [],
  });
  await library.shutdown();
});
