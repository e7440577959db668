import { CliError, UsageError, exitCodes } from './cli-error.ts';
import type { CliClient } from './command-context.ts';

/** The whole id of the one article whose id is or begins with `id`, in the trash or not. Throws a CliError. */
export async function findArticle(client: CliClient, id: string): Promise<string> {
  if (id.length === 36) return id;
  const found: string[] = [];
  for (const trash of [false, true]) {
    for await (const article of allArticles(client, { trash })) {
      if (article.id.startsWith(id)) found.push(article.id);
    }
  }
  const [only, ...others] = found;
  if (only === undefined)
    throw new CliError(exitCodes.failed, 'NOT_FOUND', (text) => text.noSuchArticle(id));
  if (others.length > 0) throw new UsageError((text) => text.ambiguousId(id, found.slice(0, 5)));
  return only;
}

/** Every article of a list, newest change first, a page at a time. */
export async function* allArticles(
  client: CliClient,
  { query = '', trash = false }: { query?: string; trash?: boolean },
) {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<CliClient['articles']['list']>> = await client.articles.list({
      query,
      trash,
      cursor,
      limit: 200,
    });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}
