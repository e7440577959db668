import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runTool } from '../../tools/terminal.ts';

interface Section {
  title: string;
  script: string;
  args: string[];
}

/** Parts that nothing was tuned on come after those that were. Each is a process of its own: speeds do not share a heap. */
const sections: readonly Section[] = [
  { title: 'Names', script: 'names.ts', args: [] },
  { title: 'Dates, development', script: 'dates.ts', args: [] },
  { title: 'Dates, kept apart', script: 'dates.ts', args: ['--final'] },
  { title: 'Statements, development', script: 'statements.ts', args: ['--no-speed'] },
  {
    title: 'Statements, second development part',
    script: 'statements.ts',
    args: ['--dev2', '--no-speed'],
  },
  { title: 'Statements, kept apart', script: 'statements.ts', args: ['--held', '--no-speed'] },
  { title: 'Statements, kept apart later', script: 'statements.ts', args: ['--held2'] },
  { title: 'Everything together', script: 'whole.ts', args: [] },
];

/**
 * `npm run eval`: how well names, dates and statements are found, by kind, on the data that is there, and how fast. What
 * is not there is said. The exit code is 1 where something could not be measured.
 */
export function evaluate(): Promise<void> {
  return runTool(() => {
    let exitCode = 0;
    for (const { title, script, args } of sections) {
      console.log(`\n== ${title} ==`);
      const { status } = spawnSync(process.execPath, [join(import.meta.dirname, script), ...args], {
        stdio: 'inherit',
      });
      if (status !== 0) exitCode = 1;
    }
    return Promise.resolve(exitCode);
  });
}
