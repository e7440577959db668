import type { ArticleStatus } from '../../core/article/article.ts';
import type { ErrorCode, ErrorDetails } from '../../core/errors.ts';
import type { NameKind } from '../../core/extraction/mentions.ts';
import type { CommandName } from './arguments.ts';
import { arabic } from './messages-ar.ts';
import { english } from './messages-en.ts';

/**
 * Everything the command line says, in one language. Sentences about a file or an option do not name it: the line
 * they stand in begins with it.
 */
export interface Messages {
  /** One sentence: what is wrong and what to do. */
  errors: { [code in ErrorCode]: (details: ErrorDetails) => string };
  statuses: { [status in ArticleStatus]: string };
  help: { overview: string } & { [command in CommandName]: string };

  unknownCommand(name: string): string;
  unknownOption(option: string, command: string | undefined): string;
  unknownLanguage(value: string): string;
  optionNeedsValue(option: string): string;
  optionTakesNoValue(option: string): string;
  unexpectedOperand(operand: string, command: string): string;
  badDate(option: string, value: string): string;
  badDay(option: string, value: string): string;
  badLine(line: number): string;
  badNumber(option: string, value: string, min: number, max: number): string;
  badChoice(option: string, value: string, choices: readonly string[]): string;
  tooLong(option: string, max: number): string;
  badId(value: string): string;
  ambiguousId(value: string, ids: readonly string[]): string;
  noSuchArticle(id: string): string;
  nothingToImport: string;
  showNeedsId: string;
  exportNeedsIds: string;
  exportNeedsFormat(formats: readonly string[]): string;
  exportNeedsOut: string;
  standardOutputTakesOne: string;
  badOutputFolder(folder: string): string;
  cannotWrite(folder: string, reason: string): string;

  noLibrary(path: string): string;
  readOnlyCopy(original: string): string;
  notBuilt: string;
  portTaken(port: number): string;
  portRefused(port: number): string;

  fileMissing: string;
  fileUnreadable: string;
  folderEmpty: string;
  untitled: string;
  imported(line: {
    id: string;
    headline: string;
    removed: number;
    joined: number;
    proposed: number;
  }): string;
  duplicate(line: { id: string; headline: string; file: string }): string;
  importSummary(counts: {
    imported: number;
    duplicates: number;
    failed: number;
    /** Not reached because of Ctrl+C or a full disk. */
    left: number;
  }): string;
  exportSummary(counts: { exported: number; failed: number; left: number; folder: string }): string;
  extracted: {
    names: string;
    dates: string;
    statements: string;
    nobody: string;
    kinds: { [kind in NameKind]: string };
  };
  listSummary(shown: number, total: number): string;
  emptyList: string;
  words(count: number): string;
  checkPassed(articles: number, revisions: number): string;
  checkFailed(problems: number): string;
  serving(url: string): string;
  servingHint: string;
  stopping: string;
}

export type CliLanguage = 'ar' | 'en';

export const messages: { [language in CliLanguage]: Messages } = { ar: arabic, en: english };

/** `--lang` where it is given and known, else the locale of the environment, else English. */
export function chooseLanguage(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): CliLanguage {
  const at = argv.findLastIndex((argument) => /^--lang(=|$)/.test(argument));
  const given = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  if (given === 'ar' || given === 'en') return given;
  // POSIX: LC_ALL over LC_MESSAGES over LANG, an empty one counts as absent.
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^ar([_.@-]|$)/i.test(locale) ? 'ar' : 'en';
}
