import type { Article } from '../../core/article/article.ts';
import { toPlainText } from '../../core/article/plain-text.ts';
import type { Command } from './arguments.ts';
import { exitCodes } from './cli-error.ts';
import { printJson, withLibrary } from './command-context.ts';
import type { CommandContext } from './command-context.ts';
import { findArticle } from './find-article.ts';

/** `muharrir show` */
export async function showArticle(
  { id, format }: Extract<Command, { name: 'show' }>,
  context: CommandContext,
): Promise<number> {
  const shown = await withLibrary(context, 'read', async (client) => {
    const whole = await findArticle(client, id);
    const { article, annotations, document } = await client.articles.open({ id: whole });
    const text =
      format === 'text'
        ? `${heading(article)}${toPlainText(document.doc).text}\n`
        : (await client.exports.render({ id: whole, format })).text;
    return { article, annotations, format, text };
  });
  if (context.json) await printJson(context, shown);
  else await context.terminal.print(shown.text);
  return exitCodes.ok;
}

/** The lines that stand above the text of a page, those that are filled in, and a blank line. */
function heading(article: Article): string {
  const { kicker, headline, deck, bylines, dateline, publishedOn } = article;
  const place = [dateline.place, dateline.date ?? ''].filter(Boolean).join('، ');
  const lines = [kicker, headline, deck, bylines.join('، '), place, publishedOn ?? ''];
  const filled = lines.filter(Boolean);
  return filled.length === 0 ? '' : `${filled.join('\n')}\n\n`;
}
