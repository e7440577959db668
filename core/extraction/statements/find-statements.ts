import { tokenize } from '../../arabic/tokenize.ts';
import type { Token } from '../../arabic/tokenize.ts';
import type { Entity, NameMention, Statement } from '../mentions.ts';
import { carrySpeakers } from './carry-speakers.ts';
import type { PlacedReading } from './carry-speakers.ts';
import { readBlock } from './read-block.ts';
import type { BlockReading } from './read-block.ts';

/** What statements are found with. */
export interface StatementContext {
  /** Names of the same text in reading order. */
  names: readonly NameMention[];
  entities: readonly Entity[];
  /** `tokenize(text)`, where the caller has it already. */
  tokens?: readonly Token[];
}

/**
 * Statements in reading order of their cues: who is said to have said what. Offsets are UTF-16 units into the text, end
 * exclusive. Lines are read one by one; only dropped subjects look back at lines before. Never throws.
 */
export function findStatements(text: string, context: StatementContext): Statement[] {
  return createStatementFinder()(text, context);
}

/**
 * The same for a text that changes: keeps the readings of the last text's lines and reads only lines whose words or names
 * are others. Each call answers what `findStatements` would.
 */
export function createStatementFinder(): (text: string, context: StatementContext) => Statement[] {
  let known = new Map<string, BlockReading>();
  return (text, context) => {
    const kept = new Map<string, BlockReading>();
    const blocks: PlacedReading[] = [];
    const { tokens } = context;
    let name = 0;
    let token = 0;
    for (const { start, end } of linesOf(text)) {
      const firstName = name;
      while (name < context.names.length && (context.names[name]?.start ?? end) < end) name += 1;
      const names = context.names
        .slice(firstName, name)
        .filter((each) => each.start >= start && each.end <= end);
      const firstToken = token;
      if (tokens !== undefined) {
        while (token < tokens.length && (tokens[token]?.start ?? end) < end) token += 1;
      }
      const line = text.slice(start, end);
      const key = keyOf(line, names, start);
      let reading = kept.get(key) ?? known.get(key);
      if (reading === undefined) {
        reading =
          tokens === undefined
            ? readBlock(tokenize(line), names, 0, start)
            : readBlock(
                tokens.slice(firstToken, token).filter((each) => each.kind !== 'break'),
                names,
                start,
                start,
              );
      }
      kept.set(key, reading);
      blocks.push({ reading, offset: start });
    }
    known = kept;
    return carrySpeakers(text, blocks, context);
  };
}

function* linesOf(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  for (const { index } of text.matchAll(/[\n\r\u2028\u2029\u0085]/g)) {
    if (index > start) yield { start, end: index };
    start = index + 1;
  }
  if (start < text.length) yield { start, end: text.length };
}

/** All that a line's reading hangs on. */
function keyOf(line: string, names: readonly NameMention[], start: number): string {
  let key = line;
  for (const name of names)
    key += `\n${name.start - start} ${name.end - start} ${name.kind} ${name.nominal} ${name.title !== null}`;
  return key;
}
