import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { basename, resolve } from 'node:path';
import * as z from 'zod';
import { isoDateSchema } from '../../core/article/article.ts';
import type { ErrorCode } from '../../core/errors.ts';
import { extract } from '../../core/extraction/extract.ts';
import { decodeText } from '../../core/importers/decode-text.ts';
import { nameModel } from '../extraction/name-model-file.ts';
import type { Command } from './arguments.ts';
import { exitCodes, toAppError } from './cli-error.ts';
import { isInterrupted, printJson } from './command-context.ts';
import type { CommandContext } from './command-context.ts';
import { extractedLines } from './extracted-lines.ts';
import { printable } from './printable.ts';
import { readWhole } from './read-file.ts';
import { scriptForm } from './script-form.ts';

type ExtractCommand = Extract<Command, { name: 'extract' }>;

/** `muharrir extract`: opens no library. */
export function extractTexts(command: ExtractCommand, context: CommandContext): Promise<number> {
  return command.jsonl ? extractLines(command, context) : extractFiles(command, context);
}

/** Each file's text as it is, nothing taken for page furniture: offsets are into it. Without files, standard input's. */
async function extractFiles(
  { paths, publishedOn }: ExtractCommand,
  context: CommandContext,
): Promise<number> {
  const { terminal, text: words } = context;
  const results: unknown[] = [];
  let exitCode: number = exitCodes.ok;
  for (const path of paths.length > 0 ? paths : [null]) {
    if (await isInterrupted(context)) return exitCodes.interrupted;
    try {
      const bytes =
        path === null ? await readInput(context) : await readWhole(resolve(context.io.cwd(), path));
      const { text } = decodeText(bytes, basename(path ?? '-'));
      const found = extract(text, { model: nameModel(), publishedOn });
      if (context.json) results.push({ file: path, ...scriptForm(found) });
      else {
        if (paths.length > 1) await terminal.print(`${printable(path ?? '')}\n`);
        await terminal.print(extractedLines(found, words));
      }
    } catch (error) {
      const { code, details } = toAppError(error);
      const message = words.errors[code](details);
      terminal.complain(`${printable(path ?? '-')}: ${message}`);
      if (context.json) results.push({ file: path, error: { code, message } });
      exitCode = exitCodes.failed;
    }
  }
  if (context.json) await printJson(context, paths.length > 1 ? results : results[0]);
  return exitCode;
}

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).nullable().default(null),
  text: z.string(),
  published: isoDateSchema.nullable().default(null),
});

/** One answer a line, in order; a line that cannot be read is answered with its error and the others go on. */
async function extractLines(
  { publishedOn }: ExtractCommand,
  context: CommandContext,
): Promise<number> {
  const { terminal, text: words, io } = context;
  const lines = createInterface({ input: Readable.from(io.stdin ?? []), crlfDelay: Infinity });
  let number = 0;
  let exitCode: number = exitCodes.ok;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    if (await isInterrupted(context)) return exitCodes.interrupted;
    const parsed = lineSchema.safeParse(parseJson(line));
    if (!parsed.success) {
      const code: ErrorCode = 'INVALID_INPUT';
      const message = words.badLine(number);
      terminal.complain(message);
      await terminal.print(`${JSON.stringify({ id: null, error: { code, message } })}\n`);
      exitCode = exitCodes.failed;
      continue;
    }
    const { id, text, published } = parsed.data;
    const found = extract(text, { model: nameModel(), publishedOn: published ?? publishedOn });
    await terminal.print(`${JSON.stringify({ id, ...scriptForm(found) })}\n`);
  }
  return exitCode;
}

async function readInput({ io }: CommandContext): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of io.stdin ?? []) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
