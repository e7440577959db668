import type { Time } from './time.ts';

/** An expression in its line: which tokens it takes. */
export interface Placed {
  time: Time;
  first: number;
  /** Exclusive. */
  last: number;
  /** How many letters of the first token are attached and stay outside. */
  skip: number;
}

/**
 * Gives hours that say no day of their own the day beside them: the one right after, with nothing but brackets and a
 * preposition between («الساعة 22:45 (21:45 ت غ) في الثاني من مايو»), else the last one told before in the sentence.
 * Changes `all`, the expressions of one line in order. `words` are folded.
 */
export function carryClocks(all: Placed[], words: readonly string[]): void {
  for (let at = all.length - 2; at >= 0; at -= 1) {
    const [one, next] = [all[at], all[at + 1]];
    if (one === undefined || next === undefined || !isDayless(one.time)) continue;
    const between = words.slice(one.last, next.first);
    if (between.every((word) => joints.has(word))) one.time = onDayOf(next.time, one.time);
  }
  for (const [at, one] of all.entries()) {
    const before = all[at - 1];
    if (before === undefined || !isDayless(one.time)) continue;
    const between = words.slice(before.last, one.first);
    if (!between.some((word) => sentenceEnds.has(word))) one.time = onDayOf(before.time, one.time);
  }
}

const joints: ReadonlySet<string> = new Set(['(', ')', '[', ']', '،', 'في', 'من', 'يوم', '-']);
const sentenceEnds: ReadonlySet<string> = new Set(['.', '؟', '?', '!', '؛']);

/** An hour and nothing else. */
function isDayless(time: Time): time is Extract<Time, { kind: 'reference' }> {
  return time.kind === 'reference' && time.clock?.hour !== undefined;
}

/** `time` as it is where the other is not of one day. */
function onDayOf(day: Time, time: Extract<Time, { kind: 'reference' }>): Time {
  const isDay =
    (day.kind === 'shift' && day.unit === 'day') ||
    ((day.kind === 'fields' || day.kind === 'within') &&
      (day.fields.day !== undefined || day.fields.weekday !== undefined));
  if (!isDay) return time;
  const { clock: _, mod: __, claims: ___, rule: ____, also: _____, ...bare } = day;
  return {
    ...bare,
    ...(time.clock === undefined ? {} : { clock: time.clock }),
    ...(time.mod === undefined ? {} : { mod: time.mod }),
    ...(time.rule === undefined ? {} : { rule: time.rule }),
  };
}
