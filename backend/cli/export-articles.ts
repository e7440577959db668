import { mkdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ErrorCode } from '../../core/errors.ts';
import type { Command } from './arguments.ts';
import { CliError, exitCodes, systemCode, toAppError } from './cli-error.ts';
import { isInterrupted, printJson, withLibrary } from './command-context.ts';
import type { CliClient, CommandContext } from './command-context.ts';
import { allArticles, findArticle } from './find-article.ts';
import { printable } from './printable.ts';
import { writeNewFile } from './write-new-file.ts';

interface ExportResult {
  exported: { id: string; headline: string; file: string }[];
  failed: { id: string; headline: string; code: ErrorCode; message: string }[];
  interrupted: boolean;
  left: number;
}

type ExportCommand = Extract<Command, { name: 'export' }>;

/** `muharrir export` */
export async function exportArticles(
  command: ExportCommand,
  context: CommandContext,
): Promise<number> {
  if (command.out === '-') return exportToStandardOutput(command, context);
  const folder = resolve(context.io.cwd(), command.out);
  const result = await withLibrary(context, 'read', async (client) => {
    const articles = await chooseArticles(client, command);
    await makeFolder(folder);
    return exportEach(client, articles, { folder, format: command.format }, context);
  });

  const { terminal, text, json } = context;
  terminal.clearProgress();
  if (json) await printJson(context, result);
  const { exported, failed, left } = result;
  terminal.note(
    text.exportSummary({
      exported: exported.length,
      failed: failed.length,
      left,
      folder: printable(folder),
    }),
  );
  if (result.interrupted) return exitCodes.interrupted;
  return failed.length > 0 ? exitCodes.failed : exitCodes.ok;
}

async function exportToStandardOutput(
  { ids, format }: ExportCommand,
  context: CommandContext,
): Promise<number> {
  const rendered = await withLibrary(context, 'read', async (client) => {
    const id = await findArticle(client, ids[0] ?? '');
    return { id, ...(await client.exports.render({ id, format })) };
  });
  if (context.json) await printJson(context, rendered);
  else await context.terminal.print(rendered.text);
  return exitCodes.ok;
}

async function chooseArticles(
  client: CliClient,
  { ids }: ExportCommand,
): Promise<{ id: string; headline: string }[]> {
  const articles: { id: string; headline: string }[] = [];
  if (ids === 'all') {
    for await (const { id, headline } of allArticles(client, {})) articles.push({ id, headline });
    return articles;
  }
  // All of them are looked up before the first is written: a wrong id changes nothing.
  for (const prefix of new Set(ids)) {
    const { article } = await client.articles.open({ id: await findArticle(client, prefix) });
    articles.push({ id: article.id, headline: article.headline });
  }
  return articles;
}

async function exportEach(
  client: CliClient,
  articles: readonly { id: string; headline: string }[],
  { folder, format }: { folder: string; format: ExportCommand['format'] },
  context: CommandContext,
): Promise<ExportResult> {
  const { terminal, text, json } = context;
  const result: ExportResult = { exported: [], failed: [], interrupted: false, left: 0 };
  for (const [index, { id, headline }] of articles.entries()) {
    if (await isInterrupted(context)) {
      return { ...result, interrupted: true, left: articles.length - index };
    }
    terminal.progress(index + 1, articles.length, headline || id);
    let file: string;
    try {
      const { fileName, text: content } = await client.exports.render({ id, format });
      file = await writeNewFile(folder, fileName, content);
    } catch (error) {
      const { code, details } = toAppError(error);
      const refused = systemCode(error);
      const message =
        code === 'INTERNAL' && refused !== undefined
          ? text.cannotWrite(printable(folder), refused)
          : text.errors[code](details);
      result.failed.push({ id, headline, code, message });
      terminal.complain(`${id}: ${message}`);
      if (code === 'DISK_FULL') return { ...result, left: articles.length - index - 1 };
      continue;
    }
    result.exported.push({ id, headline, file });
    if (!json) await terminal.print(`${printable(file)}\n`);
  }
  return result;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    if ((await stat(folder)).isDirectory()) return;
  } catch {
    // Said below.
  }
  throw new CliError(exitCodes.usage, 'USAGE', (text) => text.badOutputFolder(printable(folder)));
}
