import { parseArgs } from 'node:util';
import { oneLine, Refusal, runTool } from './terminal.ts';
import { steps } from './test/steps.ts';
import { runPassed, summaryLines, type StepResult } from './test/summary.ts';

/**
 * `npm test`: everything, in order, each part with its heading, a summary at the end. `--only types,unit` runs some
 * parts and says which were left out. The exit code is 0 when all that ran passed; in CI nothing may be skipped.
 */
export function test(): Promise<void> {
  return runTool(async (signal) => {
    const wanted = wantedSteps(process.argv.slice(2));
    const ci = isSet(process.env['CI']);
    const results: StepResult[] = [];
    for (const step of steps) {
      if (wanted !== undefined && !wanted.includes(step.name)) {
        results.push({ name: step.name, state: 'left-out' });
        continue;
      }
      print(`\n== ${step.heading} ==`);
      const started = performance.now();
      const missing = results.find(({ name }) => name === step.needs);
      const outcome =
        missing?.state === 'failed' || missing?.state === 'skipped'
          ? { state: missing.state, reason: `the step ${missing.name} did not go well` }
          : await step.run(signal).catch((error: unknown) => {
              signal.throwIfAborted();
              return { state: 'failed' as const, reason: oneLine(error) };
            });
      results.push({ name: step.name, ...outcome, seconds: (performance.now() - started) / 1_000 });
    }
    for (const line of summaryLines(results, ci)) print(line);
    return runPassed(results, ci) ? 0 : 1;
  });
}

function wantedSteps(args: readonly string[]): string[] | undefined {
  const names = steps.map(({ name }) => name);
  let only: string | undefined;
  try {
    ({ only } = parseArgs({ args: [...args], options: { only: { type: 'string' } } }).values);
  } catch (error) {
    throw new Refusal(
      `${oneLine(error).split('. ', 1)[0]}. The one option is --only ${names.join(',')}.`,
    );
  }
  if (only === undefined) return undefined;
  const wanted = only.split(',');
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Refusal(`There is no part “${unknown}”; there are ${names.join(', ')}.`);
  return wanted.flatMap(withNeeds);
}

/** A step and, before it, those that it needs. */
function withNeeds(name: string): string[] {
  const { needs } = steps.find((step) => step.name === name) ?? {};
  return needs === undefined ? [name] : [...withNeeds(needs), name];
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
