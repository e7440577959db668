import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FigureGroup } from './bench-run.ts';
import { desktopPrograms } from './desktop-program.ts';
import type { StartedWindow } from './desktop-program.ts';
import { makeFigure } from './figure.ts';
import { libraryOf } from './library-file.ts';

export const startFigures: FigureGroup = {
  name: 'start',
  heading: 'From starting the program to the first keystroke',
  measure: async (run) => {
    const programs = await desktopPrograms(run.signal);
    const small = await libraryOf(10, run);
    const large = await libraryOf(10_000, run);
    const profile = (name: string) => join(run.folder, `profile-${name}`);
    const starts = {
      empty: () => firstKey(programs.startEmptyWindow(profile('empty')), intoTextArea),
      small: () => firstKey(programs.startProgram(small, profile('small')), intoNewestArticle),
      large: () => firstKey(programs.startProgram(large, profile('large')), intoNewestArticle),
      unchecked: async () => {
        await rm(`${large}-checked.json`, { force: true });
        return firstKey(programs.startProgram(large, profile('large')), intoNewestArticle);
      },
    };
    const names = ['empty', 'small', 'large', 'unchecked'] as const;
    const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
      (typeof names)[number],
      number[]
    >;
    try {
      // The first round fills caches and profiles and is not counted.
      for (let round = 0; round <= (run.short ? 3 : 10); round += 1) {
        for (const name of names) {
          run.signal.throwIfAborted();
          // oxlint-disable-next-line no-await-in-loop -- by turns
          const time = await starts[name]();
          if (round > 0) times[name].push(time);
        }
      }
    } finally {
      await programs.close();
    }
    const what = programs.packaged
      ? 'The packaged program.'
      : 'The unpackaged program: there is none in release/.';
    const floor = { name: 'an empty Electron window', samples: times.empty };
    const libraries = {
      small: '10 articles',
      large: '10,000 articles',
      unchecked: '10,000 articles to be checked first, as after a power cut',
    };
    return (['small', 'large', 'unchecked'] as const).map((name) =>
      makeFigure({
        group: 'start',
        name: `start to first keystroke, ${libraries[name]}`,
        samples: times[name],
        floor,
        note: `${what} A process of its own each time; its files are in the system’s cache. It opens the newest article.`,
      }),
    );
  },
};

/** What makes the page ready for a key, and how it shows that the key has come. */
interface FirstKey {
  prepare: (window: StartedWindow) => Promise<void>;
  arrived: string;
}

const intoTextArea: FirstKey = {
  prepare: async ({ driver }) => {
    await driver.waitFor(`document.querySelector('textarea') !== null`);
    await driver.evaluate(`document.querySelector('textarea').focus()`);
  },
  arrived: `document.querySelector('textarea').value.startsWith('ء')`,
};

const intoNewestArticle: FirstKey = {
  prepare: async ({ driver }) => {
    await driver.waitFor(`document.querySelector('[role=option]') !== null`);
    await driver.evaluate(`document.querySelector('[role=option]').click()`);
    await driver.waitFor(`document.querySelector('.ProseMirror')?.editor !== undefined`);
    await driver.evaluate(`{
      const { editor } = document.querySelector('.ProseMirror');
      editor.commands.setTextSelection(1);
      editor.view.focus();
    }`);
  },
  arrived: `document.querySelector('.ProseMirror').textContent.startsWith('ء')`,
};

/** Milliseconds from the start of the process until the first key is in the page. */
async function firstKey(
  starting: Promise<StartedWindow>,
  { prepare, arrived }: FirstKey,
): Promise<number> {
  const window = await starting;
  try {
    await prepare(window);
    await window.driver.key('ء');
    await window.driver.waitFor(arrived);
    return performance.now() - window.startedAt;
  } finally {
    await window.close();
  }
}
