import { tokenize } from '../arabic/tokenize.ts';
import { readDates, resolveDates } from './dates/find-dates.ts';
import type { DateExpression } from './dates/find-dates.ts';
import type { DateMention, Entity, NameMention, Statement } from './mentions.ts';
import { findNames } from './names/find-names.ts';
import type { KnownName } from './names/find-names.ts';
import type { NameSlip } from './names/find-slips.ts';
import type { NameModel } from './names/name-model.ts';
import type { FirstPasses } from './names/tag-names.ts';
import { createStatementFinder } from './statements/find-statements.ts';

export interface ExtractOptions {
  model: NameModel;
  /** ISO day; null: not known, relative dates then stay without a value of their own. */
  publishedOn: string | null;
  /** The newsroom's own directory. */
  known?: readonly KnownName[];
}

/** Everything found in one text, each list in reading order. Offsets are UTF-16 units into that text, end exclusive. */
export interface Extraction {
  names: NameMention[];
  entities: Entity[];
  /** By place in `entities`: the `id` of the directory's entry, null for a name that is not from there. */
  knownIds: (string | null)[];
  /** Words of names that look mistyped. */
  slips: NameSlip[];
  dates: DateMention[];
  statements: Statement[];
}

/** Names, dates and statements of an article's plain text, whose blocks are its lines. Never throws. */
export function extract(text: string, options: ExtractOptions): Extraction {
  return createExtractor()(text, options);
}

/**
 * The same for a text that changes: what hangs on a line alone is kept from one call to the next and not read again. Each
 * call answers what `extract` would.
 */
export function createExtractor(): (text: string, options: ExtractOptions) => Extraction {
  const findStatements = createStatementFinder();
  const readLines = createDateReader();
  const kept: FirstPasses = new Map();
  return (text, { model, publishedOn, known = [] }) => {
    const { mentions, entities, knownIds, slips } = findNames(text, model, { known, kept });
    return {
      names: mentions,
      entities,
      knownIds,
      slips,
      dates: outsideNames(resolveDates(readLines(text), { publishedOn }), mentions),
      statements: findStatements(text, { names: mentions, entities, tokens: tokenize(text) }),
    };
  };
}

/** Without days and months that are part of a name: «محمد الخميس», «مدينة السادس من أكتوبر». */
function outsideNames(dates: DateMention[], names: readonly NameMention[]): DateMention[] {
  return dates.filter(
    (date) =>
      !names.some(
        ({ start, end, nominal, confidence }) =>
          !nominal &&
          confidence >= sureName &&
          start <= date.start &&
          end >= date.end &&
          end - start > date.end - date.start,
      ),
  );
}

const sureName = 0.6;

/** `readDates` that keeps what the lines of the last text gave. */
function createDateReader(): (text: string) => DateExpression[] {
  let known = new Map<string, DateExpression[]>();
  return (text) => {
    const kept = new Map<string, DateExpression[]>();
    const found: DateExpression[] = [];
    let start = 0;
    for (const line of text.split(/(?<=[\n\r\u2028\u2029\u0085])/)) {
      const expressions = kept.get(line) ?? known.get(line) ?? readDates(line);
      kept.set(line, expressions);
      for (const expression of expressions)
        found.push({
          ...expression,
          start: expression.start + start,
          end: expression.end + start,
        });
      start += line.length;
    }
    known = kept;
    return found;
  };
}
