import { parseArgs } from 'node:util';
import { isoDateSchema } from '../../core/article/article.ts';
import { exportFormats } from '../../core/exporters/export-format.ts';
import type { ExportFormat } from '../../core/exporters/export-format.ts';
import { UsageError } from './cli-error.ts';

export const commandNames = [
  'import',
  'list',
  'show',
  'export',
  'extract',
  'check',
  'serve',
  'help',
] as const;
export type CommandName = (typeof commandNames)[number];

export const showFormats = ['text', 'markdown', 'html'] as const;
export type ShowFormat = (typeof showFormats)[number];

export type Command =
  | { name: 'import'; paths: string[]; publishedOn: string | null; again: boolean }
  | { name: 'list'; query: string; limit: number; trash: boolean }
  | { name: 'show'; id: string; format: ShowFormat }
  | { name: 'export'; ids: string[] | 'all'; format: ExportFormat; out: string }
  | { name: 'extract'; paths: string[]; publishedOn: string | null; jsonl: boolean }
  | { name: 'check' }
  | { name: 'serve'; port: number }
  | { name: 'help'; about: CommandName | undefined }
  | { name: 'version' };

export interface Invocation {
  command: Command;
  /** As given, not resolved; undefined: the default library. */
  library: string | undefined;
  json: boolean;
}

/** The command in `argv` (without Node and the script). Throws a UsageError that says what to write instead. */
export function parseCommand(argv: readonly string[]): Invocation {
  const { values, positionals } = readTokens(argv);
  const [first, ...operands] = positionals;
  const name = values.version ? 'version' : values.help || first === undefined ? 'help' : first;
  const common = { library: values.library, json: values.json === true };
  if (name === 'version') return { command: { name }, ...common };
  if (name === 'help') {
    const about = values.help ? first : operands[0];
    if (about !== undefined && !isCommandName(about))
      throw new UsageError((m) => m.unknownCommand(about));
    return { command: { name, about }, ...common };
  }
  if (!isCommandName(name) || name === 'help') throw new UsageError((m) => m.unknownCommand(name));

  for (const option of Object.keys(values)) {
    if (!commonOptions.has(option) && !commandOptions[name].includes(option))
      throw new UsageError((m) => m.unknownOption(`--${option}`, name));
  }
  return { command: readCommand(name, operands, values), ...common };
}

/** Options of each command beside the common ones. */
const commandOptions: { [name in CommandName]: readonly string[] } = {
  import: ['published', 'again'],
  list: ['query', 'limit', 'trash'],
  show: ['format'],
  export: ['all', 'format', 'out'],
  extract: ['published', 'jsonl'],
  check: [],
  serve: ['port'],
  help: [],
};
const commonOptions: ReadonlySet<string> = new Set(['library', 'json', 'lang', 'help', 'version']);

const optionTypes = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  published: { type: 'string' },
  again: { type: 'boolean' },
  query: { type: 'string' },
  limit: { type: 'string' },
  trash: { type: 'boolean' },
  format: { type: 'string' },
  all: { type: 'boolean' },
  out: { type: 'string', short: 'o' },
  port: { type: 'string' },
  jsonl: { type: 'boolean' },
} as const;

type Values = {
  [name in keyof typeof optionTypes]?: (typeof optionTypes)[name]['type'] extends 'string'
    ? string
    : boolean;
};

function readTokens(argv: readonly string[]): { values: Values; positionals: string[] } {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: optionTypes,
    allowPositionals: true,
    // Not strict, so that what is wrong is said in the reader's language.
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(optionTypes, token.name))
      throw new UsageError((m) => m.unknownOption(token.rawName, undefined));
    const { type } = optionTypes[token.name as keyof typeof optionTypes];
    if (type === 'boolean' && token.value !== undefined)
      throw new UsageError((m) => m.optionTakesNoValue(token.rawName));
    const value = token.value ?? '';
    const looksLikeOption = token.inlineValue === false && /^-./.test(value);
    if (type === 'string' && (value === '' || looksLikeOption))
      throw new UsageError((m) => m.optionNeedsValue(token.rawName));
  }
  const lang = values.lang;
  if (lang !== undefined && lang !== 'ar' && lang !== 'en')
    throw new UsageError((m) => m.unknownLanguage(String(lang)));
  return { values: values as Values, positionals };
}

function readCommand(
  name: Exclude<CommandName, 'help'>,
  operands: string[],
  values: Values,
): Command {
  switch (name) {
    case 'import':
      if (operands.length === 0) throw new UsageError((m) => m.nothingToImport);
      return {
        name,
        paths: operands,
        publishedOn: readDate(values.published),
        again: values.again === true,
      };
    case 'list':
      refuseOperands(name, operands);
      return {
        name,
        query: readQuery(values.query),
        limit: readNumber('--limit', values.limit ?? '50', 1, 1_000_000),
        trash: values.trash === true,
      };
    case 'show': {
      const [id, ...more] = operands;
      if (id === undefined) throw new UsageError((m) => m.showNeedsId);
      refuseOperands(name, more);
      return { name, id: readId(id), format: readChoice(showFormats, values.format ?? 'text') };
    }
    case 'export':
      return readExport(operands, values);
    case 'extract': {
      const jsonl = values.jsonl === true;
      if (jsonl) refuseOperands(name, operands);
      return { name, paths: operands, publishedOn: readDay(values.published), jsonl };
    }
    case 'check':
      refuseOperands(name, operands);
      return { name };
    case 'serve':
      refuseOperands(name, operands);
      return { name, port: readNumber('--port', values.port ?? '0', 0, 65_535) };
    default:
      return name satisfies never;
  }
}

function readExport(operands: string[], values: Values): Command {
  const all = values.all === true;
  if (all === operands.length > 0) throw new UsageError((m) => m.exportNeedsIds);
  const { format, out } = values;
  if (format === undefined) throw new UsageError((m) => m.exportNeedsFormat(exportFormats));
  if (out === undefined) throw new UsageError((m) => m.exportNeedsOut);
  if (out === '-' && (all || operands.length > 1))
    throw new UsageError((m) => m.standardOutputTakesOne);
  return {
    name: 'export',
    ids: all ? 'all' : operands.map(readId),
    format: readChoice(exportFormats, format),
    out,
  };
}

function refuseOperands(name: CommandName, operands: readonly string[]): void {
  const [extra] = operands;
  if (extra !== undefined) throw new UsageError((m) => m.unexpectedOperand(extra, name));
}

function readDate(value: string | undefined): string | null {
  if (value === undefined) return null;
  const date = isoDateSchema.safeParse(value);
  if (!date.success) throw new UsageError((m) => m.badDate('--published', value));
  return date.data;
}

/** Relative dates are counted from a day; a month or a year is none. */
function readDay(value: string | undefined): string | null {
  const date = readDate(value);
  if (date !== null && !/^\d{4}-\d{2}-\d{2}/.test(date))
    throw new UsageError((m) => m.badDay('--published', date));
  return date?.slice(0, 10) ?? null;
}

function readQuery(value: string | undefined): string {
  if (value !== undefined && value.length > 500)
    throw new UsageError((m) => m.tooLong('--query', 500));
  return value ?? '';
}

function readNumber(option: string, value: string, min: number, max: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= min && number <= max))
    throw new UsageError((m) => m.badNumber(option, value, min, max));
  return number;
}

function readChoice<T extends string>(choices: readonly T[], value: string): T {
  const choice = choices.find((item) => item === value);
  if (choice === undefined) throw new UsageError((m) => m.badChoice('--format', value, choices));
  return choice;
}

/** An id or its beginning, in lower case. */
function readId(value: string): string {
  if (!/^[0-9a-f][0-9a-f-]{7,35}$/i.test(value)) throw new UsageError((m) => m.badId(value));
  return value.toLowerCase();
}

function isCommandName(name: string): name is CommandName {
  return commandNames.some((item) => item === name);
}
