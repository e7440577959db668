import type { ArticleSummary } from '../../core/article/article.ts';
import type { Command } from './arguments.ts';
import { exitCodes } from './cli-error.ts';
import { printJson, withLibrary } from './command-context.ts';
import type { CommandContext } from './command-context.ts';
import { printable } from './printable.ts';

/** `muharrir list` */
export async function listArticles(
  { query, limit, trash }: Extract<Command, { name: 'list' }>,
  context: CommandContext,
): Promise<number> {
  const { terminal, text, json } = context;
  const { articles, total } = await withLibrary(context, 'read', async (client) => {
    const found: ArticleSummary[] = [];
    let cursor: string | null = null;
    let count = 0;
    do {
      const page: Awaited<ReturnType<typeof client.articles.list>> = await client.articles.list({
        query,
        trash,
        cursor,
        limit: Math.min(200, limit - found.length),
      });
      found.push(...page.items);
      count = page.total;
      cursor = page.nextCursor;
    } while (cursor !== null && found.length < limit);
    return { articles: found, total: count };
  });

  if (json) {
    await printJson(context, { total, articles });
    return exitCodes.ok;
  }
  const rows = articles.map((article) =>
    [
      article.id,
      localTime(article.updatedAt),
      text.statuses[article.status],
      text.words(article.wordCount),
      printable(article.headline || article.opening) || text.untitled,
    ].join('\t'),
  );
  if (rows.length > 0) await terminal.print(`${rows.join('\n')}\n`);
  if (total === 0) terminal.note(text.emptyList);
  else if (articles.length < total) terminal.note(text.listSummary(articles.length, total));
  return exitCodes.ok;
}

/** `2026-01-28 14:30` by this machine's clock. */
function localTime(iso: string): string {
  const date = new Date(iso);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
