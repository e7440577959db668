import { basename } from 'node:path';
import type { ErrorCode } from '../../core/errors.ts';
import type { Command } from './arguments.ts';
import { exitCodes, toAppError } from './cli-error.ts';
import { isInterrupted, printJson, withLibrary } from './command-context.ts';
import type { CliClient, CommandContext } from './command-context.ts';
import { findImportFiles } from './find-import-files.ts';
import type { ImportFiles } from './find-import-files.ts';
import { printable } from './printable.ts';
import { readWhole } from './read-file.ts';

interface ImportResult {
  imported: {
    file: string;
    articleId: string;
    headline: string;
    removed: number;
    joined: number;
    proposed: number;
  }[];
  duplicates: { file: string; articleId: string; headline: string }[];
  failed: { file: string; code: ErrorCode; message: string }[];
  interrupted: boolean;
  /** Files that were not reached. */
  left: number;
}

type ImportCommand = Extract<Command, { name: 'import' }>;

/** `muharrir import` */
export async function importFiles(
  command: ImportCommand,
  context: CommandContext,
): Promise<number> {
  const { files, problems } = await findImportFiles(command.paths, context.io.cwd());
  const result: ImportResult = {
    imported: [],
    duplicates: [],
    failed: [],
    interrupted: false,
    left: 0,
  };
  for (const { label, problem } of problems)
    reportFailure(label, 'FILE_UNREADABLE', problemText(problem, context), result, context);

  // With nothing to bring in, no library is made either.
  if (files.length > 0) {
    await withLibrary(context, 'write', (client) =>
      importEach(client, files, command, result, context),
    );
  }
  await summarise(result, files.length + problems.length, context);
  if (result.interrupted) return exitCodes.interrupted;
  return result.failed.length > 0 ? exitCodes.failed : exitCodes.ok;
}

async function importEach(
  client: CliClient,
  files: ImportFiles['files'],
  { publishedOn, again }: ImportCommand,
  result: ImportResult,
  context: CommandContext,
): Promise<void> {
  for (const [index, { path, label }] of files.entries()) {
    if (await isInterrupted(context)) {
      result.interrupted = true;
      result.left = files.length - index;
      return;
    }
    context.terminal.progress(index + 1, files.length, label);
    let made: Awaited<ReturnType<CliClient['imports']['create']>>;
    try {
      const file = new File([await readWhole(path)], basename(path));
      made = await client.imports.create({ file, publishedOn, again });
    } catch (error) {
      const { code, details } = toAppError(error);
      reportFailure(label, code, context.text.errors[code](details), result, context);
      if (!fatalCodes.has(code)) continue;
      result.left = files.length - index - 1;
      return;
    }
    const { outcome, ...facts } = made;
    const { articleId, headline } = facts;
    if (outcome === 'created') result.imported.push({ file: label, ...facts });
    else result.duplicates.push({ file: label, articleId, headline });
    if (!context.json) await context.terminal.print(`${describe(made, label, context)}\n`);
  }
}

/** After these, neither the next file nor any other would fare better. */
const fatalCodes: ReadonlySet<ErrorCode> = new Set([
  'DISK_FULL',
  'READ_ONLY',
  'LIBRARY_DAMAGED',
  'CLOSING',
]);

function describe(
  made: Awaited<ReturnType<CliClient['imports']['create']>>,
  file: string,
  { text }: CommandContext,
): string {
  const headline = printable(made.headline) || text.untitled;
  const id = made.articleId;
  return made.outcome === 'created'
    ? text.imported({ ...made, id, headline })
    : text.duplicate({ id, headline, file: printable(file) });
}

function problemText(
  problem: ImportFiles['problems'][number]['problem'],
  { text }: CommandContext,
): string {
  if (problem === 'missing') return text.fileMissing;
  return problem === 'unreadable' ? text.fileUnreadable : text.folderEmpty;
}

function reportFailure(
  file: string,
  code: ErrorCode,
  message: string,
  result: ImportResult,
  { terminal }: CommandContext,
): void {
  result.failed.push({ file, code, message });
  terminal.complain(`${printable(file)}: ${message}`);
}

async function summarise(
  result: ImportResult,
  total: number,
  context: CommandContext,
): Promise<void> {
  context.terminal.clearProgress();
  if (context.json) await printJson(context, result);
  if (total < 2) return;
  const { imported, duplicates, failed, left } = result;
  context.terminal.note(
    context.text.importSummary({
      imported: imported.length,
      duplicates: duplicates.length,
      failed: failed.length,
      left,
    }),
  );
}
