import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import type { ArticleDocument } from '../core/article/document.ts';
import { projectFolder } from '../tools/build.ts';
import { cacheFolder } from './bench-run.ts';

/** A page with bare TipTap that shows the document. */
export async function openBarePage(
  browser: Browser,
  document: ArticleDocument,
  viewport: { width: number; height: number },
): Promise<Page> {
  const outDir = join(cacheFolder, 'bare-page');
  await build({
    configFile: false,
    logLevel: 'silent',
    root: join(projectFolder, 'bench', 'bare-page'),
    base: './',
    publicDir: false,
    build: { outDir, emptyOutDir: true, target: 'chrome140', chunkSizeWarningLimit: 8_000 },
  });
  const page = await browser.newPage({ viewport });
  const origin = 'http://bare.invalid';
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill({ path: join(outDir, pathname === '/' ? 'index.html' : pathname) });
  });
  await page.goto(`${origin}/`);
  await page.evaluate((doc) => globalThis.showDocument(doc), document.doc);
  return page;
}
