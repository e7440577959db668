import { createRouterClient } from '@orpc/server';
import { paragraphs } from './paragraphs.fixture.ts';
import { openLibrary } from './open-library.ts';
import { createRouter } from './services/create-router.ts';

/**
 * Somebody who types without pause: opens the library named by the first argument, goes on with its first article (or
 * begins one), and prints `<id> <revision> <text>` for each save that was acknowledged, until the process is killed.
 */
const library = openLibrary({ path: process.argv[2] ?? '', door: 'desktop' });
const client = createRouterClient(createRouter(library));
const { items } = await client.articles.list({});
const { article } =
  items[0] === undefined
    ? await client.articles.create({ fields: { headline: 'خبر' } })
    : await client.articles.open({ id: items[0].id });
let { revision } = article;
for (let count = 0; ; count += 1) {
  const text = `${process.pid}-${count} ${'كلمة تكتب الآن '.repeat(count % 300)}`.trim();
  const saved = await client.articles.save({
    id: article.id,
    baseRevision: revision,
    document: paragraphs(text),
  });
  revision = saved.article.revision;
  process.stdout.write(`${JSON.stringify({ id: article.id, revision, text })}\n`);
  // The index is kept up to date while the typing goes on.
  if (count % 20 === 19) await client.articles.list({ query: 'كلمة' });
}
