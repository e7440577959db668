import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { startLoopbackServer } from '../backend/http/server.ts';
import type { ArticleDocument } from '../core/article/document.ts';
import { buildAll, projectFolder } from '../tools/build.ts';
import { openBarePage } from './bare-page.ts';
import type { FigureGroup } from './bench-run.ts';
import { openBrowser } from './browser.ts';
import { makeFigure } from './figure.ts';
import { openBenchLibrary } from './library-file.ts';
import { plainArticle } from './texts/news-article.ts';
import { makeRandom } from './texts/random.ts';
import { Typist } from './typist.ts';
import type { KeyTimes } from './typist.ts';

const words = 50_000;
const viewport = { width: 1440, height: 900 };

export const typingFigures: FigureGroup = {
  name: 'typing',
  heading: `Typing in ${words.toLocaleString('en')} words`,
  measure: async ({ short, folder, signal }) => {
    await buildAll();
    const document = plainArticle(makeRandom(21), words);
    const path = join(folder, 'typing.muharrir');
    await storeArticle(path, document);
    const server = await startLoopbackServer({
      libraryPath: path,
      rendererDir: join(projectFolder, 'dist', 'renderer'),
      door: 'browser',
    });
    const browser = await openBrowser();
    try {
      const bare = await Typist.sitDown(await openBarePage(browser, document, viewport));
      const program = await Typist.sitDown(await openProgram(browser, server.url));
      const blocks = short ? 3 : 8;
      const keys = short ? 25 : 40;
      const times = { bare: [] as KeyTimes[], program: [] as KeyTimes[] };
      await bare.type(15, cadence);
      await program.type(15, cadence);
      for (let block = 0; block < blocks; block += 1) {
        signal.throwIfAborted();
        // oxlint-disable-next-line no-await-in-loop -- by turns
        await setTimeout(saveTime);
        // oxlint-disable-next-line no-await-in-loop -- as above
        times.bare.push(...(await bare.type(keys, cadence)));
        // oxlint-disable-next-line no-await-in-loop -- as above
        times.program.push(...(await program.type(keys, cadence)));
      }
      return (['handled', 'frame'] as const).map((moment) =>
        makeFigure({
          group: 'typing',
          name: { handled: 'key to handled transaction', frame: 'key to next frame' }[moment],
          samples: times.program.map((time) => time[moment]),
          floor: { name: 'bare TipTap', samples: times.bare.map((time) => time[moment]) },
          aim: { of: 'ratio', most: 1 },
        }),
      );
    } finally {
      await browser.close();
      await server.close();
    }
  },
};

/** Milliseconds between two keys of a quick typist. */
const cadence = 110;
/** In which the program has saved what was typed last, so that its work does not fall on the other page. */
const saveTime = 2_500;

async function storeArticle(path: string, document: ArticleDocument): Promise<void> {
  const { library, client } = openBenchLibrary(path);
  try {
    await client.articles.create({ fields: { headline: 'مقالة طويلة' }, document });
  } finally {
    library.close();
  }
}

async function openProgram(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.goto(url);
  await page.getByRole('option').first().click();
  await page.locator('.ProseMirror > p').nth(300).waitFor({ state: 'attached' });
  return page;
}
