import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '../tools/build.ts';
import { oneLine, Refusal, runTool, say } from '../tools/terminal.ts';
import { cacheFolder, makeRunFolder, removeRunFolder } from './bench-run.ts';
import type { BenchRun, FigureGroup } from './bench-run.ts';
import type { Figure } from './figure.ts';
import { figureGroups } from './figure-groups.ts';
import { currentLoad, machineFacts } from './machine.ts';
import { reportLines } from './report.ts';

interface GroupResult {
  name: string;
  /** The machine's load when the group began and when it ended. */
  load: [number, number];
  seconds: number;
  figures: Figure[];
  /** Why there are no figures. */
  failure?: string;
}

/**
 * `npm run bench`: measures every group, prints the table and writes `bench/results/<form>.json`. `--short` is the form
 * for CI, `--only save,search` measures some groups. The exit code is 1 where a group could not be measured; an aim that
 * was missed is told, and is no error: the machine may be at fault.
 */
export function bench(): Promise<void> {
  return runTool(async (signal) => {
    const { short, only } = readOptions(process.argv.slice(2));
    const groups = figureGroups.filter(({ name }) => only === undefined || only.includes(name));
    await mkdir(cacheFolder, { recursive: true });
    const results: GroupResult[] = [];
    for (const group of groups) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const result = await measureGroup(group, short, signal);
      results.push(result);
      for (const line of describe(group, result)) print(line);
    }
    const file = await writeResults(results, { short, only });
    const missed = results
      .flatMap(({ figures }) => figures)
      .filter(({ aim }) => aim?.met === false);
    print('');
    print(
      missed.length === 0
        ? 'Every aim was met.'
        : `Aims missed: ${missed.map(({ name }) => name).join('; ')}.`,
    );
    print(`Written to ${file}.`);
    return results.some(({ failure }) => failure !== undefined) ? 1 : 0;
  });
}

async function measureGroup(
  group: FigureGroup,
  short: boolean,
  signal: AbortSignal,
): Promise<GroupResult> {
  const started = performance.now();
  const load = currentLoad();
  const folder = await makeRunFolder();
  const run: BenchRun = { short, folder, signal, tell: (line) => say(`${group.name}: ${line}`) };
  try {
    const figures = await group.measure(run);
    return {
      name: group.name,
      load: [load, currentLoad()],
      seconds: seconds(started),
      figures,
    };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error && process.env['MUHARRIR_DEBUG'] === '1') say(error.stack ?? '');
    return {
      name: group.name,
      load: [load, currentLoad()],
      seconds: seconds(started),
      figures: [],
      failure: oneLine(error),
    };
  } finally {
    await removeRunFolder(folder);
  }
}

function describe({ heading }: FigureGroup, { load, figures, failure, ...result }: GroupResult) {
  const title = `\n== ${heading} == ${result.seconds} s, load ${load[0]} to ${load[1]}`;
  return [title, ...(failure === undefined ? reportLines(figures) : [`Not measured: ${failure}`])];
}

async function writeResults(
  groups: readonly GroupResult[],
  { short, only }: { short: boolean; only: readonly string[] | undefined },
): Promise<string> {
  const folder = join(projectFolder, 'bench', 'results');
  await mkdir(folder, { recursive: true });
  const name = [short ? 'short' : 'full', ...(only ?? [])].join('-');
  const results = { form: short ? 'short' : 'full', machine: machineFacts(), groups };
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(results, undefined, 2)}\n`);
  return `bench/results/${name}.json`;
}

function readOptions(args: readonly string[]): { short: boolean; only: string[] | undefined } {
  const names = figureGroups.map(({ name }) => name);
  let values: { short?: boolean; only?: string };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { short: { type: 'boolean' }, only: { type: 'string' } },
    }));
  } catch (error) {
    throw new Refusal(
      `${oneLine(error).split('. ', 1)[0]}. The options are --short and --only ${names.join(',')}.`,
    );
  }
  const only = values.only?.split(',');
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Refusal(`There are no figures “${unknown}”; there are ${names.join(', ')}.`);
  return { short: values.short === true, only };
}

function seconds(started: number): number {
  return Math.round((performance.now() - started) / 100) / 10;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
