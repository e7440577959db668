import { exitCodes } from './cli-error.ts';
import { printJson, withLibrary } from './command-context.ts';
import type { CommandContext } from './command-context.ts';
import { printable } from './printable.ts';

/** `muharrir check` */
export async function checkLibrary(context: CommandContext): Promise<number> {
  const { terminal, text, json } = context;
  const result = await withLibrary(context, 'read', (client) => client.library.check());
  if (json) await printJson(context, result);
  else if (result.ok)
    await terminal.print(`${text.checkPassed(result.articles, result.revisions)}\n`);
  else {
    const lines = result.problems.map(
      ({ articleId, problem }) => `${articleId ?? '-'}\t${printable(problem)}`,
    );
    await terminal.print(`${lines.join('\n')}\n`);
    terminal.complain(text.checkFailed(result.problems.length));
  }
  return result.ok ? exitCodes.ok : exitCodes.problems;
}
