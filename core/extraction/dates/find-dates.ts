import { isoYear, parseIsoDay, twoDigits, ummAlQura } from '../../arabic/calendar.ts';
import type { HijriCalendar } from '../../arabic/calendar.ts';
import { originalSpan } from '../../arabic/character-map.ts';
import type { MappedText } from '../../arabic/character-map.ts';
import { foldArabic } from '../../arabic/fold.ts';
import { tokenize } from '../../arabic/tokenize.ts';
import type { Token } from '../../arabic/tokenize.ts';
import type { DateMention, DateType, Span } from '../mentions.ts';
import { carryClocks } from './carry-clocks.ts';
import type { Placed } from './carry-clocks.ts';
import { confidenceOf } from './confidence.ts';
import { findConflicts } from './conflicts.ts';
import type { Grammar } from './compile-grammar.ts';
import { dateGrammar } from './grammar.ts';
import { clitics } from './known-word.ts';
import type { Known, Line } from './known-word.ts';
import type { Match } from './matcher.ts';
import type { Lexicon } from './lexicon.ts';
import { resolveTime } from './resolve.ts';
import type { Setting } from './resolve-fields.ts';
import type { Resolved } from './stretch.ts';
import { leanTo } from './lean-to.ts';
import type { Time } from './time.ts';
import { remember, toldFor } from './told.ts';
import type { ToldTimes } from './told.ts';

export interface DateOptions {
  /** `2026-01-28`. Null: not known; what is relative keeps its place with a symbolic value. */
  publishedOn: string | null;
  /** Umm al-Qura's unless given. */
  calendar?: HijriCalendar;
}

/** An expression of time as it was read, without the publication date: plain data, to be resolved again at will. */
export interface DateExpression extends Span {
  time: Time;
}

/**
 * Expressions of time in reading order, none overlapping another. Offsets are UTF-16 units, end exclusive; attached
 * و ف ب ل ك stay outside, لل inside, and so do the prepositions of open ranges (منذ، حتى), which the modifier keeps.
 * What is read in a line depends on that line alone; its values depend on the publication date, and those of «the next
 * day» and the like on the dates that the text told of before. Never throws.
 */
export function findDates(text: string, options: DateOptions): DateMention[] {
  return resolveDates(readDates(text), options);
}

/**
 * The first half of `findDates`: what does not depend on the publication date. The expressions of a text are those of its
 * lines, one after another.
 */
export function readDates(text: string): DateExpression[] {
  const folded = foldArabic(text);
  const found: DateExpression[] = [];
  let line: Token[] = [];
  let last = 0;
  const flush = () => {
    for (const { start, end, time } of readLine(line, text, folded)) {
      const span = originalSpan(folded, start, end);
      // A character that folds to several may belong to two expressions.
      if (span.start < last || span.end <= span.start) continue;
      last = span.end;
      found.push({ ...span, surface: text.slice(span.start, span.end), time });
    }
    line = [];
  };
  for (const token of tokenize(folded.text)) {
    if (token.kind === 'break') flush();
    else line.push(token);
  }
  flush();
  return found;
}

/**
 * The second half: values for one publication date. Cheap, so that a changed date costs no reading. `expressions` are those
 * of a whole text, in order: «في اليوم التالي» is counted from what stands before it, and from the publication date where
 * nothing does.
 */
export function resolveDates(
  expressions: readonly DateExpression[],
  options: DateOptions,
): DateMention[] {
  const published = options.publishedOn === null ? null : parseIsoDay(options.publishedOn);
  const calendar = options.calendar ?? ummAlQura();
  let told: ToldTimes = {};
  return expressions.flatMap((expression): DateMention[] => {
    const setting = { published, calendar, told };
    const resolved = resolveTime(expression.time, setting);
    const [best] = resolved;
    if (best === undefined || expression.time.kind === 'clock') return [];
    told = remember(told, expression.time, best);
    return [mentionOf(expression, resolved, best, setting)];
  });
}

function mentionOf(
  { start, end, surface, time }: DateExpression,
  resolved: readonly Resolved[],
  best: Resolved,
  setting: Setting,
): DateMention {
  const conflicts = findConflicts(time, best, setting);
  const claims = time.kind === 'clock' ? undefined : time.claims;
  const twin = claims?.find((claim) => claim.kind === 'calendar');
  const readings = resolved.map(({ value, end: until, mod, grain: one }) => ({
    value,
    until,
    mod,
    grain: one,
  }));
  const said = twin?.kind === 'calendar' ? resolveTime(twin.time, setting)[0]?.hijri : undefined;
  const origin = (time.kind === 'clock' ? undefined : time.rule) ?? time.kind;
  return {
    start,
    end,
    surface,
    value: best.value,
    until: best.end,
    mod: best.mod,
    grain: best.grain,
    type: typeOf(time),
    relative: resolved.some(({ relative }) => relative),
    hijri: said ?? best.hijri ?? hijriOf(best, setting.calendar),
    readings,
    conflicts,
    confidence: confidenceOf(origin, {
      readings: readings.length,
      conflicts,
      isBareToday: isBareToday(time),
      isUntold: isUntold(time, setting),
    }),
    origin,
  };
}

function isBareToday(time: Time): boolean {
  const { kind } = time;
  if (kind !== 'shift' || time.unit !== 'day' || time.amount !== 0) return false;
  return time.clock === undefined && time.claims === undefined && time.told === undefined;
}

function isUntold(time: Time, { told }: Setting): boolean {
  return time.kind !== 'clock' && time.told === 'perhaps' && toldFor(told, time) === null;
}

function typeOf(time: Time): DateType {
  if (time.kind === 'duration' || time.kind === 'set') return time.kind;
  if (time.kind === 'clock') return 'time';
  const clock = time.kind === 'range' ? clockOf(time.from) : time.clock;
  return clock === undefined ? 'date' : 'time';
}

function clockOf(time: Time) {
  return time.kind === 'clock' || time.kind === 'range' ? undefined : time.clock;
}

function hijriOf({ grain, first, last, end }: Resolved, calendar: HijriCalendar): string | null {
  if (first === null || first !== last || end !== null) return null;
  if (grain !== 'day') return null;
  const date = calendar.fromDay(first);
  return date === null
    ? null
    : `${isoYear(date.year)}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

interface Read {
  /** Offsets into the folded text. */
  start: number;
  end: number;
  time: Time;
}

/** From left to right, the longest expression at each place. */
function readLine(tokens: readonly Token[], text: string, folded: MappedText): Read[] {
  const { grammar, lexicon } = dateGrammar();
  const known = wordsKnown(tokens, text, folded, lexicon);
  if (known === null) return [];
  const words = tokens.map(({ surface }) => surface);
  const line: Line = { words, known };
  const matchAll = grammar.matcher(line);
  const found: Placed[] = [];
  for (let at = 0; at < tokens.length;) {
    const match = longestAt(line, matchAll, at);
    if (match === null) {
      at += 1;
      continue;
    }
    found.push(
      leanTo(
        { time: match.time, first: at, last: match.match.end, skip: match.skip },
        words,
        found.at(-1),
      ),
    );
    at = match.match.end;
  }
  carryClocks(found, words);
  return found.flatMap(({ time, first, last, skip }) => {
    const [from, to] = [tokens[first], tokens[last - 1]];
    return from === undefined || to === undefined
      ? []
      : [{ start: from.start + skip, end: to.end, time }];
  });
}

/** What the lexicon knows of each word of the line; null where it knows none. */
function wordsKnown(
  tokens: readonly Token[],
  text: string,
  folded: MappedText,
  lexicon: Lexicon,
): (Known | null)[] | null {
  let known: (Known | null)[] | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    let word: Known | null;
    if (token.kind === 'number') word = lexicon.lookNumber(token.surface);
    else {
      word = lexicon.look(token.surface, () => {
        const span = originalSpan(folded, token.start, token.end);
        return text.slice(span.start, span.end);
      });
    }
    if (word === null) continue;
    known ??= tokens.map(() => null);
    known[at] = word;
  }
  return known;
}

const goal = 'expression';

function longestAt(
  line: Line,
  matchAll: ReturnType<Grammar['matcher']>,
  at: number,
): { match: Match; time: Time; skip: number } | null {
  const word = line.known[at] ?? null;
  if (word === null) return null;
  let best: { match: Match; time: Time; skip: number } | null = null;
  for (const clitic of word.kind.clitics) {
    for (const match of matchAll(goal, at, clitic)) {
      const { value } = match;
      if (typeof value !== 'object' || match.end <= (best?.match.end ?? at)) continue;
      best = { match, time: value, skip: attachedLength(clitic) };
    }
  }
  return best;
}

function attachedLength(clitic: number): number {
  if (clitic === clitics.none || clitic === clitics.لل) return 0;
  return clitic === clitics.double ? 2 : 1;
}
