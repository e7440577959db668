import type { Placed } from './carry-clocks.ts';
import { isPast, leaningAt, startsSentence } from './tense.ts';
import type { Length, Time } from './time.ts';

/**
 * An expression with what its sentence tells of it: whether a weekday is the last one or the next, whether a month is of
 * last year, whether «بعد أسبوعين» is a day to come or a length in a story. `words` are the line's, folded; `before` is
 * the expression before it.
 */
export function leanTo(placed: Placed, words: readonly string[], before?: Placed): Placed {
  const { time, first } = placed;
  if (time.kind === 'ago' && time.rule === 'in-length')
    return startsSentence(words, first) || leaningAt(words, first) === 1
      ? placed
      : asLength(placed);
  if (time.kind !== 'fields' || time.toward !== undefined || time.told !== undefined) return placed;
  const { year, month, day, weekday } = time.fields;
  if (year === undefined && month !== undefined && day === undefined)
    return isPast(words, first) ? { ...placed, time: { ...time, leaning: -1 } } : placed;
  if (weekday === undefined || month !== undefined || day !== undefined) return placed;
  // «الاثنين والثلاثاء» follow one another.
  if (before?.last === first && daysAfter(before.time, weekday) <= 3)
    return { ...placed, time: { ...time, toward: 1, told: 'perhaps' } };
  // «منتصف ليل الخميس» may have been last night.
  const isNight = time.clock?.part === 'NI' || time.clock?.hour === 24;
  return !isNight && leaningAt(words, first) === 1
    ? { ...placed, time: { ...time, leaning: 1 } }
    : placed;
}

/** From a day that is a weekday to the next of another; seven where it is none. */
function daysAfter(time: Time, weekday: number): number {
  const from = time.kind === 'fields' ? time.fields.weekday : undefined;
  return from === undefined || from === weekday ? 7 : (weekday - from + 7) % 7;
}

/** Without «بعد», which is a signal then; the day stays a second reading. */
function asLength(placed: Placed): Placed {
  const { time, first } = placed;
  if (time.kind !== 'ago') return placed;
  const mod = time.mod === 'AFTER' ? 'MORE_THAN' : time.mod === 'BEFORE' ? 'LESS_THAN' : time.mod;
  const parts: readonly Length[] = time.parts;
  const length: Time = {
    kind: 'duration',
    parts,
    rule: 'story-length',
    also: [time],
    ...(mod === undefined ? {} : { mod }),
  };
  return { ...placed, time: length, first: first + 1, skip: 0 };
}
