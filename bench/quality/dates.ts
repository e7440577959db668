import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { tokenize } from '../../core/arabic/tokenize.ts';
import { findDates, readDates, resolveDates } from '../../core/extraction/dates/find-dates.ts';
import { corpusFolder } from './corpus-articles.ts';
import { figuresOf, isAmongReadings, judgeArticles, valueOf } from './date-sets/articles.ts';
import type { JudgedDate } from './date-sets/articles.ts';
import { duckling } from './date-sets/duckling.ts';
import { microsoft } from './date-sets/microsoft.ts';
import { silver } from './date-sets/news.ts';
import { data, readJson } from './date-sets/outcome.ts';
import type { Outcome, Part } from './date-sets/outcome.ts';
import type { GoldPart } from './gold/gold-article.ts';
import { corpusIsThere, goldParts, readGold } from './gold/read-gold.ts';

/** One set's figures: of single phrases how many are right, of articles precision and recall, 0 to 1. */
export interface DateFigure {
  set: string;
  part: Part | GoldPart;
  kind: string;
  right?: number;
  of?: number;
  precision?: number | null;
  recall?: number | null;
  f1?: number | null;
}

/** What was measured, and each case. */
interface Measured {
  figures: DateFigure[];
  outcomes: Outcome[];
  judged: JudgedDate[];
}

/**
 * How much of what others annotated findDates finds. Half of each set, by a hash of its text, is to work on, and so are
 * the gold articles of `dev` and `dev2`; `final` adds the other halves and the held articles, for the last figure only.
 * Sets that are not there are left out.
 */
export async function measureDates({ final = false } = {}): Promise<DateFigure[]> {
  return (await measure(final)).figures;
}

async function measure(final: boolean): Promise<Measured> {
  const isThere = existsSync(join(data, 'dates'));
  const outcomes = isThere ? [...duckling(), ...silver(), ...microsoft(), ...sample()] : [];
  const parts: readonly Part[] = final ? ['dev', 'final'] : ['dev'];
  const figures: DateFigure[] = [];
  for (const set of new Set(outcomes.map((one) => one.set))) {
    for (const part of parts) {
      const all = outcomes.filter((one) => one.set === set && one.part === part);
      if (all.length > 0)
        figures.push({ set, part, kind: 'all', right: rightOf(all).length, of: all.length });
    }
  }
  if (!corpusIsThere(corpusFolder)) return { figures, outcomes, judged: [] };
  const judged: JudgedDate[] = [];
  for (const part of goldParts) {
    const isOpen = part.startsWith('dev');
    if (!isOpen && !final) continue;
    const found = judgeArticles(await readGold(corpusFolder, part));
    if (isOpen) judged.push(...found);
    if (found.length > 0) figures.push(...articleFigures(found, part));
  }
  return { figures, outcomes, judged };
}

function articleFigures(judged: readonly JudgedDate[], part: DateFigure['part']): DateFigure[] {
  const figures: DateFigure[] = [
    { set: 'articles', part, kind: 'all', of: judged.length, ...figuresOf(judged) },
    {
      set: 'articles',
      part,
      kind: 'any reading',
      of: judged.length,
      ...figuresOf(judged, isAmongReadings),
    },
    { set: 'articles', part, kind: 'span', ...figuresOf(judged, ({ exact }) => exact) },
  ];
  for (const [type, all] of Map.groupBy(judged, (one) => one.type))
    figures.push({ set: 'articles', part, kind: type, of: all.length, ...figuresOf(all) });
  return figures;
}

function rightOf(all: readonly Outcome[]): Outcome[] {
  return all.filter((one) => one.right);
}

function percent(right: number, of: number): string {
  return of === 0 ? '-' : `${((100 * right) / of).toFixed(1)} % (${right}/${of})`;
}

function share(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : (100 * value).toFixed(1);
}

function printFigures(figures: readonly DateFigure[]): void {
  for (const { set, part, kind, right, of = 0, precision, recall, f1 } of figures) {
    const name = kind === 'all' ? set : `${set}, ${kind}`;
    const text =
      right === undefined
        ? `precision ${share(precision)}, recall ${share(recall)}, F1 ${share(f1)}`
        : percent(right, of);
    console.log(`${name.padEnd(45)} ${part.padEnd(5)} ${text}`);
  }
}

interface Judged {
  rule: string;
  confidence: number;
  right: boolean;
}

function judgements({ outcomes, judged }: Measured): Judged[] {
  const all: Judged[] = [];
  for (const { part, mention, right } of outcomes) {
    if (part === 'dev' && mention !== undefined)
      all.push({ rule: mention.origin, confidence: mention.confidence, right });
  }
  for (const { found, right } of judged) {
    if (found !== null) all.push({ rule: found.origin, confidence: found.confidence, right });
  }
  return all;
}

/** How often each confidence and each rule is right, of what is there to work on. */
function printCalibration(all: readonly Judged[], name: string): void {
  console.log(`  ${name}`);
  for (const [at, low] of steps.slice(0, -1).entries()) {
    const high = steps[at + 1] ?? 1;
    const some = all.filter(({ confidence }) => confidence >= low && confidence < high);
    const said = some.reduce((sum, { confidence }) => sum + confidence, 0) / some.length;
    const right = some.filter((one) => one.right).length;
    if (some.length > 0)
      console.log(`  said ${said.toFixed(3)}, right ${percent(right, some.length)}`);
  }
}

const steps = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.975, 1.01];

function printRules(all: readonly Judged[]): void {
  const byRule = [...Map.groupBy(all, ({ rule }) => rule)].toSorted(
    (a, b) => b[1].length - a[1].length,
  );
  for (const [name, some] of byRule) {
    const right = some.filter((one) => one.right).length;
    const said = some.reduce((sum, { confidence }) => sum + confidence, 0) / some.length;
    console.log(
      `  ${name.padEnd(25)} said ${said.toFixed(2)}, right ${percent(right, some.length)}`,
    );
  }
}

function printErrors({ outcomes, judged }: Measured, only: string): void {
  for (const { article, label, found, right, context } of judged) {
    const missesNothing = found === null && label?.optional === true;
    if (right || missesNothing || !'articles'.includes(only)) continue;
    const mod = label?.mod ?? '';
    const want = label === null ? 'nothing' : `${label.type} ${label.value} ${mod}`;
    const optional = label?.optional === true ? ' (optional)' : '';
    console.log(`${article.slice(0, 12)} ${context}\n    want ${want}${optional}`);
    if (found !== null) console.log(`    have ${described(found)}`);
  }
  for (const { set, part, right, text, wanted, found } of outcomes) {
    if (part !== 'dev' || right || !set.includes(only)) continue;
    console.log(`${set}: ${text}\n    want ${wanted}\n    have ${found.map(described).join('; ')}`);
  }
}

function described({ surface, type, readings, origin }: Outcome['found'][number]): string {
  const values = readings.map((one) => [valueOf(one), one.mod ?? ''].join(' ').trim());
  return `[${surface}] ${type} ${values.join(' | ')} (${origin})`;
}

/** The hand-made gold of the sample article. */
function sample(): Outcome[] {
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
      set: date.optional === true ? 'sample-optional' : 'sample',
      part: 'dev',
      right,
      text: text.slice(date.start, date.end),
      wanted: date.value,
      found,
    });
  }
  const extra = found.filter((one) => !dates.some((date) => date.start === one.start));
  judged.push({
    set: 'sample-nothing-more',
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

function has(flag: string): boolean {
  return process.argv.includes(flag);
}

/**
 * Prints the figures (`--final`: also of what is kept apart), and how fast. `--errors` lists what is wrong in what is there
 * to work on (`--only NAME`: of sets so called), `--calibration` how often each rule and each confidence is right.
 */
async function main(): Promise<void> {
  const measured = await measure(has('--final'));
  printFigures(measured.figures);
  if (has('--calibration')) {
    printCalibration(judgements(measured), 'everything');
    printCalibration(judgements({ ...measured, outcomes: [] }), 'articles alone');
    printRules(judgements(measured));
  }
  const at = process.argv.indexOf('--only');
  if (has('--errors')) printErrors(measured, at < 0 ? '' : (process.argv[at + 1] ?? ''));
  if (!has('--errors')) speed();
}

if (import.meta.main) await main();
