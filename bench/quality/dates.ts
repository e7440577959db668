import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { tokenize } from '../../core/arabic/tokenize.ts';
import { findDates, readDates, resolveDates } from '../../core/extraction/dates/find-dates.ts';
import { duckling } from './date-sets/duckling.ts';
import { microsoft } from './date-sets/microsoft.ts';
import { silver } from './date-sets/news.ts';
import { data, readJson } from './date-sets/outcome.ts';
import type { Outcome, Part } from './date-sets/outcome.ts';

/**
 * Prints how much of what others annotated findDates finds, and how fast. Half of each set, by a hash of its text, is to
 * work on; `--final` adds the other half, which is for the last figure only. `--errors` lists what is wrong in the first
 * half (`--only NAME`: of sets so called), `--calibration` how often each rule and each confidence is right.
 */
const parts: readonly Part[] = process.argv.includes('--final') ? ['dev', 'final'] : ['dev'];
const outcomes = [...duckling(), ...silver(), ...microsoft(), ...gold()];
const steps = [0, 0.6, 0.8, 0.9, 0.95, 0.975, 1.01];
printFigures();
if (process.argv.includes('--calibration')) printCalibration();
if (process.argv.includes('--errors')) printErrors();
speed();

function percent(all: readonly Outcome[]): string {
  const right = all.filter((one) => one.right).length;
  return all.length === 0
    ? '-'
    : `${((100 * right) / all.length).toFixed(1)} % (${right}/${all.length})`;
}

function printFigures(): void {
  for (const set of new Set(outcomes.map((one) => one.set))) {
    const figures = parts.map((part) => {
      const all = outcomes.filter((one) => one.set === set && one.part === part);
      return `${part} ${percent(all).padEnd(20)}`;
    });
    console.log(`${set.padEnd(45)} ${figures.join(' ')}`);
  }
}

function printCalibration(): void {
  for (const part of parts) {
    const judged = outcomes.filter((one) => one.part === part && one.mention !== undefined);
    for (const [at, low] of steps.slice(0, -1).entries()) {
      const high = steps[at + 1] ?? 1;
      const all = judged.filter(({ mention }) => {
        const confidence = mention?.confidence ?? 0;
        return confidence >= low && confidence < high;
      });
      const said =
        all.reduce((sum, { mention }) => sum + (mention?.confidence ?? 0), 0) / all.length;
      if (all.length > 0) console.log(`  ${part}: said ${said.toFixed(3)}, right ${percent(all)}`);
    }
  }
  const byRule = Map.groupBy(
    outcomes.filter(({ part, mention }) => part === 'dev' && mention !== undefined),
    ({ mention }) => mention?.origin ?? '',
  );
  for (const [name, all] of [...byRule].toSorted((a, b) => b[1].length - a[1].length))
    console.log(`  ${name.padEnd(25)} ${percent(all)}`);
}

function printErrors(): void {
  const at = process.argv.indexOf('--only');
  const only = at < 0 ? '' : (process.argv[at + 1] ?? '');
  for (const { set, part, right, text, wanted, found } of outcomes) {
    if (part !== 'dev' || right || !set.includes(only)) continue;
    const ours = found.map(({ surface, readings, origin }) => {
      const values = readings.map(({ value, until, mod }) =>
        [value, until, mod].filter((one) => one !== null).join(' '),
      );
      return `[${surface}] ${values.join(' | ')} (${origin})`;
    });
    console.log(`${set}: ${text}\n    want ${wanted}\n    have ${ours.join('; ')}`);
  }
}

/** The hand-made gold of the sample article. */
function gold(): Outcome[] {
  const judged: Outcome[] = [];
  const { file, dates, reference } = readJson('gold-000.json') as {
    file: string;
    reference: { publicationDate: string };
    dates: {
      start: number;
      end: number;
      value: string;
      mod?: string;
      grain: string;
      optional?: boolean;
    }[];
  };
  const text = readFileSync(join(data, '../articles', file), 'utf8');
  const found = findDates(text, { publishedOn: reference.publicationDate });
  for (const date of dates) {
    const mention = found.find((one) => one.start === date.start && one.end === date.end);
    const right =
      mention?.value === date.value &&
      (mention.mod ?? '') === (date.mod ?? '') &&
      mention.grain === date.grain;
    judged.push({
      set: date.optional === true ? 'gold-optional' : 'gold',
      part: 'dev',
      right,
      text: text.slice(date.start, date.end),
      wanted: date.value,
      found,
    });
  }
  const extra = found.filter((one) => !dates.some((date) => date.start === one.start));
  judged.push({
    set: 'gold-nothing-more',
    part: 'dev',
    right: extra.length === 0,
    text: '',
    wanted: '',
    found: extra,
  });
  return judged;
}

function speed(): void {
  const path = join(data, 'corpus/ant-v1.1.jsonl.gz');
  if (!existsSync(path)) return;
  const texts = gunzipSync(readFileSync(path))
    .toString()
    .split('\n')
    .slice(0, 2000)
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const count = () => texts.reduce((sum, text) => sum + tokenize(text).length, 0);
  const tokens = count();
  const floor = timed(count);
  let mentions = 0;
  const whole = timed(() => {
    mentions = 0;
    for (const text of texts) mentions += findDates(text, { publishedOn: '2018-03-14' }).length;
  });
  const read = texts.map(readDates);
  const again = timed(() => {
    for (const one of read) resolveDates(one, { publishedOn: '2018-03-15' });
  });
  const rate = (ms: number) => `${Math.round(tokens / ms).toLocaleString('en')}k tokens/s`;
  console.log(
    `speed: tokenising ${rate(floor)}, findDates ${rate(whole)} (${(whole / floor).toFixed(1)} of the floor)`,
  );
  console.log(
    `resolving again: ${((again / mentions) * 1000).toFixed(2)} µs a mention; ${mentions} in ${tokens} tokens`,
  );
}

/** Milliseconds of the processor, the best of several: what else the machine does is left out. */
function timed(run: () => void): number {
  run();
  const times = Array.from({ length: 6 }, () => {
    const start = process.cpuUsage().user;
    run();
    return (process.cpuUsage().user - start) / 1000;
  });
  return Math.min(...times);
}
