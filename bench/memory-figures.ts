import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BackendStep } from './backend-hour.ts';
import type { BenchRun, FigureGroup } from './bench-run.ts';
import { desktopPrograms } from './desktop-program.ts';
import type { StartedWindow } from './desktop-program.ts';
import { makeFigure } from './figure.ts';
import type { Figure } from './figure.ts';
import { libraryOf } from './library-file.ts';
import { memoryOf } from './processes.ts';
import { slope } from './statistics.ts';
import { newsVocabulary } from './texts/news-words.ts';
import { makeRandom } from './texts/random.ts';

export const memoryFigures: FigureGroup = {
  name: 'memory',
  heading: 'Memory over an hour of scripted work',
  measure: async (run) => [...(await desktopMemory(run)), ...(await backendMemory(run))],
};

/** The hour's minutes, as many as are worked, and between how many of them memory is looked at. */
const hour = { minutes: 60, step: 5 };
const shortHour = { minutes: 12, step: 2 };

async function desktopMemory(run: BenchRun): Promise<Figure[]> {
  const { minutes, step } = run.short ? shortHour : hour;
  const programs = await desktopPrograms(run.signal);
  const library = await libraryOf(run.short ? 1_000 : 10_000, run, 'desktop.muharrir');
  const checkpoints: { minute: number; values: Map<string, number> }[] = [];
  let empty: Map<string, number>;
  try {
    const bare = await programs.startEmptyWindow(join(run.folder, 'profile-empty'));
    try {
      await bare.driver.waitFor(`document.querySelector('textarea') !== null`);
      empty = await measureWindow(bare);
    } finally {
      await bare.close();
    }
    const window = await programs.startProgram(library, join(run.folder, 'profile'));
    try {
      await window.driver.waitFor(`document.querySelector('[role=option]') !== null`);
      await window.driver.evaluate(hands);
      for (let minute = 1; minute <= minutes; minute += 1) {
        run.signal.throwIfAborted();
        // oxlint-disable-next-line no-await-in-loop -- one minute after the other
        await workAMinute(window, minute);
        if (minute % step > 0) continue;
        // oxlint-disable-next-line no-await-in-loop -- as above
        checkpoints.push({ minute, values: await measureWindow(window) });
      }
    } finally {
      await window.close();
    }
  } finally {
    await programs.close();
  }
  return figuresOf(checkpoints, 'window', programs.packaged ? 'packaged' : 'unpackaged', {
    name: 'an empty Electron window',
    values: empty,
  });
}

/** Opens another article, types into it, looks for a word and opens what is found. */
async function workAMinute({ driver }: StartedWindow, minute: number): Promise<void> {
  const random = makeRandom(minute);
  await openRow(random.between(0, 7));
  for (let key = 0; key < 40; key += 1) {
    // oxlint-disable-next-line no-await-in-loop -- as fingers do
    await driver.key(letters[key % letters.length] ?? ' ');
  }
  await search(random.pick(soughtWords));
  await openRow(random.between(0, 3));
  for (let key = 0; key < 20; key += 1) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    await driver.key(letters[key % letters.length] ?? ' ');
  }
  await search('');

  async function openRow(index: number): Promise<void> {
    await driver.waitFor(`document.querySelector('[role=option]') !== null`);
    await driver.evaluate(`benchHands.openRow(${index})`);
    await driver.waitFor('benchHands.isOpen()');
    await driver.evaluate('benchHands.focusText()');
  }

  async function search(query: string): Promise<void> {
    await driver.evaluate('benchHands.focusSearch()');
    await driver.insertText(query);
    await setTimeout(300);
  }
}

/** Put into the page once: every script that is sent to it stays in its heap for a while, so they are short. */
const hands = `globalThis.benchHands = {
  openRow: (index) => {
    benchHands.before = document.querySelector('.ProseMirror');
    const rows = [...document.querySelectorAll('[role=option]')].filter((row) => row.ariaSelected !== 'true');
    rows[index % rows.length]?.click();
  },
  isOpen: () => {
    const page = document.querySelector('.ProseMirror');
    return page?.editor !== undefined && page !== benchHands.before;
  },
  focusText: () => {
    benchHands.before = undefined;
    document.querySelector('.ProseMirror').editor.view.focus();
  },
  focusSearch: () => {
    const box = document.querySelector('input[type=search]');
    box.focus();
    box.select();
  },
};
true;
`;

/**
 * Answers to searches are kept for five minutes of the clock, which an hour that is over in two never sees the end of:
 * so the same few words are looked for again.
 */
const soughtWords = newsVocabulary().slice(100, 110);

const letters = [...'قال المتحدث إن الخطة تبدأ غدا في كل الأحياء '];

async function measureWindow({ driver, pid }: StartedWindow): Promise<Map<string, number>> {
  // What was typed last is saved, and what hangs on it is let go.
  await setTimeout(2_500);
  const heap = await driver.heapInUse();
  const values = new Map([['page, heap in use', heap]]);
  for (const { name, resident } of await memoryOf(pid)) values.set(`${name}, resident`, resident);
  return values;
}

/** The services alone, where the collector can be asked to run. */
async function backendMemory(run: BenchRun): Promise<Figure[]> {
  const { minutes, step } = run.short ? shortHour : hour;
  const library = await libraryOf(run.short ? 1_000 : 10_000, run, 'services.muharrir');
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      fileURLToPath(new URL('backend-hour.ts', import.meta.url)),
      library,
      String(minutes / step),
      String(step),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], signal: run.signal },
  );
  const checkpoints: { minute: number; values: Map<string, number> }[] = [];
  let calls = 0;
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const at = JSON.parse(line) as BackendStep;
    calls = at.calls;
    checkpoints.push({
      minute: (checkpoints.length + 1) * step,
      values: new Map([
        ['heap in use', at.heap],
        ['resident', at.resident],
      ]),
    });
  }
  const code = await ended;
  if (code !== 0) throw new Error(`The backend’s hour ended with ${code}`);
  return figuresOf(checkpoints, 'services alone', `${calls.toLocaleString('en')} calls`, {
    name: 'Node alone',
    values: await bareNode(),
  });
}

async function bareNode(): Promise<Map<string, number>> {
  const script =
    'gc(); const { heapUsed, rss } = process.memoryUsage(); console.log(heapUsed, rss)';
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '-e', script]);
  const [heap = 0, resident = 0] = stdout.split(' ').map(Number);
  return new Map([
    ['heap in use', heap],
    ['resident', resident],
  ]);
}

/** Each value over the checkpoints, and by how much it grows in an hour once the caches are warm. */
function figuresOf(
  checkpoints: readonly { minute: number; values: Map<string, number> }[],
  where: string,
  note: string,
  floor: { name: string; values: ReadonlyMap<string, number> },
): Figure[] {
  const names = [...(checkpoints.at(-1)?.values.keys() ?? [])];
  const warm = checkpoints.slice(Math.floor(checkpoints.length / 3));
  const inMb = (points: typeof checkpoints, name: string) =>
    points.flatMap(({ minute, values }) => {
      const value = values.get(name);
      return value === undefined ? [] : [{ x: minute, y: value / 2 ** 20 }];
    });
  return names.flatMap((name) => {
    const points = inMb(checkpoints, name);
    const grown = slope(inMb(warm, name)) * 60;
    const common = { group: 'memory', unit: 'MB' } as const;
    const isHeap = name.endsWith('heap in use');
    const row = points.map(({ y }) => y.toFixed(1)).join(', ');
    const bare = floor.values.get(name);
    const figures = [
      makeFigure({
        ...common,
        name: `${where}: ${name}`,
        samples: points.map(({ y }) => y),
        ...(bare !== undefined && { floor: { name: floor.name, samples: [bare / 2 ** 20] } }),
        note: `${note}; in turn: ${row} MB; slope ${grown.toFixed(1)} MB an hour.`,
      }),
    ];
    if (isHeap) {
      figures.push(
        makeFigure({
          ...common,
          name: `${where}: ${name}, growth in an hour`,
          samples: [grown],
          // In the short form most of it is code that is being compiled.
          ...(minutesOf(checkpoints) >= hour.minutes && { aim: { of: 'p50', most: 3 } }),
        }),
      );
    }
    return figures;
  });
}

function minutesOf(checkpoints: readonly { minute: number }[]): number {
  return checkpoints.at(-1)?.minute ?? 0;
}
